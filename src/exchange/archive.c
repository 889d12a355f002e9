/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* libgsf never gives more of a member than the directory promises, so a bound on what is promised is one on what comes.
 * The directory itself is looked through first: libgsf knows no encryption, takes a name that is there twice, and needs
 * long for many names.
 */

#include "config.h"

#include "exchange/archive.h"

#include <glib/gi18n-lib.h>
#include <gsf/gsf-infile-impl.h>
#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-utils.h>
#include <libxml/parser.h>
#include <string.h>

#include "exchange/text-import.h"

#define MAX_PACKED (64 * 1024 * 1024)
#define MAX_UNPACKED (64 * 1024 * 1024) /* of all that is read */
#define MAX_RATIO 100                   /* to which it is packed, where it is more than … */
#define MIN_SUSPECT (1024 * 1024)
#define MAX_MEMBERS 2048

struct _WmdArchive
{
  GsfInput *memory;
  GsfInfile *zip;
  gsize packed;   /* bytes of the archive */
  gsize unpacked; /* bytes that were read so far */
};

/* --- errors --- */

gboolean
wmd_archive_set_damaged (GError **error)
{
  g_set_error_literal (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_DAMAGED,
                       _ ("The file is damaged. Open it in a word processor, save it anew, and add it again."));
  return FALSE;
}

static gboolean
set_too_large (GError **error)
{
  g_set_error_literal (
      error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_TOO_LARGE,
      _ ("The file holds more than a reply can. Save the text alone in a word processor, and add that."));
  return FALSE;
}

gboolean
wmd_archive_set_encrypted (GError **error)
{
  g_set_error_literal (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_ENCRYPTED,
                       _ ("The file is protected by a password. Open it in a word processor, save it without one, and "
                          "add it again."));
  return FALSE;
}

/* --- the directory --- */

#define END_SIGNATURE "PK\005\006"
#define END_SIZE 22
#define LOCATOR_SIGNATURE "PK\006\007" /* before the end, of a directory that is larger than any document's */
#define LOCATOR_SIZE 20
#define ENTRY_SIGNATURE "PK\001\002"
#define ENTRY_SIZE 46
#define HEADER_SIGNATURE "PK\003\004" /* of a member itself */
#define HEADER_SIZE 30

static guint
get_u16 (const guint8 *p)
{
  return p[0] | (guint) p[1] << 8;
}

static guint32
get_u32 (const guint8 *p)
{
  return get_u16 (p) | (guint32) get_u16 (p + 2) << 16;
}

/* Where the directory ends; NULL when there is none. A comment of at most 65,535 bytes may follow. */
static const guint8 *
find_end (const guint8 *data, gsize length)
{
  for (gsize i = END_SIZE; i <= length && i <= END_SIZE + G_MAXUINT16; i++)
    if (memcmp (data + length - i, END_SIGNATURE, 4) == 0)
      return data + length - i;
  return NULL;
}

/* Also makes all members of one date: libgsf reports a programming error where one has a date that no calendar has. */
static gboolean
check_directory (guint8 *data, gsize length, GError **error)
{
  static const guint8 date[] = { 0, 0, 0x21, 0 }; /* the first day of 1980 */
  const guint8 *end = find_end (data, length);
  const guint n = end != NULL ? get_u16 (end + 10) : 0;
  gsize offset = end != NULL ? get_u32 (end + 16) : 0;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (n > MAX_MEMBERS ||
      (n > 0 && end - data >= LOCATOR_SIZE && memcmp (end - LOCATOR_SIZE, LOCATOR_SIGNATURE, 4) == 0))
    return set_too_large (error);
  for (guint i = 0; i < n; i++)
    {
      guint8 *entry = data + offset;
      gsize name, header;

      if (offset > length || length - offset < ENTRY_SIZE || memcmp (entry, ENTRY_SIGNATURE, 4) != 0)
        return wmd_archive_set_damaged (error);
      name = get_u16 (entry + 28);
      header = get_u32 (entry + 42);
      if (length - offset - ENTRY_SIZE < name || header > length - HEADER_SIZE ||
          memcmp (data + header, HEADER_SIGNATURE, 4) != 0)
        return wmd_archive_set_damaged (error);
      if ((get_u16 (entry + 8) & 1) != 0)
        return wmd_archive_set_encrypted (error);
      if (!g_hash_table_add (names, g_strndup ((const char *) entry + ENTRY_SIZE, name)))
        return wmd_archive_set_damaged (error);
      memcpy (entry + 12, date, sizeof (date));
      offset += ENTRY_SIZE + name + get_u16 (entry + 30) + get_u16 (entry + 32);
    }
  return n > 0 || wmd_archive_set_damaged (error);
}

/* --- members --- */

WmdArchive *
wmd_archive_new (GBytes *bytes, GError **error)
{
  static gsize ready = 0;
  g_autoptr (WmdArchive) self = g_new0 (WmdArchive, 1);
  const guint8 *original = g_bytes_get_data (bytes, &self->packed);
  g_autofree guint8 *data = NULL;

  if (g_once_init_enter (&ready))
    {
      gsf_init ();
      g_once_init_leave (&ready, 1);
    }
  if (self->packed > MAX_PACKED)
    {
      set_too_large (error);
      return NULL;
    }
  data = g_memdup2 (original, self->packed);
  if (!check_directory (data, self->packed, error))
    return NULL;
  self->memory = gsf_input_memory_new (g_steal_pointer (&data), (gsf_off_t) self->packed, TRUE);
  self->zip = gsf_infile_zip_new (self->memory, NULL);
  if (self->zip == NULL)
    {
      wmd_archive_set_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
wmd_archive_free (WmdArchive *self)
{
  g_clear_object (&self->zip);
  g_clear_object (&self->memory);
  g_free (self);
}

/* The child of that name. The function of the class is called, since that round it warns of damaged files on standard
 * error. (transfer full) (nullable)
 */
static GsfInput *
open_child (GsfInfile *folder, const char *name)
{
  for (int i = 0; i < gsf_infile_num_children (folder); i++)
    {
      g_autoptr (GError) error = NULL;

      if (g_strcmp0 (gsf_infile_name_by_index (folder, i), name) == 0)
        return G_TYPE_INSTANCE_GET_CLASS (folder, GSF_INFILE_TYPE, GsfInfileClass)->child_by_index (folder, i, &error);
    }
  return NULL;
}

/* (transfer full) (nullable) */
static GsfInput *
open_member (WmdArchive *self, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  GsfInput *member = g_object_ref (GSF_INPUT (self->zip));

  for (guint i = 0; names[i] != NULL && member != NULL; i++)
    {
      GsfInput *child = GSF_IS_INFILE (member) ? open_child (GSF_INFILE (member), names[i]) : NULL;

      g_object_unref (member);
      member = child;
    }
  return member;
}

gboolean
wmd_archive_has (WmdArchive *self, const char *path)
{
  GsfInput *member = open_member (self, path);
  const gboolean found = member != NULL;

  g_clear_object (&member);
  return found;
}

/* TRUE when @size bytes more are too much, or come of too few. */
static gboolean
is_too_large (WmdArchive *self, gsf_off_t size)
{
  const gsize all = self->unpacked + (gsize) MIN (size, MAX_UNPACKED + 1);

  return all > MAX_UNPACKED || (all > MIN_SUSPECT && all / MAX_RATIO > self->packed);
}

/* (transfer full) */
static GBytes *
read_member (WmdArchive *self, GsfInput *member, GError **error)
{
  const gsf_off_t size = member != NULL ? gsf_input_size (member) : 0;
  guint8 *data;

  if (size <= 0 || is_too_large (self, size))
    {
      (size <= 0 ? wmd_archive_set_damaged : set_too_large) (error);
      return NULL;
    }
  data = g_malloc ((gsize) size);
  if (gsf_input_read (member, (size_t) size, data) == NULL)
    {
      g_free (data);
      wmd_archive_set_damaged (error);
      return NULL;
    }
  self->unpacked += (gsize) size;
  return g_bytes_new_take (data, (gsize) size);
}

WmdXmlDocument *
wmd_archive_read_xml (WmdArchive *self, const char *path, GError **error)
{
  GsfInput *member = open_member (self, path);
  g_autoptr (GBytes) bytes = read_member (self, member, error);
  g_autoptr (WmdXmlDocument) document = NULL;
  const char *data;
  gsize length;

  g_clear_object (&member);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  document = xmlReadMemory (data, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document == NULL || xmlGetIntSubset (document) != NULL || xmlDocGetRootElement (document) == NULL)
    {
      wmd_archive_set_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&document);
}
