/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files that mean harm, or no file of a translator at all: each is refused with a reason, soon, and without a look at
 * anything else.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/translations.h"
#include "exchange/xliff.h"
#include "support/support.h"

#define ORIGINAL "11111111-2222-4333-8444-555555555555/r1/x"
#define HEAD                                                                                                           \
  "<xliff version=\"1.2\"><file original=\"" ORIGINAL "\" source-language=\"es\" target-language=\"fr\"><body>"
#define UNIT(text)                                                                                                     \
  "<trans-unit id=\"b4\"><source>Un registro.</source><target state=\"final\">" text "</target></trans-unit>"
#define TAIL "</body></file></xliff>"
#define SECRET "secret-of-the-machine"

static WmdSnapshot *
read_report (void)
{
  g_autoptr (WmdReference) reference = wmd_reference_new (NULL);

  return test_translations_read (reference, "tests/exchange/data/translations.wmdreport");
}

/* --- refused as a whole --- */

static const struct
{
  const char *name;
  const char *text;
  gsize length; /* 0: of the text */
  WmdXliffError code;
} files[] = {
  { "empty", "", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "space", " \n ", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "text", "A text.", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "json", "{\"xliff\": 1}", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "html", "<html><body><p>A text.</p></body></html>", 0, WMD_XLIFF_ERROR_NOT_XLIFF },
  { "tmx", "<tmx version=\"1.4\"><header/><body/></tmx>", 0, WMD_XLIFF_ERROR_NOT_XLIFF },
  { "version-2", "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"/>", 0,
    WMD_XLIFF_ERROR_VERSION },
  { "no-version", "<xliff/>", 0, WMD_XLIFF_ERROR_VERSION },
  { "no-file", "<xliff version=\"1.2\"/>", 0, WMD_XLIFF_ERROR_OTHER_REPORT },
  { "other-report", "<xliff version=\"1.2\"><file original=\"x/r1/y\" target-language=\"fr\"/></xliff>", 0,
    WMD_XLIFF_ERROR_OTHER_REPORT },
  { "no-original", "<xliff version=\"1.2\"><file target-language=\"fr\"/></xliff>", 0, WMD_XLIFF_ERROR_OTHER_REPORT },
  { "no-language", "<xliff version=\"1.2\"><file original=\"" ORIGINAL "\"/></xliff>", 0, WMD_XLIFF_ERROR_LANGUAGE },
  { "german", "<xliff version=\"1.2\"><file original=\"" ORIGINAL "\" target-language=\"de\"/></xliff>", 0,
    WMD_XLIFF_ERROR_LANGUAGE },
  { "cut-off", HEAD "<trans-unit id=\"b4\"><source>Un", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "cut-off-in-tag", HEAD "<trans-unit id=\"b4", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "cut-off-in-comment", HEAD "<!-- ", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "cut-off-in-cdata", HEAD "<![CDATA[ ", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "cut-off-in-instruction", HEAD "<?x ", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "ends-with-bracket", "<xliff version=\"1.2\"><", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "two-roots", "<xliff version=\"1.2\"/><xliff version=\"1.2\"/>", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "crossed-tags", HEAD "<group><trans-unit></group></trans-unit>" TAIL, 0, WMD_XLIFF_ERROR_MALFORMED },
  { "attribute-twice", "<xliff version=\"1.2\" version=\"1.2\"/>", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "undeclared-entity", HEAD UNIT ("&x;") TAIL, 0, WMD_XLIFF_ERROR_MALFORMED },
  { "null-reference", HEAD UNIT ("&#0;") TAIL, 0, WMD_XLIFF_ERROR_MALFORMED },
  { "control-reference", HEAD UNIT ("&#1;") TAIL, 0, WMD_XLIFF_ERROR_MALFORMED },
  { "surrogate-reference", HEAD UNIT ("&#xD800;") TAIL, 0, WMD_XLIFF_ERROR_MALFORMED },
  { "control", HEAD UNIT ("\001") TAIL, 0, WMD_XLIFF_ERROR_MALFORMED },
  { "null", "<xliff version=\"1.2\">\0</xliff>", 30, WMD_XLIFF_ERROR_ENCODING },
  { "latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" HEAD UNIT ("Un registre \351") TAIL, 0,
    WMD_XLIFF_ERROR_ENCODING },
  { "utf-16-cut", "\377\376<\0x", 5, WMD_XLIFF_ERROR_ENCODING },
  { "utf-16-doctype", "\377\376<\0!\0D\0O\0C\0T\0Y\0P\0E\0 \0x\0>\0", 26, WMD_XLIFF_ERROR_MALFORMED },
  { "doctype", "<!DOCTYPE xliff><xliff version=\"1.2\"/>", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "doctype-in-small-letters", "<!doctype xliff><xliff version=\"1.2\"/>", 0, WMD_XLIFF_ERROR_MALFORMED },
  { "doctype-after-comment", "<!-- > --><?x > ?><!DOCTYPE xliff><xliff version=\"1.2\"/>", 0,
    WMD_XLIFF_ERROR_MALFORMED },
  { "external-subset", "<!DOCTYPE xliff SYSTEM \"http://127.0.0.1:9/x.dtd\"><xliff version=\"1.2\"/>", 0,
    WMD_XLIFF_ERROR_MALFORMED },
  { "parameter-entity", "<!DOCTYPE x [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]><xliff version=\"1.2\"/>", 0,
    WMD_XLIFF_ERROR_MALFORMED },
  { "laughs",
    "<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>" HEAD
        UNIT ("&c;") TAIL,
    0, WMD_XLIFF_ERROR_MALFORMED },
  { "element-declaration", "<xliff version=\"1.2\"><!ELEMENT x ANY></xliff>", 0, WMD_XLIFF_ERROR_MALFORMED },
};

static void
test_file (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (WmdSnapshot) report = read_report ();
  g_autoptr (GError) error = NULL;

  g_assert_null (wmd_xliff_read (report, files[i].text, files[i].length > 0 ? files[i].length : strlen (files[i].text),
                                 FALSE, &error));
  g_assert_error (error, WMD_XLIFF_ERROR, (int) files[i].code);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

/* --- texts of one unit --- */

static const char *const texts[] = {
  "<x id=\"1\"/>",
  "<x/>",
  "<x id=\"-1\" ctype=\"x-field\" equiv-text=\"{deadline}\"/>",
  "<x id=\"99999999999999999999\" ctype=\"x-field\" equiv-text=\"{deadline}\"/>",
  "<x id=\"0\" ctype=\"x-field\" equiv-text=\"{deadline}\"/>",
  "<x id=\"1\" ctype=\"x-footnote\"/>",
  "<x id=\"1\" ctype=\"x-field\" equiv-text=\"deadline\"/>",
  "<x id=\"1\" ctype=\"bold\"/>",
  "<g id=\"1\" ctype=\"x-field\" equiv-text=\"{deadline}\">x</g>",
  "<g id=\"1\" ctype=\"link\">x</g>",
  "<ex id=\"1\"/>",
  "<bx ctype=\"bold\"/>",
  "<bx id=\"1\" ctype=\"bold\"/>",
  "<bx id=\"1\" ctype=\"bold\"/><bx id=\"1\" ctype=\"bold\"/><ex id=\"1\"/>",
  "<it id=\"1\" pos=\"open\">x</it>",
  "<sub>x</sub>",
  "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>",
};

static void
test_text (gconstpointer data)
{
  g_autoptr (WmdSnapshot) report = read_report ();
  g_autofree char *file = g_strdup_printf (HEAD UNIT ("%s") TAIL, texts[GPOINTER_TO_UINT (data)]);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdImport) import = wmd_xliff_read (report, file, strlen (file), FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (import->units[WMD_UNIT_REFUSED], ==, 1);
  g_assert_cmpuint (import->findings->len, ==, 1);
  g_assert_true (wmd_snapshot_equal (import->snapshot, report));
}

/* A sound unit of the same form is taken, so what is refused above is for its text. */
static void
test_sound_text (void)
{
  g_autoptr (WmdSnapshot) report = read_report ();
  const char *file = HEAD UNIT ("<g id=\"1\" ctype=\"bold\">&lt;Un&gt;</g> <x id=\"2\" ctype=\"x-field\" "
                                "equiv-text=\"{deadline}\"/>") TAIL;
  g_autoptr (WmdImport) import = wmd_xliff_read (report, file, strlen (file), FALSE, NULL);
  WmdVariant *french = wmd_body_get_variant (wmd_snapshot_lookup_body (import->snapshot, "r1"), WMD_LANGUAGE_FR);
  WmdBlock *block = wmd_variant_lookup_block (french, "b4", NULL);

  g_assert_cmpuint (import->units[WMD_UNIT_TAKEN], ==, 1);
  g_assert_cmpstr (wmd_inline_get_markup (wmd_block_get_content (block)), ==,
                   "<strong>&lt;Un&gt;</strong> <field name=\"deadline\"/>");
}

/* --- other files --- */

/* No file of the machine gets into a report or a message. */
static void
test_other_files (void)
{
  g_autoptr (WmdSnapshot) report = read_report ();
  g_autofree char *path = NULL;
  static const char *const forms[] = {
    "<!DOCTYPE x [<!ENTITY a SYSTEM \"%s\">]>" HEAD UNIT ("&a;") TAIL,
    "<!DOCTYPE x SYSTEM \"%s\">" HEAD UNIT ("&a;") TAIL,
    HEAD UNIT ("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"%s\"/>") TAIL,
    "<?xml-stylesheet href=\"%s\"?>" HEAD TAIL,
    "<xliff version=\"1.2\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    "xsi:schemaLocation=\"x %s\"><file original=\"" ORIGINAL "\" target-language=\"fr\"><body>" TAIL,
    "<xliff version=\"1.2\"><file original=\"" ORIGINAL
    "\" target-language=\"fr\"><header><skl><external-file href=\"%s\"/></skl></header><body>" TAIL,
  };

  g_close (g_file_open_tmp ("wmd-test-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, SECRET, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GString) file = g_string_new (forms[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (WmdImport) import = NULL;

      g_string_replace (file, "%s", path, 0);
      import = wmd_xliff_read (report, file->str, file->len, FALSE, &error);
      g_assert_true (error == NULL || strstr (error->message, SECRET) == NULL);
      g_assert_true (import == NULL || wmd_snapshot_equal (import->snapshot, report));
      for (guint j = 0; import != NULL && j < import->findings->len; j++)
        g_assert_true (strstr (((WmdFinding *) import->findings->pdata[j])->hint ?: "", SECRET) == NULL);
    }
  g_remove (path);
}

/* --- size --- */

/* HEAD, @n times @piece with the number of the time for %u, and TAIL. */
static char *
repeat (const char *before, const char *piece, guint n, const char *after)
{
  GString *text = g_string_new (HEAD);

  g_string_append (text, before);
  for (guint i = 0; i < n; i++)
    {
      const char *number = strstr (piece, "%u");

      if (number != NULL)
        g_string_append_printf (text, "%.*s%u%s", (int) (number - piece), piece, i, number + 2);
      else
        g_string_append (text, piece);
    }
  g_string_append (text, after);
  g_string_append (text, TAIL);
  return g_string_free (text, FALSE);
}

static void
test_size (void)
{
  static const struct
  {
    const char *before;
    const char *piece;
    guint n;
    const char *after;
  } large[] = {
    { "<group", " a%u=\"\"", 400000, "></group>" },
    { "<group", " a%u='>'", 2000, "></group>" },
    { "", "<group>", 70, "" },
    { "", "<group>", 1000000, "" },
    { "", "<group/>", 600000, "" },
    { "<!--", "0123456789abcdef", 1100000, "-->" },
  };
  g_autoptr (WmdSnapshot) report = read_report ();

  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    {
      g_autofree char *file = repeat (large[i].before, large[i].piece, large[i].n, large[i].after);
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      g_assert_null (wmd_xliff_read (report, file, strlen (file), FALSE, &error));
      g_assert_error (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_TOO_LARGE);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
    }
}

/* Much that is allowed takes no time that grows with its square. */
static void
test_much (void)
{
  static const char *const pieces[] = {
    "<trans-unit id=\"x%u\"><source>x</source><target>y</target></trans-unit>",
    "<trans-unit id=\"b4\"><source>x</source><target>y</target></trans-unit>",
    UNIT ("<g id=\"1\" ctype=\"bold\">x</g>"),
    "</body></file><file original=\"" ORIGINAL
    "\" source-language=\"es\" target-language=\"fr\"><body><trans-unit id=\"b4\"><source>Un registro.</source>"
    "<target state=\"final\">Un %u</target></trans-unit>",
  };
  g_autoptr (WmdSnapshot) report = read_report ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *file = repeat ("", pieces[i], 20000, "");
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (WmdImport) import = wmd_xliff_read (report, file, strlen (file), FALSE, &error);

      g_assert_no_error (error);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

/* --- broken on the way --- */

/* Each byte of a sound file is changed: there is an error or a result, and no crash. */
static void
test_garbled (void)
{
  g_autoptr (WmdSnapshot) report = read_report ();
  g_autoptr (GBytes) bytes = test_translations_write (report, WMD_LANGUAGE_FR);
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), length);
  static const char garbage[] = "<>&\"'/0 \377";

  for (gsize i = 0; i < length; i++)
    {
      char held = text[i];
      g_autoptr (WmdImport) changed = NULL;
      g_autoptr (WmdImport) cut = NULL;

      text[i] = garbage[i % (sizeof garbage - 1)];
      changed = wmd_xliff_read (report, text, length, FALSE, NULL);
      cut = wmd_xliff_read (report, text, i, TRUE, NULL);
      text[i] = held;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/xliff-attacks/file/", files[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_file);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/xliff-attacks/text/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_text);
    }
  g_test_add_func ("/exchange/xliff-attacks/sound-text", test_sound_text);
  g_test_add_func ("/exchange/xliff-attacks/other-files", test_other_files);
  g_test_add_func ("/exchange/xliff-attacks/size", test_size);
  g_test_add_func ("/exchange/xliff-attacks/much", test_much);
  g_test_add_func ("/exchange/xliff-attacks/garbled", test_garbled);
  return g_test_run ();
}
