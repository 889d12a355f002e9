/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A file that comes back from a translator's tool. Units find their blocks by the ids of part and block; all else in
 * the file may have changed.
 */

#include "config.h"

#include "exchange/xliff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/xliff-read-private.h"

void
wmd_xliff_report (WmdXliffReader *self,
                  const char *rule,
                  WmdSeverity severity,
                  const WmdXliffPlace *place,
                  const char *hint,
                  const char *message)
{
  WmdFinding *finding = wmd_finding_new (rule, severity);

  finding->part = g_strdup (place->part);
  finding->block = g_strdup (place->block);
  finding->line = place->line;
  finding->language = self->import->language;
  finding->hint = hint != NULL && hint[0] != '\0' ? g_strdup (hint) : NULL;
  finding->message = g_strdup (message);
  if (finding->hint != NULL)
    finding->explanation = g_strdup_printf (_ ("The file says: “%s”"), finding->hint);
  g_ptr_array_add (self->import->findings, finding);
}

/* --- the units of a file --- */

/* Adds the units below @element, in the order of the file, and by id; the first of an id counts. */
static void
collect_units (WmdXliffReader *self, xmlNode *element, const char *part, GPtrArray *units, GHashTable *by_id)
{
  for (xmlNode *child = element->children; child != NULL; child = child->next)
    if (wmd_xliff_is_element (child, "trans-unit"))
      {
        g_autofree char *id = wmd_xliff_dup_attribute (child, "id");
        const WmdXliffPlace place = { part, NULL, (guint) xmlGetLineNo (child) };

        if (id != NULL && !g_hash_table_contains (by_id, id))
          {
            g_ptr_array_add (units, child);
            g_hash_table_insert (by_id, g_steal_pointer (&id), child);
            continue;
          }
        wmd_xliff_report (self, "xliff-unknown", WMD_SEVERITY_ERROR, &place, id,
                          _ ("The file has this unit twice, or without an id. It was not taken."));
        self->import->units[WMD_UNIT_REFUSED]++;
      }
    else if (wmd_xliff_is_element (child, "group") || wmd_xliff_is_element (child, "body"))
      collect_units (self, child, part, units, by_id);
}

/* What the report has of the block @id; NULL when it does not have it. */
static const WmdExchangeUnit *
find_held (const GPtrArray *held, const char *id)
{
  for (guint i = 0; i < held->len; i++)
    {
      const WmdExchangeUnit *unit = held->pdata[i];

      if (strcmp (wmd_block_get_id (unit->source), id) == 0)
        return unit;
    }
  return NULL;
}

static void
refuse_unknown (WmdXliffReader *self, const char *part, xmlNode *element)
{
  const WmdXliffPlace place = { part, NULL, (guint) xmlGetLineNo (element) };
  xmlNode *target = wmd_xliff_find_child (element, "target");
  xmlChar *words = target != NULL ? xmlNodeGetContent (target) : NULL;

  wmd_xliff_report (self, "xliff-unknown", WMD_SEVERITY_ERROR, &place, (const char *) words,
                    _ ("The paragraph that this is a translation of is no longer in the report. It was not taken."));
  self->import->units[WMD_UNIT_REFUSED]++;
  xmlFree (words);
}

/* Takes @body, and returns it with the unit of @element. @held: the units of @body (element-type WmdExchangeUnit). */
static WmdBody *
take_element (WmdXliffReader *self, WmdBody *body, xmlNode *element, GHashTable *by_id, const GPtrArray *held)
{
  g_autofree char *id = wmd_xliff_dup_attribute (element, "id");
  const WmdExchangeUnit *partner = find_held (held, id);
  const WmdXliffPlace place = { wmd_body_get_id (body), id, (guint) xmlGetLineNo (element) };
  g_auto (WmdXliffUnit) unit = { 0 };

  if (strchr (id, '.') != NULL)
    return body; /* of a footnote: read with its text */
  if (partner == NULL)
    {
      refuse_unknown (self, place.part, element);
      return body;
    }
  wmd_xliff_unit_read (&unit, element, by_id, partner);
  return wmd_xliff_take_unit (self, body, &place, partner, &unit);
}

static void
take_units (WmdXliffReader *self, WmdBody *body, xmlNode *file, WmdLanguage source)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) held = wmd_exchange_list_units (body, self->import->language, source);
  WmdBody *changed = wmd_body_ref (body);

  collect_units (self, file, wmd_body_get_id (body), units, by_id);
  for (guint i = 0; i < units->len; i++)
    changed = take_element (self, changed, units->pdata[i], by_id, held);
  g_hash_table_insert (self->bodies, g_strdup (wmd_body_get_id (body)), changed);
}

/* --- files --- */

/* "fr", "fr-FR" and "fr_FR" are French. */
static WmdLanguage
parse_language (xmlNode *file, const char *attribute)
{
  g_autofree char *tag = wmd_xliff_dup_attribute (file, attribute);

  if (tag == NULL)
    return WMD_LANGUAGE_NONE;
  tag[strcspn (tag, "-_")] = '\0';
  for (char *p = tag; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  return wmd_language_from_code (tag);
}

/* A file of the report that nothing is taken of. */
static void
refuse_file (WmdXliffReader *self,
             xmlNode *file,
             const char *rule,
             const char *part,
             const char *name,
             const char *message)
{
  const WmdXliffPlace place = { part, NULL, (guint) xmlGetLineNo (file) };

  wmd_xliff_report (self, rule, WMD_SEVERITY_ERROR, &place, name, message);
  self->import->units[WMD_UNIT_REFUSED]++;
}

/* The text that a file is of, as it has become; NULL, with a finding, when there is none. (transfer full) */
static WmdBody *
find_body (WmdXliffReader *self, xmlNode *file, const char *part, const char *name)
{
  WmdBody *body = g_hash_table_lookup (self->bodies, part);

  if (body == NULL)
    body = wmd_snapshot_lookup_body (self->report, part);
  if (body == NULL)
    refuse_file (self, file, "xliff-unknown", NULL, name,
                 _ ("This text is no longer in the report. Nothing of its translation was taken."));
  return body != NULL ? wmd_body_ref (body) : NULL;
}

/* The report, the part and the name that the file is from, as wmd_xliff_write() has it; NULL for another file.
 * (transfer full)
 */
static char **
split_original (xmlNode *file)
{
  g_autofree char *original = wmd_xliff_dup_attribute (file, "original");
  char **parts = g_strsplit (original != NULL ? original : "", "/", 3);

  if (g_strv_length (parts) == 3)
    return parts;
  g_strfreev (parts);
  return NULL;
}

/* Takes what is in @file, which is of the report. */
static void
take_file (WmdXliffReader *self, xmlNode *file)
{
  g_auto (GStrv) original = split_original (file);
  const char *part = original[1];
  WmdLanguage target = parse_language (file, "target-language");
  g_autoptr (WmdBody) body = find_body (self, file, part, original[2]);

  if (body == NULL)
    return;
  if (target != WMD_LANGUAGE_NONE && target != self->import->language)
    refuse_file (self, file, "xliff-language", part, NULL,
                 _ ("This text is translated into another language than the others in the file. It was not taken."));
  else if (wmd_body_get_original (body) == self->import->language)
    refuse_file (self, file, "xliff-original", part, NULL,
                 _ ("This is the original language of the text, which is not translated. It was not taken."));
  else
    take_units (self, body, file, parse_language (file, "source-language"));
}

/* The files below @root that are of the report; the first that names a language says which it is. (transfer full)
 * (element-type xmlNode)
 */
static GPtrArray *
list_files (WmdXliffReader *self, xmlNode *root)
{
  GPtrArray *files = g_ptr_array_new ();

  for (xmlNode *file = root->children; file != NULL; file = file->next)
    {
      g_auto (GStrv) original = NULL;

      if (!wmd_xliff_is_element (file, "file"))
        continue;
      original = split_original (file);
      if (original == NULL || strcmp (original[0], wmd_snapshot_get_id (self->report)) != 0)
        {
          refuse_file (self, file, "xliff-unknown", NULL, original != NULL ? original[2] : NULL,
                       _ ("This text is of another report. Nothing of it was taken."));
          continue;
        }
      g_ptr_array_add (files, file);
      if (self->import->language == WMD_LANGUAGE_NONE)
        self->import->language = parse_language (file, "target-language");
    }
  return files;
}

/* --- the report --- */

static WmdBody *
get_body (WmdXliffReader *self, WmdBody *body)
{
  WmdBody *changed = g_hash_table_lookup (self->bodies, wmd_body_get_id (body));

  return changed != NULL ? changed : body;
}

static WmdSnapshot *
make_snapshot (WmdXliffReader *self)
{
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  WmdSnapshot *report = self->report;

  for (guint i = 0; i < wmd_snapshot_get_n_replies (report); i++)
    g_ptr_array_add (replies, get_body (self, wmd_snapshot_get_reply (report, i)));
  return wmd_snapshot_new (wmd_snapshot_get_reference (report), wmd_snapshot_get_id (report),
                           wmd_snapshot_get_facts (report), get_body (self, wmd_snapshot_get_summary (report)),
                           get_body (self, wmd_snapshot_get_introduction (report)), replies,
                           wmd_snapshot_get_unknown (report));
}

static gboolean
read_document (WmdXliffReader *self, xmlDoc *document, GError **error)
{
  g_autoptr (GPtrArray) files = list_files (self, xmlDocGetRootElement (document));

  if (files->len == 0)
    {
      g_set_error_literal (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_OTHER_REPORT,
                           _ ("Nothing in the file is of this report. Open the report that it was written from."));
      return FALSE;
    }
  if (self->import->language == WMD_LANGUAGE_NONE)
    {
      g_set_error_literal (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_LANGUAGE,
                           _ ("The file does not say into which of the six languages it is translated. Set its target "
                              "language in the translator’s tool."));
      return FALSE;
    }
  for (guint i = 0; i < files->len; i++)
    take_file (self, files->pdata[i]);
  self->import->snapshot = make_snapshot (self);
  return TRUE;
}

WmdImport *
wmd_xliff_read (WmdSnapshot *held, const char *data, gsize length, gboolean overwrite, GError **error)
{
  g_autoptr (WmdImport) import = NULL;
  g_autoptr (GHashTable) bodies = NULL;
  xmlDoc *document;
  WmdXliffReader self;
  gboolean done;

  g_return_val_if_fail (held != NULL && data != NULL, NULL);

  document = wmd_xliff_parse (data, length, error);
  if (document == NULL)
    return NULL;
  import = g_new0 (WmdImport, 1);
  import->language = WMD_LANGUAGE_NONE;
  import->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_finding_unref);
  bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) wmd_body_unref);
  self = (WmdXliffReader){ held, overwrite, import, bodies };
  done = read_document (&self, document, error);
  xmlFreeDoc (document);
  return done ? g_steal_pointer (&import) : NULL;
}
