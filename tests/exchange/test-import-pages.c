/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What pages leave in a text that came off them: numbers, marks and feet on lines of their own. */

#include <string.h>

#include "exchange/import-support.h"
#include "support/support.h"

#define HEAD "II. Replies received from Governments\n\nFiji\n\n[Original: English]\n[3 May 2021]\n\n"
#define ARABIC_HEAD "ثانيا - الردود الواردة من الحكومات\n\nعمان\n\n[الأصل: بالعربية]\n[3 أيار/مايو 2021]\n\n"

/* Texts, and the blocks that come of the first reply in them. */
static const struct
{
  const char *name;
  const char *text, *shown;
} pages[] = {
  /* The number of a page counts with the pages. That of a footnote, in a column of its own, does not. */
  { "note-number",
    HEAD "Fiji supports the Strategy1 and its pillars.\n\n1\n\nGeneral Assembly resolution 60/288.\n\n2\n\f"
         "It has joined the Convention.\n\n3\n\fIt trains officers.\n\n4\n",
    "p Fiji supports the Strategy<note>General Assembly resolution 60/288.</note> and its pillars.\n"
    "p It has joined the Convention.\np It trains officers.\n" },
  /* Without form feeds page numbers count up, whatever other numbers stand alone between them. */
  { "number-between",
    HEAD "Fiji has:\n\n2\n\nOne law.\n\n137\n\nTwo ports.\n\n3\n\nThree officers.\n\n4\n\nFour cars.\n",
    "p Fiji has:\np One law.\np 137\np Two ports.\np Three officers.\np Four cars.\n" },
  /* The job number and the dates after it come out as lines of their own. */
  { "job-number-parts", HEAD "Fiji has one law.\n\n23-10234 (E)\n\n170723\n\n*2310234*\n\f\nIt has two ports.\n",
    "p Fiji has one law.\np It has two ports.\n" },
  /* A mass number is raised out of its line, above it with the layout of the page and below it without. */
  { "mass-number-above",
    ARABIC_HEAD "تشمل القائمة ما يلي:\n\n  137\n      (أ) المصادر التي تحتوي على Cs أو 60Co؛\n\n      (ب) المواد.\n",
    "p تشمل القائمة ما يلي:\nl المصادر التي تحتوي على <sup>137</sup>Cs أو 60Co؛\nl المواد.\n" },
  { "mass-number-below", ARABIC_HEAD "تشمل القائمة مصادر من Cs؛\n\n137\n\nوتشمل المواد.\n",
    "p تشمل القائمة مصادر من <sup>137</sup>Cs؛\np وتشمل المواد.\n" },
  /* A sentence with a colon goes on at the head of the next page. */
  { "colon-at-foot", HEAD "The system rests on three elements:\n\n2\n\flaws, controls and cooperation.\n\n3\n",
    "p The system rests on three elements: laws, controls and cooperation.\n" },
};

static void
test_page (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);
  g_autoptr (WmdImport) import = test_import (reference, pages[index].text);
  g_autofree char *shown = test_show (import, wmd_snapshot_get_reply (import->snapshot, 0));

  g_assert_cmpstr (shown, ==, pages[index].shown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/import-pages/", pages[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_page);
    }
  return g_test_run ();
}
