/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compose/citations.h"

#include <string.h>

/* What is found in @text, as "words>symbol words>symbol"; "" where nothing may be. */
typedef struct
{
  WmdLanguage language;
  const char *text;
  const char *found;
} Case;

static const Case cases[] = {
  /* Full symbols, anywhere. */
  { WMD_LANGUAGE_EN, "See A/78/150 and S/2023/45/Add.1.", "A/78/150>A/78/150 S/2023/45/Add.1>S/2023/45/Add.1" },
  { WMD_LANGUAGE_FR, "Voir A/RES/77/75 et S/RES/1540 (2004).",
    "A/RES/77/75>A/RES/77/75 S/RES/1540 (2004)>S/RES/1540(2004)" },
  { WMD_LANGUAGE_EN, "FAA/78/150, A/78/150/45 and NPT/A/78/150 are something else.", "" },

  /* Resolutions, alone and in lists. */
  { WMD_LANGUAGE_EN, "General Assembly resolution 77/75", "77/75>A/RES/77/75" },
  { WMD_LANGUAGE_EN, "Security Council resolutions 1267 (1999), 1373 (2001), and 1540 (2004)",
    "1267 (1999)>S/RES/1267(1999) 1373 (2001)>S/RES/1373(2001) 1540 (2004)>S/RES/1540(2004)" },
  { WMD_LANGUAGE_EN, "Assembly resolution 77/75 and resolution 1540(2004)",
    "77/75>A/RES/77/75 1540(2004)>S/RES/1540(2004)" },
  { WMD_LANGUAGE_ES, "las resoluciones 1540 (2004) y 1977 (2011) del Consejo de Seguridad",
    "1540 (2004)>S/RES/1540(2004) 1977 (2011)>S/RES/1977(2011)" },
  { WMD_LANGUAGE_ES, "la resolución 77/75 de la Asamblea General", "77/75>A/RES/77/75" },
  { WMD_LANGUAGE_FR, "la résolution 1540 (2004) du Conseil de sécurité et la résolution 77/75 de l’Assemblée générale",
    "1540 (2004)>S/RES/1540(2004) 77/75>A/RES/77/75" },
  { WMD_LANGUAGE_RU, "в резолюции 77/75 Генеральной Ассамблеи и резолюциях 1540 (2004) и 1673 (2006)",
    "77/75>A/RES/77/75 1540 (2004)>S/RES/1540(2004) 1673 (2006)>S/RES/1673(2006)" },
  { WMD_LANGUAGE_AR, "عملا بقرار الجمعية العامة 77/75 وقرارات مجلس الأمن 1267 (1999) و 1540 (2004)",
    "77/75>A/RES/77/75 1267 (1999)>S/RES/1267(1999) 1540 (2004)>S/RES/1540(2004)" },
  { WMD_LANGUAGE_AR, "قرارها 77/75 الصادر عن الجمعية العامة", "77/75>A/RES/77/75" },
  { WMD_LANGUAGE_ZH, "大会第 77/75 号决议、安全理事会第 1267(1999)、1373(2001)和 1540(2004)号决议",
    "77/75>A/RES/77/75 1267(1999)>S/RES/1267(1999) 1373(2001)>S/RES/1373(2001) 1540(2004)>S/RES/1540(2004)" },
  { WMD_LANGUAGE_ZH, "大会第77/75号决议", "77/75>A/RES/77/75" },

  /* Numbers that look like it and are not, or may be another body's. */
  { WMD_LANGUAGE_EN, "Act 25/18, decision 77/75 and 1540 (2004) cases", "" },
  { WMD_LANGUAGE_EN, "In resolution 34/8 the matter is settled.", "" },
  { WMD_LANGUAGE_EN, "Human Rights Council resolution 34/8, of which the General Assembly took note", "" },
  { WMD_LANGUAGE_EN, "The Assembly met. Resolution 34/8 came later.", "" },
  { WMD_LANGUAGE_EN, "General Assembly resolution 51/45 S", "" },
  { WMD_LANGUAGE_ZH, "大会通过第 33/2021 号法和第 256(XIII)号决定", "" },
  { WMD_LANGUAGE_ZH, "第 4042 号文件", "" },
  { WMD_LANGUAGE_RU, "закон 77/75 и резолюция 10/3 Совета по правам человека, направленная Ассамблее", "" },
};

static char *
describe (const GArray *found, const char *text)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const WmdCitation *citation = &g_array_index (found, WmdCitation, i);
      const char *symbol = citation->address + strlen ("https://undocs.org/en/");

      g_string_append_printf (out, "%s%.*s>%s", i > 0 ? " " : "", (int) (citation->end - citation->start),
                              text + citation->start, symbol);
    }
  return g_string_free (out, FALSE);
}

static void
test_found (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WmdCitations) citations = wmd_citations_new (reference, cases[i].language);
      g_autoptr (GArray) found = wmd_citations_find (citations, cases[i].text);
      g_autofree char *description = describe (found, cases[i].text);

      g_assert_cmpstr (description, ==, cases[i].found);
    }
}

/* The address leads to the document in the language of the edition. */
static void
test_address (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autoptr (WmdCitations) citations = wmd_citations_new (reference, i);
      g_autoptr (GArray) found = wmd_citations_find (citations, "A/78/150");
      g_autofree char *address = g_strdup_printf ("https://undocs.org/%s/A/78/150", wmd_language_get_code (i));

      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpstr (g_array_index (found, WmdCitation, 0).address, ==, address);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citations/found", test_found);
  g_test_add_func ("/citations/address", test_address);
  return g_test_run ();
}
