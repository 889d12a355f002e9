/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts set in lines: where they break, where glyphs stand, in each script.
 */
#include <string.h>

#include "typeset/text.h"

typedef struct
{
  WmdFonts *fonts;
  WmdSetter *setter;
} Fixture;

static void
fixture_set_up (Fixture *self, gconstpointer data)
{
  self->fonts = wmd_fonts_new ();
  self->setter = wmd_setter_new (self->fonts, NULL);
}

static void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  wmd_setter_free (self->setter);
  wmd_fonts_unref (self->fonts);
}

static WmdText *
set (Fixture *self, const char *words, WmdLanguage language, double width)
{
  const WmdTextSource source = {
    .text = words,
    .type = wmd_type_get (WMD_TYPE_BODY, language),
    .language = language,
    .rtl = wmd_language_is_rtl (language),
    .align = WMD_ALIGN_JUSTIFY,
    .width = width,
  };

  return wmd_setter_set (self->setter, &source);
}

/* The words of each line, without its trailing space. (transfer full) */
static char *
get_line (const WmdText *text, guint index)
{
  const WmdLine *line = &text->lines[index];

  return g_strchomp (g_strndup (text->text + line->start, line->end - line->start));
}

static void
assert_line (const WmdText *text, guint index, const char *expected)
{
  g_autofree char *found = get_line (text, index);

  g_assert_cmpuint (index, <, text->n_lines);
  g_assert_cmpstr (found, ==, expected);
}

static double
get_end (const WmdText *text, guint line)
{
  return text->lines[line].x + text->lines[line].width;
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_autoptr (WmdText) text = set (fixture, "", language, 100);

      g_assert_cmpuint (text->n_lines, ==, 1);
      g_assert_cmpuint (text->n_glyphs, ==, 0);
    }
}

static void
test_justified (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdText) text =
      set (fixture, "Some words that need more than one line of so narrow a column.", WMD_LANGUAGE_EN, 120);

  g_assert_cmpuint (text->n_lines, >, 2);
  for (guint i = 0; i + 1 < text->n_lines; i++)
    {
      g_assert_cmpfloat_with_epsilon (text->lines[i].x, 0, 0.01);
      g_assert_cmpfloat_with_epsilon (get_end (text, i), 120, 0.01);
    }
  g_assert_cmpfloat (get_end (text, text->n_lines - 1), <, 119);
}

/* The separator in a number keeps its width. */
static void
test_no_break_space (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdText) text =
      set (fixture, "Some 2\302\240400 words that need more than one line.", WMD_LANGUAGE_EN, 120);
  double digit = text->glyphs[8].x - text->glyphs[7].x;
  double separator = text->glyphs[7].x - text->glyphs[6].x;

  g_assert_cmpuint (text->n_lines, >, 1);
  g_assert_cmpfloat_with_epsilon (get_end (text, 0), 120, 0.01);
  g_assert_cmpuint (text->glyphs[6].cluster, ==, 6);
  g_assert_cmpfloat (separator, <, digit);
}

/* Two words before a long one are not torn apart. */
static void
test_loose_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdText) text = set (fixture, "a b mmmmmmmmmmmmmmmmmm and more", WMD_LANGUAGE_EN, 150);

  assert_line (text, 0, "a b");
  g_assert_cmpfloat (get_end (text, 0), <, 30);
}

static void
test_indents (Fixture *fixture, gconstpointer data)
{
  const WmdTextSource source = {
    .text = "Some words that need more than one line of so narrow a column.",
    .type = wmd_type_get (WMD_TYPE_BODY, WMD_LANGUAGE_EN),
    .language = WMD_LANGUAGE_EN,
    .align = WMD_ALIGN_END,
    .width = 120,
    .first = 30,
    .rest = 10,
  };
  g_autoptr (WmdText) text = wmd_setter_set (fixture->setter, &source);

  g_assert_cmpfloat (text->lines[0].x, >=, 30);
  for (guint i = 0; i < text->n_lines; i++)
    g_assert_cmpfloat_with_epsilon (get_end (text, i), 120, 0.01);
}

/* A word longer than the line is cut; nothing of it is lost and nothing overruns. */
static void
test_long_word (Fixture *fixture, gconstpointer data)
{
  g_autofree char *word = g_strnfill (200, 'm');
  g_autoptr (WmdText) text = set (fixture, word, WMD_LANGUAGE_EN, 100);
  g_autoptr (WmdText) narrow = set (fixture, "mm", WMD_LANGUAGE_EN, 1);

  g_assert_cmpuint (text->n_lines, >, 10);
  g_assert_cmpuint (text->n_glyphs, ==, 200);
  for (guint i = 0; i < text->n_lines; i++)
    g_assert_cmpfloat (text->lines[i].width, <=, 100.1);
  g_assert_cmpuint (narrow->n_lines, ==, 2);
}

static void
test_address (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdText) text =
      set (fixture, "See https://disarmament.example.org/reports/measures-taken/summary.html for more.",
           WMD_LANGUAGE_EN, 150);
  g_autoptr (WmdText) strokes = set (fixture, "It binds every one of the groups/nations.", WMD_LANGUAGE_EN, 157);
  g_autofree char *first = get_line (text, 0);
  char last = first[strlen (first) - 1];

  /* Not "See" alone on the first line, and not in the middle of a word. */
  g_assert_cmpuint (strlen (first), >, 12);
  g_assert_true (last == '/' || strchr (".-_?&", text->text[text->lines[1].start]) != NULL);
  assert_line (strokes, 1, "groups/nations.");
}

static void
test_mandatory_break (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdText) text = set (fixture, "A/80/1\nS/2025/2", WMD_LANGUAGE_EN, 300);

  g_assert_cmpuint (text->n_lines, ==, 2);
  assert_line (text, 0, "A/80/1");
  assert_line (text, 1, "S/2025/2");
  g_assert_cmpfloat (text->lines[0].width, <, 60); /* not justified */
}

/* --- Chinese --- */

#define EM 10.5

static void
test_chinese (Fixture *fixture, gconstpointer data)
{
  /* The comma does not fit in a line of eight and stands outside; a line never begins with it. */
  g_autoptr (WmdText) comma = set (fixture, "防止恐怖分子获取，大规模毁灭性武器的措施", WMD_LANGUAGE_ZH, 8 * EM + 1);
  /* An opening mark goes with what it opens. */
  g_autoptr (WmdText) bracket = set (fixture, "防止恐怖分子获《大规模毁灭性武器》的措施", WMD_LANGUAGE_ZH, 8 * EM + 1);
  /* Unlike in other languages a line may end before a quotation mark. */
  g_autoptr (WmdText) quotation = set (fixture, "防止恐怖分子获取“大规模毁灭”性武器", WMD_LANGUAGE_ZH, 8 * EM + 1);

  assert_line (comma, 0, "防止恐怖分子获取，");
  assert_line (bracket, 0, "防止恐怖分子获");
  assert_line (quotation, 0, "防止恐怖分子获取");
  /* Room is added between ideographs, of which seven fill the column. */
  g_assert_cmpfloat_with_epsilon (get_end (bracket, 0), 8 * EM + 1, 0.01);
}

static void
test_chinese_compression (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdText) apart = set (fixture, "《条约》和《公约》", WMD_LANGUAGE_ZH, 400);
  g_autoptr (WmdText) together = set (fixture, "《条约》、《公约》", WMD_LANGUAGE_ZH, 400);

  /* The three marks in the middle give up half a square twice. */
  g_assert_cmpfloat_with_epsilon (apart->lines[0].width - together->lines[0].width, EM, 0.01);
}

static void
test_chinese_digits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdText) text = set (fixture, "第 1540(2004)号决议", WMD_LANGUAGE_ZH, 400);

  g_assert_cmpuint (text->n_fragments, ==, 3);
  g_assert_cmpint (text->fragments[0].face->family, ==, WMD_FAMILY_SONG);
  g_assert_cmpint (text->fragments[1].face->family, ==, WMD_FAMILY_TIMES);
  g_assert_cmpint (text->fragments[2].face->family, ==, WMD_FAMILY_SONG);
}

/* --- Arabic --- */

static float
get_x (const WmdText *text, const char *words)
{
  guint offset = strstr (text->text, words) - text->text;

  for (guint i = 0; i < text->n_glyphs; i++)
    if (text->glyphs[i].cluster == offset)
      return text->glyphs[i].x;
  g_assert_not_reached ();
}

static void
test_arabic (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdText) text = set (fixture, "قرار UNODC رقم 77/75 اليوم", WMD_LANGUAGE_AR, 400);

  g_assert_cmpuint (text->n_lines, ==, 1);
  g_assert_cmpfloat_with_epsilon (get_end (text, 0), 400, 0.01);
  /* Words run from right to left, Latin letters and numbers in them from left to right. */
  g_assert_cmpfloat (get_x (text, "قرار"), >, get_x (text, "UNODC"));
  g_assert_cmpfloat (get_x (text, "UNODC"), <, get_x (text, "NODC"));
  g_assert_cmpfloat (get_x (text, "UNODC"), >, get_x (text, "77"));
  g_assert_cmpfloat (get_x (text, "77"), <, get_x (text, "75"));
  g_assert_cmpfloat (get_x (text, "77"), >, get_x (text, "اليوم"));
  /* Letters are joined: fewer shapes than in the alphabet's own forms would be as wide. */
  for (guint i = 1; i < text->n_glyphs; i++)
    g_assert_cmpuint (text->glyphs[i].cluster, >=, text->glyphs[i - 1].cluster);
}

static void
test_arabic_in_english (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdText) text = set (fixture, "one الأمم المتحدة two", WMD_LANGUAGE_EN, 400);

  g_assert_cmpfloat_with_epsilon (text->lines[0].x, 0, 0.01);
  g_assert_cmpfloat (get_x (text, "one"), <, get_x (text, "المتحدة"));
  g_assert_cmpfloat (get_x (text, "المتحدة"), <, get_x (text, "الأمم"));
  g_assert_cmpfloat (get_x (text, "الأمم"), <, get_x (text, "two"));
}

/* --- other scripts --- */

/* A word is of one face, what stands round it is of the family's own, and no glyph is the sign for one that is not
 * there, even where no font has the character.
 */
static void
test_fallback (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmdText) text = set (fixture, "Name: ประเทศไทย, भारत, \364\217\277\275 (x).", WMD_LANGUAGE_EN, 500);
  const WmdFace *times = text->fragments[0].face;

  for (guint i = 0; i < text->n_glyphs; i++)
    g_assert_cmpuint (text->glyphs[i].id, !=, 0);
  for (guint i = 0; i < text->n_fragments; i++)
    {
      const WmdFragment *fragment = &text->fragments[i];

      if (g_ascii_isgraph (text->text[fragment->start]))
        g_assert_true (fragment->face == times);
      g_assert_true (i == 0 || fragment->face != text->fragments[i - 1].face);
    }
}

/* --- words divided --- */

static void
test_hyphenation (Fixture *fixture, gconstpointer data)
{
  static const char words[] = "They took internationalization seriously.";
  g_autoptr (WmdHyphenation) hyphenation = wmd_hyphenation_new ();
  gboolean points[sizeof words];
  WmdSetter *setter;
  g_autoptr (WmdText) whole = NULL;
  g_autoptr (WmdText) divided = NULL;
  g_autoptr (WmdText) address = NULL;
  WmdTextSource source = {
    .text = words,
    .type = wmd_type_get (WMD_TYPE_BODY, WMD_LANGUAGE_EN),
    .language = WMD_LANGUAGE_EN,
    .align = WMD_ALIGN_JUSTIFY,
    .width = 105,
  };
  const WmdFragment *hyphen;

  if (!wmd_hyphenation_divide (hyphenation, WMD_LANGUAGE_EN, "internationalization", 20, points))
    {
      g_test_skip ("there is no dictionary");
      return;
    }
  g_assert_true (points[2] && points[5]);
  g_assert_false (wmd_hyphenation_divide (hyphenation, WMD_LANGUAGE_EN, "the", 3, points));
  g_assert_false (wmd_hyphenation_divide (hyphenation, WMD_LANGUAGE_ZH, "武器", 6, points));

  setter = wmd_setter_new (fixture->fonts, hyphenation);
  whole = wmd_setter_set (fixture->setter, &source);
  divided = wmd_setter_set (setter, &source);
  assert_line (whole, 0, "They took");
  hyphen = &divided->fragments[divided->lines[0].first_fragment + divided->lines[0].n_fragments - 1];
  g_assert_cmpuint (divided->lines[0].end, >, strlen ("They took "));
  g_assert_cmpuint (hyphen->start, ==, hyphen->end);
  g_assert_cmpfloat_with_epsilon (hyphen->x + hyphen->width, 105, 0.01);
  source.text = "They took https://internationalization.example.org seriously.";
  address = wmd_setter_set (setter, &source);
  for (guint i = 0; i < address->n_fragments; i++)
    g_assert_cmpuint (address->fragments[i].start, <, address->fragments[i].end);
  wmd_setter_free (setter);
}

/* --- robustness --- */

/* Whatever the text, every byte of it is on one line and in one fragment, in order. */
static void
test_anything (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "a", " ", "法", "，", "“",    "ش", "ّ",        "1",
                                        "(", "—", "\n", "é",  "🙂", "-", "\302\240" };

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      WmdLanguage language = round % WMD_N_LANGUAGES;
      g_autoptr (WmdText) text = NULL;
      guint byte = 0;

      for (int i = g_test_rand_int_range (0, 60); i > 0; i--)
        g_string_append (words, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      text = set (fixture, words->str, language, g_test_rand_int_range (1, 120));
      for (guint i = 0; i < text->n_lines; i++)
        {
          g_assert_cmpuint (text->lines[i].start, ==, byte);
          byte = text->lines[i].end;
        }
      g_assert_cmpuint (byte, ==, words->len);
      byte = 0;
      for (guint i = 0; i < text->n_fragments; i++)
        {
          g_assert_cmpuint (text->fragments[i].start, ==, byte);
          byte = text->fragments[i].end;
        }
      g_assert_cmpuint (byte, ==, words->len);
    }
}

#define ADD(name, function) g_test_add ("/lines/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", test_empty);
  ADD ("justified", test_justified);
  ADD ("no-break-space", test_no_break_space);
  ADD ("loose-line", test_loose_line);
  ADD ("fallback", test_fallback);
  ADD ("indents", test_indents);
  ADD ("long-word", test_long_word);
  ADD ("address", test_address);
  ADD ("mandatory-break", test_mandatory_break);
  ADD ("chinese", test_chinese);
  ADD ("chinese-compression", test_chinese_compression);
  ADD ("chinese-digits", test_chinese_digits);
  ADD ("arabic", test_arabic);
  ADD ("arabic-in-english", test_arabic_in_english);
  ADD ("hyphenation", test_hyphenation);
  ADD ("anything", test_anything);
  return g_test_run ();
}
