/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the documents of an Akoma Ntoso collection are called, on the three levels of FRBR, and who is referred to. */

#include "config.h"

#include "publish/akn-private.h"

#include <string.h>

/* A symbol as a part of a name: slashes are hyphens, spaces underscores. (transfer full) */
char *
wmd_akn_dup_number (const char *symbol)
{
  char *number = g_strdup (symbol != NULL && *symbol != '\0' ? symbol : "unnumbered");

  for (char *p = number; *p != '\0'; p++)
    if (*p == ' ')
      *p = '_';
    else if (!g_ascii_isalnum (*p) && strchr ("()._-", *p) == NULL)
      *p = '-';
  return number;
}

/* Names of one document on the three levels of FRBR: @work, its expression in the language, the file. */
static void
write_names (WmdAkn *writer, const char *level, const char *work, const char *component, const char *ending)
{
  g_autofree char *this = g_strconcat (work, "/!", component, NULL);

  if (strcmp (level, "FRBRWork") != 0)
    {
      g_free (this);
      this = g_strdup_printf ("%s/%s@%s/!%s%s", work, wmd_language_get_iso639_3 (writer->language), writer->date,
                              component, ending);
    }
  wmd_xml_empty (writer->xml, "FRBRthis", "value", this, NULL);
  if (strcmp (level, "FRBRWork") == 0)
    wmd_xml_empty (writer->xml, "FRBRuri", "value", work, NULL);
  else
    {
      g_autofree char *uri =
          g_strdup_printf ("%s/%s@%s%s", work, wmd_language_get_iso639_3 (writer->language), writer->date, ending);

      wmd_xml_empty (writer->xml, "FRBRuri", "value", uri, NULL);
    }
}

static void
write_common (WmdAkn *writer, const char *date_name, const char *date, const char *author)
{
  wmd_xml_empty (writer->xml, "FRBRdate", "date", date, "name", date_name, NULL);
  wmd_xml_empty (writer->xml, "FRBRauthor", "href", author, "as", "#author", NULL);
}

static void
write_translation (WmdAkn *writer, const WmdAknIdentity *identity, const char *work)
{
  WmdLanguage original = wmd_language_from_code (identity->original);
  g_autofree char *href = NULL;

  if (original == WMD_LANGUAGE_NONE || original == writer->language)
    return;
  href =
      g_strdup_printf ("%s/%s@%s/!%s", work, wmd_language_get_iso639_3 (original), writer->date, identity->component);
  wmd_xml_empty (writer->xml, "FRBRtranslation", "href", href, "by", "#un", "fromLanguage",
                 wmd_language_get_iso639_3 (original), NULL);
}

static void
write_identification (WmdAkn *writer, const WmdAknIdentity *identity)
{
  GsfXMLOut *xml = writer->xml;
  g_autofree char *work = g_strdup_printf ("/akn/un/%s/un-ga/%s/%s", identity->type, writer->date, writer->number);
  const char *symbol = wmd_publication_get_masthead (writer->publication)->symbol;

  wmd_xml_start (xml, "identification", "source", "#un", NULL);
  wmd_xml_start (xml, "FRBRWork", NULL);
  write_names (writer, "FRBRWork", work, identity->component, "");
  write_common (writer, "issued", identity->date, identity->author);
  wmd_xml_empty (xml, "FRBRcountry", "value", "un", NULL);
  wmd_xml_empty (xml, "FRBRsubtype", "value", identity->subtype, NULL);
  wmd_xml_empty (xml, "FRBRnumber", "value", writer->number, "showAs", symbol, NULL);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "FRBRExpression", NULL);
  write_names (writer, "FRBRExpression", work, identity->component, "");
  write_common (writer, "issued", writer->date, "#un");
  wmd_xml_empty (xml, "FRBRlanguage", "language", wmd_language_get_iso639_3 (writer->language), NULL);
  write_translation (writer, identity, work);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "FRBRManifestation", NULL);
  write_names (writer, "FRBRManifestation", work, identity->component, ".xml");
  write_common (writer, "markup", writer->date, "#un");
  wmd_xml_empty (xml, "FRBRformat", "value", "application/akn+xml", NULL);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

static void
write_reference (GsfXMLOut *xml, const char *element, const char *id, const char *show)
{
  g_autofree char *kind = g_ascii_strdown (element + strlen ("TLC"), -1);
  g_autofree char *href = g_strdup_printf ("/akn/ontology/%s/%s", kind, id);

  wmd_xml_empty (xml, element, "eId", id, "href", href, "showAs", show, NULL);
}

/* Who is referred to: once for the whole collection, in which ids are unique. */
static void
write_references (WmdAkn *writer)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (writer->publication);

  wmd_xml_start (writer->xml, "references", "source", "#un", NULL);
  write_reference (writer->xml, "TLCOrganization", "un", masthead->united_nations);
  write_reference (writer->xml, "TLCOrganization", "un-ga", masthead->organ);
  for (guint i = 0; i < wmd_publication_get_n_items (writer->publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (writer->publication, i);
      g_autofree char *id = g_strconcat ("respondent-", item->id, NULL);

      if (item->kind == WMD_ITEM_REPLY)
        write_reference (writer->xml, "TLCOrganization", id, wmd_inline_get_text (item->content));
    }
  write_reference (writer->xml, "TLCRole", "author", wmd_publication_get_author (writer->publication));
  wmd_xml_end (writer->xml);
}

void
wmd_akn_write_meta (WmdAkn *writer, const WmdAknIdentity *identity, gboolean with_references)
{
  wmd_xml_start (writer->xml, "meta", NULL);
  write_identification (writer, identity);
  if (with_references)
    write_references (writer);
  wmd_xml_end (writer->xml);
}
