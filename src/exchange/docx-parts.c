/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Parts of a DOCX file find one another by relations, whatever they are called. */

#include "config.h"

#include "exchange/docx-parts.h"

#include <string.h>

#include "exchange/docx-private.h"

static void
relation_free (WmdDocxRelation *relation)
{
  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

/* "word/document.xml" → "word/_rels/document.xml.rels" */
static char *
dup_relations_path (const char *path)
{
  const char *name = strrchr (path, '/') != NULL ? strrchr (path, '/') + 1 : path;

  return g_strdup_printf ("%.*s_rels/%s.rels", (int) (name - path), path, name);
}

/* Where a target leads, as a path in the archive. */
static char *
resolve (const char *path, const char *target)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_strconcat ("/", folder, NULL);
  g_autofree char *whole = g_canonicalize_filename (target, base);

  return g_strdup (whole + 1);
}

static WmdDocxRelation *
read_relation (const xmlNode *node, const char *path)
{
  WmdDocxRelation *relation = g_new0 (WmdDocxRelation, 1);
  g_autofree char *type = wmd_input_dup_attribute (node, "Type");
  g_autofree char *mode = wmd_input_dup_attribute (node, "TargetMode");
  g_autofree char *target = wmd_input_dup_attribute (node, "Target");
  const char *step = type != NULL ? strrchr (type, '/') : NULL;

  relation->type = g_strdup (step != NULL ? step + 1 : "");
  relation->target = g_strcmp0 (mode, "External") == 0 || target == NULL || target[0] == '\0' ? g_strdup (target)
                                                                                              : resolve (path, target);
  return relation;
}

GHashTable *
wmd_docx_read_relations (WmdArchive *archive, const char *path, GError **error)
{
  g_autoptr (GHashTable) relations =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) relation_free);
  g_autofree char *own = dup_relations_path (path);
  g_autoptr (WmdXmlDocument) document = NULL;

  if (!wmd_archive_has (archive, own))
    return g_steal_pointer (&relations);
  document = wmd_archive_read_xml (archive, own, error);
  if (document == NULL)
    return NULL;
  for (const xmlNode *node = xmlDocGetRootElement (document)->children; node != NULL; node = node->next)
    {
      g_autofree char *id = node->type == XML_ELEMENT_NODE && wmd_ooxml_get_space (node) == WMD_OOXML_PACKAGE
                                ? wmd_input_dup_attribute (node, "Id")
                                : NULL;

      if (id != NULL)
        g_hash_table_insert (relations, g_steal_pointer (&id), read_relation (node, path));
    }
  return g_steal_pointer (&relations);
}

const char *
wmd_docx_find_target (GHashTable *relations, const char *type)
{
  GHashTableIter iter;
  gpointer relation;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &relation))
    if (g_str_equal (((WmdDocxRelation *) relation)->type, type))
      return ((WmdDocxRelation *) relation)->target;
  return NULL;
}
