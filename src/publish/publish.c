/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of output formats, and what they share: options, file names, safe writing. A format sees nothing but
 * the publication and the options, and gives bytes; it never touches a file.
 */

#include "config.h"

#include "publish/publish.h"

#include "publish/akn.h"
#include "publish/docx.h"
#include "publish/odt.h"
#include "publish/pdf.h"
#include "publish/text.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (wmd_publish_error, wmd_publish_error)

static const WmdFormat formats[] = {
#ifdef HAVE_PDF
  { "pdf", ".pdf", "application/pdf", N_ ("PDF Document"), FALSE, TRUE, wmd_pdf_write },
#endif
  { "docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", N_ ("Word Document"),
    TRUE, FALSE, wmd_docx_write },
  { "odt", ".odt", "application/vnd.oasis.opendocument.text", N_ ("OpenDocument Text"), FALSE, FALSE, wmd_odt_write },
  { "akn", ".akn", "application/akn+xml", N_ ("Akoma Ntoso"), FALSE, FALSE, wmd_akn_write },
  { "txt", ".txt", "text/plain", N_ ("Plain Text"), FALSE, FALSE, wmd_text_write },
};

guint
wmd_formats_get_n_formats (void)
{
  return G_N_ELEMENTS (formats);
}

const WmdFormat *
wmd_formats_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (formats), NULL);

  return &formats[index];
}

const WmdFormat *
wmd_formats_lookup (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].id, id) == 0)
      return &formats[i];
  return NULL;
}

const WmdFormat *
wmd_formats_lookup_by_path (const char *path)
{
  g_autofree char *name = NULL;
  const char *extension;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_path_get_basename (path);
  extension = strrchr (name, '.');
  for (guint i = 0; extension != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].extension, extension) == 0)
      return &formats[i];
  return NULL;
}

const char *
wmd_format_get_title (const WmdFormat *format)
{
  g_return_val_if_fail (format != NULL, NULL);

  return _ (format->title);
}

/* The beginning of the report's day in Universal Time; 0 when it has no date or an impossible one. */
static gint64
get_date_seconds (const WmdPublication *publication)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;
  const char *date = wmd_publication_get_date (publication);

  if (date == NULL)
    return 0;
  text = g_strconcat (date, "T00:00:00", NULL);
  time = g_date_time_new_from_iso8601 (text, utc);
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

void
wmd_publish_options_init (WmdPublishOptions *options, const WmdPublication *publication)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  g_return_if_fail (options != NULL);
  g_return_if_fail (publication != NULL);

  *options = (WmdPublishOptions){ .page = { WMD_PAPER_LETTER, FALSE, NULL } };
  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    options->date = seconds;
  else
    options->date = get_date_seconds (publication);
}

char *
wmd_publish_dup_file_name (const char *symbol, WmdLanguage language, const WmdFormat *format)
{
  g_autofree char *code = NULL;
  g_autofree char *stem = NULL;

  g_return_val_if_fail (format != NULL, NULL);

  stem = g_strdup (symbol != NULL && symbol[0] != '\0' ? symbol : "report");
  g_strcanon (stem, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-.", '_');
  if (stem[0] == '.')
    stem[0] = '_'; /* a hidden file would look as if nothing had been written */
  code = g_ascii_strup (wmd_language_get_code (language), -1);
  return g_strconcat (stem, "-", code, format->extension, NULL);
}

/* g_file_replace_contents() destroys what was there when the disk is full; these two ways do not. A link stays a
 * link, and a file that was there keeps its mode.
 */
static gboolean
save_local (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *resolved = realpath (path, NULL);
  const char *target = resolved != NULL ? resolved : path;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GStatBuf status;
  int mode = g_stat (target, &status) == 0 ? status.st_mode & 0777 : 0666;

  return g_file_set_contents_full (target, length > 0 ? data : "", length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, error);
}

static gboolean
save_remote (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  g_autoptr (GCancellable) abandon = g_cancellable_new ();
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
  /* Closed with a cancelled cancellable, the stream leaves the file as it was. */
  g_cancellable_cancel (abandon);
  g_output_stream_close (G_OUTPUT_STREAM (stream), abandon, NULL);
  return FALSE;
}

gboolean
wmd_publish_save (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = NULL;
  const char *path;
  gboolean saved;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  path = g_file_peek_path (file);
  saved = path != NULL ? save_local (path, bytes, &cause) : save_remote (file, bytes, cancellable, &cause);
  if (saved)
    return TRUE;
  name = g_file_get_parse_name (file);
  g_set_error (error, WMD_PUBLISH_ERROR, WMD_PUBLISH_ERROR_WRITE, _ ("“%s” could not be written: %s"), name,
               cause->message);
  return FALSE;
}
