/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/inline.h"

#include <string.h>

/* Markup as it may be read, and as it is written. */
static const struct
{
  const char *read;
  const char *text;
  const char *written;
} canonical_forms[] = {
  { "plain", "plain", "plain" },
  { "", "", "" },
  { "a &amp; b &lt; c", "a & b < c", "a &amp; b &lt; c" },
  { "134<sup>11</sup>", "13411", "134<sup>11</sup>" },
  { "<em>a</em><em>b</em>", "ab", "<em>ab</em>" },
  { "<em></em>x", "x", "x" },
  { "<strong><em>a</em></strong>", "a", "<em><strong>a</strong></em>" },
  { "<em>a<strong>b</strong></em><strong>c</strong>", "abc", "<em>a<strong>b</strong></em><strong>c</strong>" },
  { "see <a href=\"https://undocs.org/en/A/78/1?a=1&amp;b=2\">A/78/1</a>", "see A/78/1",
    "see <a href=\"https://undocs.org/en/A/78/1?a=1&amp;b=2\">A/78/1</a>" },
  { "<a href=\"x\">a</a><a href=\"y\">b</a>", "ab", "<a href=\"x\">a</a><a href=\"y\">b</a>" },
  { "<a href=\"\">77/75</a>", "77/75", "<a href=\"\">77/75</a>" },
  { "until <field name=\"deadline\"/>.", "until {deadline}.", "until <field name=\"deadline\"/>." },
  { "<field name=\"a\"/><field name=\"a\"/>", "{a}{a}", "<field name=\"a\"/><field name=\"a\"/>" },
  { "text<note>See <em>A/78/150</em>.</note>.", "text\357\277\274.", "text<note>See <em>A/78/150</em>.</note>." },
  { "<em>a<note>n</note>b</em>", "a\357\277\274b", "<em>a<note>n</note>b</em>" },
  { "literal {deadline}", "literal {deadline}", "literal {deadline}" },
  { "&#13;", "\r", "&#13;" },
};

static void
test_canonical (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (canonical_forms); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WmdInline) content = wmd_inline_parse (canonical_forms[i].read, &error);
      g_autoptr (WmdInline) again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (wmd_inline_get_text (content), ==, canonical_forms[i].text);
      g_assert_cmpstr (wmd_inline_get_markup (content), ==, canonical_forms[i].written);
      again = wmd_inline_parse (wmd_inline_get_markup (content), &error);
      g_assert_no_error (error);
      g_assert_true (wmd_inline_equal (content, again));
    }
}

static void
test_invalid (void)
{
  static const char *const invalid[] = {
    "<b>a</b>",
    "<em>a",
    "a</em>",
    "a & b",
    "<em class=\"x\">a</em>",
    "<a>a</a>",
    "<a href=\"x\" id=\"y\">a</a>",
    "<!-- a -->",
    "<![CDATA[a]]>",
    "<?a?>",
    "<note>a<note>b</note></note>",
    "<field/>",
    "<field name=\"a\">b</field>",
    "<field name=\"a\"><em>b</em></field>x</text><text>",
    "&unknown;",
    "</text>",
    "a</text><text>b",
    "<text>a</text>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autoptr (GError) error = NULL;
      WmdInline *content = wmd_inline_parse (invalid[i], &error);

      g_test_message ("%s", invalid[i]);
      g_assert_null (content);
      g_assert_error (error, WMD_INLINE_ERROR, WMD_INLINE_ERROR_MARKUP);
    }
}

static void
test_overlap (void)
{
  const WmdSpan spans[] = { { WMD_SPAN_EMPHASIS, 0, 4, NULL },
                            { WMD_SPAN_STRONG, 2, 6, NULL },
                            { WMD_SPAN_LINK, 3, 5, (char *) "u" } };
  g_autoptr (WmdInline) content = wmd_inline_new ("abcdefg", spans, G_N_ELEMENTS (spans));
  g_autoptr (WmdInline) again = wmd_inline_parse (wmd_inline_get_markup (content), NULL);
  guint n_spans;
  const WmdSpan *read = wmd_inline_get_spans (again, &n_spans);

  g_assert_cmpuint (n_spans, ==, G_N_ELEMENTS (spans));
  for (guint i = 0; i < n_spans; i++)
    {
      g_assert_cmpint (read[i].kind, ==, spans[i].kind);
      g_assert_cmpuint (read[i].start, ==, spans[i].start);
      g_assert_cmpuint (read[i].end, ==, spans[i].end);
    }
}

static void
assert_replace (const char *markup, guint start, guint end, const char *with, const char *expected)
{
  g_autoptr (WmdInline) content = wmd_inline_parse (markup, NULL);
  g_autoptr (WmdInline) replaced = wmd_inline_replace (content, start, end, with);

  g_assert_cmpstr (wmd_inline_get_markup (replaced), ==, expected);
}

static void
test_replace (void)
{
  assert_replace ("a<em>bcd</em>e", 2, 3, "XX", "a<em>bXXd</em>e");
  assert_replace ("a<em>bcd</em>e", 1, 4, "X", "a<em>X</em>e");
  assert_replace ("a<em>bcd</em>e", 1, 4, "", "ae");
  assert_replace ("a<em>bcd</em>e", 0, 2, "X", "X<em>cd</em>e");
  assert_replace ("a<em>bcd</em>e", 3, 5, "X", "a<em>bc</em>X");
  assert_replace ("a<em>bcd</em>e", 1, 1, "X", "aX<em>bcd</em>e");
  assert_replace ("a<em>bcd</em>e", 4, 4, "X", "a<em>bcd</em>Xe");
  assert_replace ("a<em>bcd</em>e", 0, 5, "X", "X");
  assert_replace ("x<field name=\"a\"/>y", 2, 3, "b", "x{b}y");
  assert_replace ("x<field name=\"a\"/>y", 0, 1, "", "<field name=\"a\"/>y");
  assert_replace ("x<note>n</note>y", 1, 4, "", "xy");
}

static void
test_slice_join (void)
{
  g_autoptr (WmdInline) content = wmd_inline_parse ("a<em>bcd</em>e<note>n</note>", NULL);
  guint length = strlen (wmd_inline_get_text (content));

  for (guint at = 0; at <= 5; at++)
    {
      g_autoptr (WmdInline) head = wmd_inline_slice (content, 0, at);
      g_autoptr (WmdInline) tail = wmd_inline_slice (content, at, length);
      g_autoptr (WmdInline) joined = wmd_inline_join (head, "", tail);

      g_assert_cmpstr (wmd_inline_get_markup (joined), ==, wmd_inline_get_markup (content));
    }
}

/* Whatever spans lie over a text, reading what was written gives them back. */
/* A mark on a part of what stands for a field is one on the field. */
static void
test_marked_field (void)
{
  static const struct
  {
    guint start, end;
    const char *markup;
  } marks[] = {
    { 0, 4, "<em>a<field name=\"session\"/></em>bc" },   { 3, 5, "a<em><field name=\"session\"/></em>bc" },
    { 3, 11, "a<em><field name=\"session\"/>b</em>c" },  { 0, 1, "<em>a</em><field name=\"session\"/>bc" },
    { 10, 11, "a<field name=\"session\"/><em>b</em>c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const WmdSpan spans[] = { { WMD_SPAN_EMPHASIS, marks[i].start, marks[i].end, NULL },
                                { WMD_SPAN_FIELD, 1, 10, (char *) "session" } };
      g_autoptr (WmdInline) content = wmd_inline_new ("a{session}bc", spans, G_N_ELEMENTS (spans));

      g_assert_cmpstr (wmd_inline_get_markup (content), ==, marks[i].markup);
    }
}

static void
assert_rewrite (const char *markup, const char *text, const char *expected)
{
  g_autoptr (WmdInline) content = wmd_inline_parse (markup, NULL);
  g_autoptr (WmdInline) rewritten = wmd_inline_rewrite (content, text);

  g_assert_cmpstr (wmd_inline_get_markup (rewritten), ==, expected);
}

static void
test_rewrite (void)
{
  assert_rewrite ("a<em>bcd</em>e", "abcde", "a<em>bcd</em>e");
  assert_rewrite ("a<em>bcd</em>e", "abXde", "a<em>bXd</em>e");
  assert_rewrite ("a<em>bcd</em>e", "abcdeX", "a<em>bcd</em>eX");
  assert_rewrite ("a<em>bcd</em>e", "Xabcde", "Xa<em>bcd</em>e");
  assert_rewrite ("aa<em>aa</em>", "aaa", "aa<em>a</em>");
  assert_rewrite ("é<em>è</em>", "éê", "é<em>ê</em>"); /* the letters share a byte */
  assert_rewrite ("<em>ab</em>", "", "");
  assert_rewrite ("by <field name=\"deadline\"/>", "until {deadline}", "until <field name=\"deadline\"/>");
}

static void
test_random_spans (void)
{
  GRand *random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++)
    {
      WmdSpan spans[6];
      guint n_spans = g_rand_int_range (random, 0, G_N_ELEMENTS (spans) + 1);
      g_autoptr (WmdInline) content = NULL;
      g_autoptr (WmdInline) again = NULL;

      for (guint i = 0; i < n_spans; i++)
        {
          guint start = g_rand_int_range (random, 0, 10);
          WmdSpanKind kind = g_rand_int_range (random, WMD_SPAN_EMPHASIS, WMD_SPAN_LINK + 1);

          spans[i] = (WmdSpan){ kind, start, g_rand_int_range (random, start, 11),
                                kind == WMD_SPAN_LINK ? (char *) (g_rand_boolean (random) ? "u" : "v&\"") : NULL };
        }
      content = wmd_inline_new ("01&3<56>8\n", spans, n_spans);
      again = wmd_inline_parse (wmd_inline_get_markup (content), NULL);
      g_assert_nonnull (again);
      g_assert_cmpstr (wmd_inline_get_text (again), ==, wmd_inline_get_text (content));
      g_assert_cmpstr (wmd_inline_get_markup (again), ==, wmd_inline_get_markup (content));
    }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inline/canonical", test_canonical);
  g_test_add_func ("/inline/invalid", test_invalid);
  g_test_add_func ("/inline/overlap", test_overlap);
  g_test_add_func ("/inline/replace", test_replace);
  g_test_add_func ("/inline/marked-field", test_marked_field);
  g_test_add_func ("/inline/rewrite", test_rewrite);
  g_test_add_func ("/inline/slice-join", test_slice_join);
  g_test_add_func ("/inline/random-spans", test_random_spans);
  return g_test_run ();
}
