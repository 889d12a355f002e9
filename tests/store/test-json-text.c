/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The strict parser: what it accepts it must read as meant, what it refuses it must say where. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "store/json-text.h"
#include "store/json-writer.h"
#include "store/store.h"

/* Texts that are good, and how they are written again ("" for the same way). */
static const struct
{
  const char *text;
  const char *canonical;
} accepted[] = {
  { "null", "" },
  { "true", "" },
  { "false", "" },
  { "0", "" },
  { "-0", "0" },
  { "42", "" },
  { "-1", "" },
  { "9007199254740992", "" },
  { "-9007199254740992", "" },
  { "0.1", "" },
  { "-0.0", "" },
  { "0e+1", "0.0" },
  { "0E1", "0.0" },
  { "1e2", "100.0" },
  { "20e1", "200.0" },
  { "1E22", "1e+22" },
  { "1E-2", "0.01" },
  { "123e45", "1.23e+47" },
  { "123.456e78", "1.23456e+80" },
  { "-123.456E+2", "-12345.6" },
  { "1.7976931348623157e308", "1.7976931348623157e+308" },
  { "5e-324", "4.94065645841247e-324" },
  { "0.000000000000000000000000000000001", "1e-33" },
  { "\"\"", "" },
  { "\" \"", "" },
  { "\"asd\"", "" },
  { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\"" },
  { "\"\\u0041\\u00e9\\u4E2D\"", "\"Aé中\"" },
  { "\"\\u0001\\u001f\"", "" },
  { "\"\\uD834\\uDD1E\\uD83D\\ude39\"", "\"𝄞😹\"" },
  { "\"\\uFFFF\\uFDD0\"", "\"\357\277\277\357\267\220\"" },
  { "\"\\u2028\\u2029\"", "\"\342\200\250\342\200\251\"" },
  { "\"\\\\u0000\"", "" },
  { "\"\x7f\"", "" },
  { "\"/* no */ // comment\"", "" },
  { "\"العربية 中文 кириллица é\"", "" },
  { "\"\\u0060\\u012a\\u12AB\"", "\"`Īካ\"" },
  { "[]", "" },
  { "{}", "" },
  { " [ ] ", "[]" },
  { "\t\r\n{\r\n}\t", "{}" },
  { "[1,null,\"a\",[],{}]", "[\n  1,\n  null,\n  \"a\",\n  [],\n  {}\n]" },
  { "[[]   ]", "[\n  []\n]" },
  { "{\"\":0}", "{\n  \"\": 0\n}" },
  { "{\"a\":{\"a\":1},\"A\":2}", "{\n  \"a\": {\n    \"a\": 1\n  },\n  \"A\": 2\n}" },
  { "{\"b\":1,\"a\":2}", "{\n  \"b\": 1,\n  \"a\": 2\n}" },
  { "{\"a\\u00e9\":\"\\n\"}", "{\n  \"aé\": \"\\n\"\n}" },
  { "[\"\\ud800\\udc00\"]", "[\n  \"𐀀\"\n]" },
};

/* Texts that are not, with the error, its place, and a word of the message. */
static const struct
{
  const char *text;
  gsize length; /* 0: up to the NUL */
  WmdStoreError code;
  guint line;
  guint column;
  const char *word;
} refused[] = {
  /* Nothing, or not one document. */
  { "", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "ends" },
  { " \n ", 0, WMD_STORE_ERROR_SYNTAX, 2, 2, "ends" },
  { "{}{}", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "follows" },
  { "[] x", 0, WMD_STORE_ERROR_SYNTAX, 1, 4, "follows" },
  { "1 2", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "follows" },
  { "{}\n]", 0, WMD_STORE_ERROR_SYNTAX, 2, 1, "follows" },
  { "[1]\f", 0, WMD_STORE_ERROR_SYNTAX, 1, 4, "follows" },
  { "{\"a\":1}#", 0, WMD_STORE_ERROR_SYNTAX, 1, 8, "follows" },
  { "/* a */ 1", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "value" },
  { "// a\n1", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "value" },
  { "[1 /* a */]", 0, WMD_STORE_ERROR_SYNTAX, 1, 4, "comma" },
  { "var x = 1;", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "value" },
  /* Encoding. */
  { "\357\273\277{}", 0, WMD_STORE_ERROR_ENCODING, 1, 1, "byte order" },
  { "\377\376{\0}\0", 6, WMD_STORE_ERROR_ENCODING, 1, 1, "UTF-8" },
  { "\"\300\200\"", 0, WMD_STORE_ERROR_ENCODING, 1, 2, "UTF-8" },
  { "\"\351\"", 0, WMD_STORE_ERROR_ENCODING, 1, 2, "UTF-8" },
  { "\"\355\240\200\"", 0, WMD_STORE_ERROR_ENCODING, 1, 2, "UTF-8" },
  { "\"\364\220\200\200\"", 0, WMD_STORE_ERROR_ENCODING, 1, 2, "UTF-8" },
  { "\"é\n\xc3\"", 0, WMD_STORE_ERROR_ENCODING, 2, 1, "UTF-8" },
  { "\"a\0b\"", 5, WMD_STORE_ERROR_ENCODING, 1, 3, "U+0000" },
  { "{}\0", 3, WMD_STORE_ERROR_ENCODING, 1, 3, "U+0000" },
  { "\"a\\u0000\"", 0, WMD_STORE_ERROR_ENCODING, 1, 3, "U+0000" },
  { "{\"a\\u0000\":1}", 0, WMD_STORE_ERROR_ENCODING, 1, 4, "U+0000" },
  { "\"\\ud800\"", 0, WMD_STORE_ERROR_ENCODING, 1, 2, "surrogate" },
  { "\"\\udc00\"", 0, WMD_STORE_ERROR_ENCODING, 1, 2, "surrogate" },
  { "\"\\udc00\\ud800\"", 0, WMD_STORE_ERROR_ENCODING, 1, 2, "surrogate" },
  { "\"\\ud800\\u0041\"", 0, WMD_STORE_ERROR_ENCODING, 1, 2, "surrogate" },
  { "\"\\ud800\\n\"", 0, WMD_STORE_ERROR_ENCODING, 1, 2, "surrogate" },
  { "\"\\ud800abc\"", 0, WMD_STORE_ERROR_ENCODING, 1, 2, "surrogate" },
  /* Numbers. */
  { "012", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "zero" },
  { "-012", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "zero" },
  { "0x1f", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "follows" },
  { "+1", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "value" },
  { ".5", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "value" },
  { "-.5", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "digit" },
  { "1.", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "digit" },
  { "1.e5", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "digit" },
  { "1e", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "digit" },
  { "1e+", 0, WMD_STORE_ERROR_SYNTAX, 1, 4, "digit" },
  { "1e+-2", 0, WMD_STORE_ERROR_SYNTAX, 1, 4, "digit" },
  { "-", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "digit" },
  { "--1", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "digit" },
  { "1 000", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "follows" },
  { "NaN", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "value" },
  { "-Infinity", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "digit" },
  { "9007199254740993", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "large" },
  { "-9007199254740993", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "large" },
  { "[18446744073709551616]", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "large" },
  { "100000000000000000000000000000", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "large" },
  { "[0, 1e400]", 0, WMD_STORE_ERROR_SYNTAX, 1, 5, "large" },
  { "-1e400", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "large" },
  { "\357\274\221", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "value" },
  /* Strings. */
  { "'a'", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "value" },
  { "\"a", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "inside a string" },
  { "\"a\\", 0, WMD_STORE_ERROR_SYNTAX, 1, 4, "escape" },
  { "\"\\q\"", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "escape" },
  { "\"\\x41\"", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "escape" },
  { "\"\\U0041\"", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "escape" },
  { "\"\\'\"", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "escape" },
  { "\"\\u12\"", 0, WMD_STORE_ERROR_SYNTAX, 1, 6, "hexadecimal" },
  { "\"\\u12g4\"", 0, WMD_STORE_ERROR_SYNTAX, 1, 6, "hexadecimal" },
  { "\"\\ud834\\uD\"", 0, WMD_STORE_ERROR_SYNTAX, 1, 11, "hexadecimal" },
  { "\"a\nb\"", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "control" },
  { "\"\t\"", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "control" },
  { "\"\x1f\"", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "control" },
  { "\\u0022a\\u0022", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "value" },
  /* Literals. */
  { "True", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "value" },
  { "tru", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "value" },
  { "truee", 0, WMD_STORE_ERROR_SYNTAX, 1, 5, "follows" },
  { "[nul]", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "value" },
  { "[a]", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "value" },
  /* Arrays. */
  { "[", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "ends" },
  { "[1", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "comma" },
  { "[1,", 0, WMD_STORE_ERROR_SYNTAX, 1, 4, "ends" },
  { "[1,]", 0, WMD_STORE_ERROR_SYNTAX, 1, 4, "value" },
  { "[,1]", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "value" },
  { "[1,,2]", 0, WMD_STORE_ERROR_SYNTAX, 1, 4, "value" },
  { "[1 true]", 0, WMD_STORE_ERROR_SYNTAX, 1, 4, "comma" },
  { "[1:2]", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "comma" },
  { "[1}", 0, WMD_STORE_ERROR_SYNTAX, 1, 3, "comma" },
  { "]", 0, WMD_STORE_ERROR_SYNTAX, 1, 1, "value" },
  { "[1]]", 0, WMD_STORE_ERROR_SYNTAX, 1, 4, "follows" },
  /* Objects. */
  { "{", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "string" },
  { "{\"a\"", 0, WMD_STORE_ERROR_SYNTAX, 1, 5, "colon" },
  { "{\"a\" 1}", 0, WMD_STORE_ERROR_SYNTAX, 1, 6, "colon" },
  { "{\"a\":}", 0, WMD_STORE_ERROR_SYNTAX, 1, 6, "value" },
  { "{\"a\":1", 0, WMD_STORE_ERROR_SYNTAX, 1, 7, "comma" },
  { "{\"a\":1,}", 0, WMD_STORE_ERROR_SYNTAX, 1, 8, "string" },
  { "{,}", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "string" },
  { "{a:1}", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "string" },
  { "{'a':1}", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "string" },
  { "{1:1}", 0, WMD_STORE_ERROR_SYNTAX, 1, 2, "string" },
  { "{\"a\"=1}", 0, WMD_STORE_ERROR_SYNTAX, 1, 5, "colon" },
  { "{\"a\":1]", 0, WMD_STORE_ERROR_SYNTAX, 1, 7, "comma" },
  { "{\"a\":1;\"b\":2}", 0, WMD_STORE_ERROR_SYNTAX, 1, 7, "comma" },
  { "{\"a\",\"b\":1}", 0, WMD_STORE_ERROR_SYNTAX, 1, 5, "colon" },
  /* A member given twice: the message has its path. */
  { "{\"a\":1,\"a\":1}", 0, WMD_STORE_ERROR_SYNTAX, 1, 8, "“a”" },
  { "{\"a\":1,\n \"\\u0061\":2}", 0, WMD_STORE_ERROR_SYNTAX, 2, 2, "“a”" },
  { "{\"é\":1,\"e\":2,\"é\":2}", 0, WMD_STORE_ERROR_SYNTAX, 1, 14, "“é”" },
  { "{\"b\":[1,{\"c\":[{},{\"d\":0,\"d\":0}]}]}", 0, WMD_STORE_ERROR_SYNTAX, 1, 25, "“b[1].c[1].d”" },
  { "[{\"a\":{\"b\":1},\"c\":2},{\"a\":{\"b\":1,\"b\":1}}]", 0, WMD_STORE_ERROR_SYNTAX, 1, 34, "“[1].a.b”" },
};

static char *
write_canonical (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = wmd_json_parse (text, strlen (text), &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  wmd_json_write (out, root, 0);
  return g_string_free (out, FALSE);
}

static void
test_accepted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      const char *expected = *accepted[i].canonical != '\0' ? accepted[i].canonical : accepted[i].text;
      g_autofree char *written = write_canonical (accepted[i].text);
      g_autofree char *again = write_canonical (written);

      g_assert_cmpstr (written, ==, expected);
      g_assert_cmpstr (again, ==, written);
    }
}

static gboolean
is_good (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonNode) node = wmd_json_parse (text, length, error);

  return node != NULL;
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      gsize length = refused[i].length != 0 ? refused[i].length : strlen (refused[i].text);
      g_autofree char *place = g_strdup_printf ("Line %u, column %u: ", refused[i].line, refused[i].column);
      /* In memory of its own, so that reading past the end is found. */
      g_autofree char *text = g_memdup2 (refused[i].text, MAX (length, 1));
      g_autoptr (GError) error = NULL;

      g_assert_false (is_good (text, length, &error));
      g_assert_error (error, WMD_STORE_ERROR, (int) refused[i].code);
      if (!g_str_has_prefix (error->message, place) || strstr (error->message, refused[i].word) == NULL)
        g_error ("refused[%u]: “%s” instead of “%s… %s …”", i, error->message, place, refused[i].word);
    }
}

/* Every beginning of a good text is not a good text, and is looked at no further than it goes. */
static void
test_truncated (void)
{
  static const char text[] = "{\"a\": [1.5e+3, \"x\\u00e9\\n\", true, {\"b\": null}], \"é\": \"\\ud834\\udd1e\"}";

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *part = g_memdup2 (text, MAX (length, 1));

      g_assert_false (is_good (part, length, NULL));
    }
  g_assert_true (is_good (text, strlen (text), NULL));
}

static char *
repeat (const char *opening, const char *inside, const char *closing, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, opening);
  g_string_append (text, inside);
  for (guint i = 0; i < n; i++)
    g_string_append (text, closing);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const struct
  {
    const char *opening, *inside, *closing;
  } nestings[] = { { "[", "", "]" }, { "{\"a\":", "0", "}" }, { "[{\"a\":", "0", "}]" } };

  for (guint i = 0; i < G_N_ELEMENTS (nestings); i++)
    {
      guint levels = i == 2 ? 2 : 1;
      guint most = WMD_JSON_MAX_DEPTH / levels;
      g_autofree char *deep = repeat (nestings[i].opening, nestings[i].inside, nestings[i].closing, most);
      g_autofree char *deeper = repeat (nestings[i].opening, nestings[i].inside, nestings[i].closing, most + 1);
      g_autofree char *abyss = repeat (nestings[i].opening, nestings[i].inside, nestings[i].closing, 100000);
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) second = NULL;

      g_assert_true (is_good (deep, strlen (deep), NULL));
      g_assert_false (is_good (deeper, strlen (deeper), &error));
      g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, "deep"));
      g_assert_false (is_good (abyss, strlen (abyss), &second));
      g_assert_error (second, WMD_STORE_ERROR, WMD_STORE_ERROR_SYNTAX);
    }
}

static void
test_size (void)
{
  gsize length = WMD_JSON_MAX_BYTES;
  g_autofree char *text = g_malloc (length + 1);
  g_autoptr (GError) error = NULL;

  memset (text, ' ', length + 1);
  memcpy (text, "[]", 2);
  g_assert_true (is_good (text, length, &error));
  g_assert_no_error (error);
  g_assert_false (is_good (text, length + 1, &error));
  g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_TOO_LARGE);
}

static void
test_number_of_values (void)
{
  GString *text = g_string_new ("[0");
  g_autofree char *owned = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < WMD_JSON_MAX_VALUES - 2; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  g_assert_true (is_good (text->str, text->len, &error));
  g_assert_no_error (error);
  g_string_truncate (text, text->len - 1);
  g_string_append (text, ",0]");
  g_assert_false (is_good (text->str, text->len, &error));
  g_assert_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_TOO_LARGE);
  owned = g_string_free (text, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-text/accepted", test_accepted);
  g_test_add_func ("/json-text/refused", test_refused);
  g_test_add_func ("/json-text/truncated", test_truncated);
  g_test_add_func ("/json-text/depth", test_depth);
  g_test_add_func ("/json-text/size", test_size);
  g_test_add_func ("/json-text/number-of-values", test_number_of_values);
  return g_test_run ();
}
