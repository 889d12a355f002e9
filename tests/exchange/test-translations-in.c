/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What comes back from translators: as it was sent, as tools rewrite it, and with what cannot be taken. */

#include <string.h>

#include "exchange/translations.h"
#include "exchange/xliff.h"
#include "support/support.h"

#define MAX_EDITS 4

typedef struct
{
  WmdReference *reference;
  WmdSnapshot *report;
  char *file; /* the report for French */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  fixture->reference = wmd_reference_new (NULL);
  fixture->report = test_translations_read (fixture->reference, "tests/exchange/data/translations.wmdreport");
  bytes = test_translations_write (fixture->report, WMD_LANGUAGE_FR);
  fixture->file = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wmd_snapshot_unref (fixture->report);
  wmd_reference_unref (fixture->reference);
  g_free (fixture->file);
}

static WmdImport *
read_back (WmdSnapshot *report, const char *text, gboolean overwrite)
{
  g_autoptr (GError) error = NULL;
  WmdImport *import = wmd_xliff_read (report, text, strlen (text), overwrite, &error);

  g_assert_no_error (error);
  return import;
}

/* @text with the first of each pair, which must be there once, replaced by the second. */
static char *
edit (const char *text, const char *const edits[][2])
{
  char *edited = g_strdup (text);

  for (guint i = 0; edits[i][0] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (edited, edits[i][0], -1);

      if (g_strv_length (parts) != 2)
        g_error ("“%s” is there %u times.", edits[i][0], g_strv_length (parts) - 1);
      g_free (edited);
      edited = g_strjoinv (edits[i][1], parts);
    }
  return edited;
}

static WmdBlock *
get_block (WmdSnapshot *report, const char *part, WmdLanguage language, const char *id)
{
  WmdVariant *variant = wmd_body_get_variant (wmd_snapshot_lookup_body (report, part), language);

  return variant != NULL ? wmd_variant_lookup_block (variant, id, NULL) : NULL;
}

static const char *
get_markup (const WmdBlock *block)
{
  return wmd_inline_get_markup (wmd_block_get_content (block));
}

/* --- nothing changes --- */

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  const char *const reports[] = { "data/sample/sample.wmdreport", "tests/exchange/data/translations.wmdreport" };
  WmdLanguage language = GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (WmdSnapshot) report = test_translations_read (fixture->reference, reports[i]);
      g_autoptr (GBytes) bytes = test_translations_write (report, language);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (WmdImport) import = read_back (report, text, FALSE);

      g_assert_cmpint (import->language, ==, language);
      g_assert_cmpuint (import->findings->len, ==, 0);
      g_assert_true (wmd_snapshot_equal (import->snapshot, report));
      g_assert_cmpuint (import->units[WMD_UNIT_UNCHANGED] + import->units[WMD_UNIT_UNTRANSLATED], >, 0);
    }
}

/* Nothing changes either when a tool wrote the file anew in its own manner. */
static void
assert_same (Fixture *fixture, const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdImport) import = wmd_xliff_read (fixture->report, data, length, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (import->findings->len, ==, 0);
  g_assert_true (wmd_snapshot_equal (import->snapshot, fixture->report));
  g_assert_cmpuint (import->units[WMD_UNIT_UNCHANGED], ==, 3);
  g_assert_cmpuint (import->units[WMD_UNIT_UNTRANSLATED], ==, 3);
}

static void
test_rewritten (Fixture *fixture, gconstpointer data)
{
  static const char *const patterns[][2] = {
    { "(</?)([a-z])", "\\1x:\\2" }, /* prefixes; with the next */
    { "xmlns=", "xmlns:x=" },       /* */
    { "<target ([^>]*)>([^<&]*)</target>", "<target \\1><![CDATA[\\2]]></target>" },
    { "<target([^>]*)>(.*)</target>", "<target\\1><mrk mtype=\"seg\" mid=\"1\">\\2</mrk></target>" },
    { " ctype=\"[^\"]*\"| equiv-text=\"[^\"]*\"| xid=\"[^\"]*\"", "" },
    { "<trans-unit (id=\"[^\"]*\") ([^>]*)>", "<trans-unit \\2 \\1 tool:x=\"1\" xmlns:tool=\"urn:x\">" },
    { "</target>", "</target><tool:x xmlns:tool=\"urn:x\"><target>y</target></tool:x>" },
    { "</source>", "</source><seg-source><mrk mtype=\"seg\" mid=\"0\">x</mrk></seg-source>" },
    { "<body>", "<body><group><!-- x --><?x y?>" }, /* with the next */
    { "</body>", "</group></body>" },
    { "\n *", " " },
    { "<g id=\"6?2\"([^>]*)>([^<]*)</g>", "<bx id=\"2\"\\1/>\\2<ex id=\"2\"/>" },
    { "-language=\"fr\"", "-language=\"FR_fr\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *text = g_strdup (fixture->file);

      for (gboolean more = TRUE; more; i += more)
        {
          g_autoptr (GRegex) regex = g_regex_new (patterns[i][0], 0, 0, NULL);
          char *changed = g_regex_replace (regex, text, -1, 0, patterns[i][1], 0, NULL);

          g_assert_cmpstr (changed, !=, text);
          g_free (text);
          text = changed;
          more = i == 0 || i == 8; /* is nothing without the next */
        }
      g_test_message ("%s", patterns[i][0]);
      assert_same (fixture, text, strlen (text));
    }
}

static void
test_encodings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *marked = g_strconcat ("\357\273\277", fixture->file, NULL);
  gsize length;
  g_autofree char *wide = g_convert (fixture->file, -1, "UTF-16", "UTF-8", NULL, &length, NULL);

  g_assert_true (wmd_xliff_sniff (fixture->file, strlen (fixture->file)));
  g_assert_true (wmd_xliff_sniff (marked, strlen (marked)));
  g_assert_true (wmd_xliff_sniff (wide, length));
  assert_same (fixture, marked, strlen (marked));
  assert_same (fixture, wide, length);
}

/* --- one unit comes back with something else --- */

typedef struct
{
  const char *name;
  const char *edits[MAX_EDITS][2]; /* of the file */
  const char *part;
  const char *block;
  WmdUnitFate fate;
  const char *markup; /* NULL: as it was */
  WmdProgress progress;
  const char *rule; /* of the only finding; NULL: there is none */
} Case;

static const Case cases[] = {
  { "untranslated",
    { { "<target state=\"new\">Un registro.", "<target state=\"new\">Un registre." } },
    "r1",
    "b4",
    WMD_UNIT_TAKEN,
    "Un registre.",
    WMD_PROGRESS_DRAFT },
  { "state",
    { { "<target state=\"new\">Un registro.", "<target state=\"final\">Un registre &amp; plus." } },
    "r1",
    "b4",
    WMD_UNIT_TAKEN,
    "Un registre &amp; plus.",
    WMD_PROGRESS_APPROVED },
  { "approved-without-state",
    { { "\"e3b0c44298fc1c14\">\n        <source>Un registro.",
        "\"e3b0c44298fc1c14\" approved=\"yes\">\n<source>Un registro." },
      { "<target state=\"new\">Un registro.", "<target>Un registre." } },
    "r1",
    "b4",
    WMD_UNIT_TAKEN,
    "Un registre.",
    WMD_PROGRESS_REVISED },
  { "same-as-source",
    { { "<target state=\"new\">Un registro.", "<target state=\"translated\">Un registro." } },
    "r1",
    "b4",
    WMD_UNIT_TAKEN,
    "Un registro.",
    WMD_PROGRESS_TRANSLATED },
  { "empty",
    { { "<target state=\"final\">Des réponses", "<target state=\"final\"/><x>" },
      { "cut-off}\"/>.</target>", "cut-off}\"/>.</x>" } },
    "summary",
    "b1",
    WMD_UNIT_UNTRANSLATED,
    NULL,
    WMD_PROGRESS_APPROVED },
  { "no-target",
    { { "<target state=\"needs-review-translation\">Deux comités de contrôle ;</target>", "" } },
    "r1",
    "b3",
    WMD_UNIT_UNTRANSLATED,
    NULL,
    WMD_PROGRESS_REVISED },
  { "words-and-codes",
    { { "<target state=\"final\">Des réponses avaient été <g id=\"2\" ctype=\"italic\">reçues</g> de ",
        "<target state=\"translated\"><g id=\"2\">Reçu</g> de <mrk mtype=\"x-term\">tous</mrk> les " } },
    "summary",
    "b1",
    WMD_UNIT_TAKEN,
    "<em>Reçu</em> de tous les <strong>quatre <sup>1</sup></strong> États au <field name=\"cut-off\"/>.",
    WMD_PROGRESS_TRANSLATED },
  { "footnote",
    { { "Loi 1.523", "Loi n° 1.523" } },
    "r1",
    "b2",
    WMD_UNIT_TAKEN,
    "La loi<note>Loi n° 1.523, <em>Diario</em>.</note> régit l’<a "
    "href=\"https://example.org/?a=1&amp;b=2\">importation</a> d’UF<sub>6</sub> <strong>seulement</strong>.",
    WMD_PROGRESS_TRANSLATED },
  { "state-of-footnote",
    { { "<target state=\"translated\">Loi 1.523", "<target state=\"needs-translation\">Loi n° 1.523" } },
    "r1",
    "b2",
    WMD_UNIT_TAKEN,
    "La loi<note>Loi n° 1.523, <em>Diario</em>.</note> régit l’<a "
    "href=\"https://example.org/?a=1&amp;b=2\">importation</a> d’UF<sub>6</sub> <strong>seulement</strong>.",
    WMD_PROGRESS_DRAFT },
  { "link-dropped",
    { { "régit l’<g id=\"2\" ctype=\"link\" equiv-text=\"https://example.org/?a=1&amp;b=2\">importation</g>",
        "régit l’importation" } },
    "r1",
    "b2",
    WMD_UNIT_TAKEN,
    "La loi<note>Loi 1.523, <em>Diario</em>.</note> régit l’importation d’UF<sub>6</sub> <strong>seulement</strong>.",
    WMD_PROGRESS_TRANSLATED,
    "xliff-link" },
  { "footnote-untranslated",
    { { "<target state=\"translated\">Loi 1.523", "<target state=\"new\">Ley 1.523" } },
    "r1",
    "b2",
    WMD_UNIT_TAKEN,
    "La loi<note>Ley 1.523, <em>Diario</em>.</note> régit l’<a "
    "href=\"https://example.org/?a=1&amp;b=2\">importation</a> d’UF<sub>6</sub> <strong>seulement</strong>.",
    WMD_PROGRESS_DRAFT,
    "xliff-footnote" },
  { "further",
    { { "state=\"translated\" state-qualifier=\"x-tentative\"", "state=\"signed-off\"" },
      { "<target state=\"translated\">Loi", "<target state=\"final\">Loi" } },
    "r1",
    "b2",
    WMD_UNIT_ADVANCED,
    NULL,
    WMD_PROGRESS_REVISED },
  { "not-so-far",
    { { "<target state=\"final\">Des", "<target state=\"needs-translation\">Des" } },
    "summary",
    "b1",
    WMD_UNIT_UNCHANGED,
    NULL,
    WMD_PROGRESS_APPROVED },
  { "field-lost",
    { { "États au <x id=\"1\" ctype=\"x-field\" equiv-text=\"{cut-off}\"/>", "États aujourd’hui" } },
    "summary",
    "b1",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_APPROVED,
    "xliff-codes" },
  { "unknown-code",
    { { "États au <x id=\"1\"", "États au <x id=\"9\"/> <x id=\"1\"" } },
    "summary",
    "b1",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_APPROVED,
    "xliff-codes" },
  { "code-of-other-kind",
    { { "États au <x id=\"1\"", "États au <x id=\"3\"/> <x id=\"1\"" } },
    "summary",
    "b1",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_APPROVED,
    "xliff-codes" },
  { "codes-that-cross",
    { { "été <g id=\"2\" ctype=\"italic\">reçues</g> de <g id=\"3\" ctype=\"bold\">quatre",
        "été <bx id=\"2\"/>reçues de <g id=\"3\" ctype=\"bold\"><ex id=\"2\"/>quatre" } },
    "summary",
    "b1",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_APPROVED,
    "xliff-codes" },
  { "unknown-element",
    { { "États au <x", "États<br/> au <x" } },
    "summary",
    "b1",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_APPROVED,
    "xliff-codes" },
  { "footnote-lost",
    { { "La loi<x id=\"1\" ctype=\"x-footnote\" equiv-text=\"[footnote]\" xid=\"b2.1\"/>", "La loi" } },
    "r1",
    "b2",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_TRANSLATED,
    "xliff-codes" },
  { "footnote-twice",
    { { "La loi<x id=\"1\"", "La<x id=\"1\"/> loi<x id=\"1\"" } },
    "r1",
    "b2",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_TRANSLATED,
    "xliff-codes" },
  { "footnote-without-unit",
    { { "<trans-unit id=\"b2.1\"", "<trans-unit id=\"b2.7\"" } },
    "r1",
    "b2",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_TRANSLATED,
    "xliff-codes" },
  { "unknown-unit",
    { { "<trans-unit id=\"b4\"", "<trans-unit id=\"b40\"" } },
    "r1",
    "b3",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_REVISED,
    "xliff-unknown" },
  { "unit-twice",
    { { "<trans-unit id=\"b4\"", "<trans-unit id=\"b1\"" } },
    "r1",
    "b3",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_REVISED,
    "xliff-unknown" },
  { "unknown-part",
    { { "/r3/", "/r33/" } },
    "r1",
    "b3",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_REVISED,
    "xliff-unknown" },
  { "part-of-other-report",
    { { "11111111-2222-4333-8444-555555555555/r3/", "11111111-2222-4333-8444-555555555550/r3/" } },
    "r1",
    "b3",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_REVISED,
    "xliff-unknown" },
  { "original", { { "/r3/", "/r2/" } }, "r1", "b3", WMD_UNIT_REFUSED, NULL, WMD_PROGRESS_REVISED, "xliff-original" },
  { "other-language",
    { { "Allemagne\" source-language=\"en-GB\" target-language=\"fr\"",
        "Allemagne\" source-language=\"en-GB\" target-language=\"ru\"" } },
    "r1",
    "b3",
    WMD_UNIT_REFUSED,
    NULL,
    WMD_PROGRESS_REVISED,
    "xliff-language" },
};

/* Asserts that nothing but the block @id of @part is different, in French. */
static void
assert_only (WmdSnapshot *before, WmdSnapshot *after, const char *part, const char *id)
{
  const char *const parts[] = { "summary", "introduction", "r1", "r2", "r3" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      WmdBody *old = wmd_snapshot_lookup_body (before, parts[i]);
      g_autoptr (WmdBody) new = wmd_body_ref (wmd_snapshot_lookup_body (after, parts[i]));

      if (strcmp (parts[i], part) == 0)
        {
          WmdBlock *block = get_block (before, part, WMD_LANGUAGE_FR, id);
          WmdBody *restored =
              block != NULL ? wmd_body_with_block (new, WMD_LANGUAGE_FR, block)
                            : wmd_body_with_variant (new, WMD_LANGUAGE_FR, wmd_body_get_variant (old, WMD_LANGUAGE_FR));

          wmd_body_unref (new);
          new = restored;
        }
      g_assert_true (wmd_body_equal (old, new));
    }
}

static void
test_unit (Fixture *fixture, gconstpointer data)
{
  const Case *test = data;
  g_autofree char *text = edit (fixture->file, test->edits);
  g_autoptr (WmdImport) import = read_back (fixture->report, text, FALSE);
  WmdBlock *before = get_block (fixture->report, test->part, WMD_LANGUAGE_FR, test->block);
  WmdBlock *after = get_block (import->snapshot, test->part, WMD_LANGUAGE_FR, test->block);

  g_assert_cmpuint (import->findings->len, ==, test->rule != NULL);
  if (test->rule != NULL)
    {
      g_assert_cmpstr (((WmdFinding *) import->findings->pdata[0])->rule, ==, test->rule);
      g_assert_cmpuint (((WmdFinding *) import->findings->pdata[0])->line, >, 0);
    }
  g_assert_cmpstr (get_markup (after), ==, test->markup != NULL ? test->markup : get_markup (before));
  g_assert_cmpint (wmd_block_get_progress (after), ==, test->progress);
  g_assert_cmpuint (import->units[test->fate], >=, 1);
  g_assert_true (before == NULL || wmd_block_get_tentative (before) == wmd_block_get_tentative (after));
  assert_only (fixture->report, import->snapshot, test->part, test->block);
  if (test->fate != WMD_UNIT_TAKEN && test->fate != WMD_UNIT_ADVANCED)
    g_assert_true (wmd_snapshot_equal (import->snapshot, fixture->report));
}

/* --- the report changed meanwhile --- */

static WmdSnapshot *
with_body (Fixture *fixture, WmdBody *body)
{
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  WmdSnapshot *report = fixture->report;

  for (guint i = 0; i < wmd_snapshot_get_n_replies (report); i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (report, i);

      g_ptr_array_add (replies, strcmp (wmd_body_get_id (reply), wmd_body_get_id (body)) == 0 ? body : reply);
    }
  return wmd_snapshot_new (fixture->reference, wmd_snapshot_get_id (report), wmd_snapshot_get_facts (report),
                           wmd_snapshot_get_summary (report), wmd_snapshot_get_introduction (report), replies, NULL);
}

/* The report with other words in a block of r1. */
static WmdSnapshot *
change_block (Fixture *fixture, WmdLanguage language, const char *id, const char *markup)
{
  WmdBody *body = wmd_snapshot_lookup_body (fixture->report, "r1");
  g_autoptr (WmdInline) content = wmd_inline_parse (markup, NULL);
  g_autoptr (WmdBlock) block = wmd_block_with_content (get_block (fixture->report, "r1", language, id), content);
  g_autoptr (WmdBody) changed = wmd_body_with_block (body, language, block);

  return with_body (fixture, changed);
}

/* A translation of the source before is one, and shows what changed since. */
static void
test_source_changed (Fixture *fixture, gconstpointer data)
{
  static const char *const edits[][2] = {
    { "<target state=\"new\">Un registro.", "<target state=\"final\">Un registre." }, { NULL }
  };
  g_autofree char *text = edit (fixture->file, edits);
  g_autoptr (WmdSnapshot) report = change_block (fixture, WMD_LANGUAGE_ES, "b4", "Dos registros.");
  g_autoptr (WmdImport) import = read_back (report, text, FALSE);
  WmdBlock *block = get_block (import->snapshot, "r1", WMD_LANGUAGE_FR, "b4");

  g_assert_cmpstr (get_markup (block), ==, "Un registre.");
  g_assert_cmpstr (wmd_block_get_source (block), ==, "Un registro.");
  g_assert_cmpint (wmd_block_get_source_language (block), ==, WMD_LANGUAGE_ES);
  g_assert_true (wmd_block_is_stale (block, get_block (report, "r1", WMD_LANGUAGE_ES, "b4")));
  g_assert_cmpuint (import->findings->len, ==, 1);
  g_assert_cmpstr (((WmdFinding *) import->findings->pdata[0])->rule, ==, "xliff-source");
}

/* Spacing alone makes no other source. */
static void
test_source_respaced (Fixture *fixture, gconstpointer data)
{
  static const char *const edits[][2] = {
    { "<target state=\"new\">Un registro.", "<target state=\"final\">Un registre." }, { NULL }
  };
  g_autofree char *text = edit (fixture->file, edits);
  g_autoptr (WmdSnapshot) report = change_block (fixture, WMD_LANGUAGE_ES, "b4", "Un  registro.");
  g_autoptr (WmdImport) import = read_back (report, text, FALSE);

  g_assert_cmpstr (wmd_block_get_source (get_block (import->snapshot, "r1", WMD_LANGUAGE_FR, "b4")), ==,
                   "Un  registro.");
  g_assert_cmpuint (import->findings->len, ==, 0);
}

/* A stale translation that a translator found right is of the source that the translator saw. */
static void
test_stale_confirmed (Fixture *fixture, gconstpointer data)
{
  static const char *const edits[][2] = {
    { "<target state=\"needs-review-translation\">Deux", "<target state=\"translated\">Deux" }, { NULL }
  };
  g_autofree char *text = edit (fixture->file, edits);
  g_autoptr (WmdImport) import = read_back (fixture->report, text, FALSE);
  g_autoptr (WmdSnapshot) later = change_block (fixture, WMD_LANGUAGE_EN, "b3", "Four oversight committees;");
  g_autoptr (WmdImport) late = read_back (later, text, FALSE);
  WmdBlock *block = get_block (import->snapshot, "r1", WMD_LANGUAGE_FR, "b3");

  g_assert_cmpuint (import->units[WMD_UNIT_ADVANCED], ==, 1);
  g_assert_cmpstr (wmd_block_get_source (block), ==, "Three oversight committees;");
  g_assert_cmpint (wmd_block_get_progress (block), ==, WMD_PROGRESS_REVISED);
  g_assert_cmpstr (wmd_block_get_source (get_block (late->snapshot, "r1", WMD_LANGUAGE_FR, "b3")), ==,
                   "Three oversight committees;");
}

static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  static const char *const edits[][2] = { { "<target state=\"translated\" state-qualifier=\"x-tentative\">La loi",
                                            "<target state=\"translated\">La nouvelle loi" },
                                          { NULL } };
  g_autofree char *text = edit (fixture->file, edits);
  g_autoptr (WmdSnapshot) report =
      change_block (fixture, WMD_LANGUAGE_FR, "b2", "La loi<note>Loi</note> régit le tout.");
  g_autoptr (WmdImport) kept = read_back (report, text, FALSE);
  g_autoptr (WmdImport) overwritten = read_back (report, text, TRUE);
  g_autoptr (WmdImport) untouched = read_back (report, fixture->file, FALSE);
  const WmdFinding *finding;

  g_assert_true (wmd_snapshot_equal (kept->snapshot, report));
  g_assert_cmpuint (kept->findings->len, ==, 1);
  finding = kept->findings->pdata[0];
  g_assert_cmpstr (finding->rule, ==, "xliff-conflict");
  g_assert_cmpstr (finding->block, ==, "b2");
  g_assert_nonnull (strstr (finding->hint, "La nouvelle loi"));

  g_assert_cmpuint (overwritten->findings->len, ==, 0);
  g_assert_true (g_str_has_prefix (get_markup (get_block (overwritten->snapshot, "r1", WMD_LANGUAGE_FR, "b2")),
                                   "La nouvelle loi<note>Loi 1.523"));

  g_assert_cmpuint (untouched->findings->len, ==, 0);
  g_assert_true (wmd_snapshot_equal (untouched->snapshot, report));
}

/* A file that lost what it remembers does not overwrite. */
static void
test_forgetful (Fixture *fixture, gconstpointer data)
{
  static const char *const edits[][2] = { { " extradata=\"5b6484b62390bca1\"", "" },
                                          { "<target state=\"final\">Des réponses",
                                            "<target state=\"final\">Les réponses" },
                                          { NULL } };
  g_autofree char *text = edit (fixture->file, edits);
  g_autoptr (WmdImport) import = read_back (fixture->report, text, FALSE);

  g_assert_true (wmd_snapshot_equal (import->snapshot, fixture->report));
  g_assert_cmpstr (((WmdFinding *) import->findings->pdata[0])->rule, ==, "xliff-conflict");
}

/* --- all of a report --- */

/* What a file says of a language is all there is to know: without the language, the report gets it back. Stale ones
 * come back as translations of the source that the file has.
 */
static void
test_rebuilt (Fixture *fixture, gconstpointer data)
{
  WmdLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (WmdSnapshot) report = test_translations_read (fixture->reference, "data/sample/sample.wmdreport");
  g_autoptr (GBytes) bytes = test_translations_write (report, language);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);
  g_autoptr (WmdSnapshot) without = NULL;
  g_autoptr (WmdImport) import = NULL;

  for (guint i = 0; i < wmd_snapshot_get_n_replies (report); i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (report, i);

      g_ptr_array_add (replies, wmd_body_get_original (reply) == language
                                    ? wmd_body_ref (reply)
                                    : wmd_body_with_variant (reply, language, NULL));
    }
  without = wmd_snapshot_new (fixture->reference, wmd_snapshot_get_id (report), wmd_snapshot_get_facts (report),
                              wmd_snapshot_get_summary (report), wmd_snapshot_get_introduction (report), replies, NULL);
  import = read_back (without, text, FALSE);
  for (guint i = 0; i < import->findings->len; i++)
    g_assert_cmpstr (((WmdFinding *) import->findings->pdata[i])->rule, ==, "xliff-removed");
  for (guint i = 0; i < wmd_snapshot_get_n_replies (report); i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (report, i);
      WmdVariant *variant = wmd_body_get_variant (reply, language);

      for (guint j = 0; variant != NULL && j < wmd_variant_get_n_blocks (variant); j++)
        {
          WmdBlock *block = wmd_variant_get_block (variant, j);
          WmdBlock *rebuilt = get_block (import->snapshot, wmd_body_get_id (reply), language, wmd_block_get_id (block));

          if (wmd_block_get_progress (block) < WMD_PROGRESS_DRAFT)
            continue;
          g_assert_cmpstr (get_markup (rebuilt), ==, get_markup (block));
          g_assert_cmpint (wmd_block_get_kind (rebuilt), ==, wmd_block_get_kind (block));
          g_assert_cmpint (wmd_block_get_tentative (rebuilt), ==, wmd_block_get_tentative (block));
          if (wmd_block_get_progress (rebuilt) != WMD_PROGRESS_DRAFT)
            g_assert_cmpint (wmd_block_get_progress (rebuilt), ==, wmd_block_get_progress (block));
        }
    }
}

/* --- any report --- */

/* A word, a field or a footnote. @note: whether there may be one. */
static WmdInline *
make_piece (gboolean note)
{
  static const char *const words[] = { "law", "α &", "<b>", "核", " ", "«l’eau»", "\t", "ا", "\r\n", "{x}" };
  g_autoptr (WmdInline) content = NULL;
  WmdSpan span = { WMD_SPAN_FIELD, 0, strlen ("{deadline}"), (char *) "deadline" };
  gint32 chance = g_test_rand_int_range (0, 6);

  if (chance > 1)
    return wmd_inline_new_text (words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  if (chance == 0 || !note)
    return wmd_inline_new ("{deadline}", &span, 1);
  content = make_piece (FALSE);
  span = (WmdSpan){ WMD_SPAN_NOTE, 0, strlen (WMD_INLINE_NOTE_MARK), (char *) wmd_inline_get_markup (content) };
  return wmd_inline_new (WMD_INLINE_NOTE_MARK, &span, 1);
}

/* Pieces, with spans over them that may cross. */
static WmdInline *
make_text (void)
{
  g_autoptr (WmdInline) text = wmd_inline_new_text ("x");
  g_autoptr (GArray) ends = g_array_new (FALSE, TRUE, sizeof (guint)); /* of the pieces; the first is the start */
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (WmdSpan));
  guint n_spans, end = 0;
  const WmdSpan *held;

  g_array_append_val (ends, end);
  for (gint32 n = g_test_rand_int_range (0, 8); n >= 0; n--)
    {
      g_autoptr (WmdInline) piece = make_piece (TRUE);
      WmdInline *joined = wmd_inline_join (text, "", piece);

      wmd_inline_unref (text);
      text = joined;
      end = strlen (wmd_inline_get_text (text));
      g_array_append_val (ends, end);
    }
  held = wmd_inline_get_spans (text, &n_spans);
  g_array_append_vals (spans, held, n_spans);
  for (gint32 n = g_test_rand_int_range (0, 4); n > 0; n--)
    {
      WmdSpanKind kind = g_test_rand_int_range (0, WMD_SPAN_LINK + 1);
      guint from = g_test_rand_int_range (0, ends->len - 1);
      guint to = g_test_rand_int_range (from + 1, ends->len);
      const WmdSpan span = { kind, g_array_index (ends, guint, from), g_array_index (ends, guint, to),
                             kind == WMD_SPAN_LINK ? (char *) "https://example.org/?a=\"1\"&b" : NULL };

      g_array_append_val (spans, span);
    }
  return wmd_inline_new (wmd_inline_get_text (text), (WmdSpan *) spans->data, spans->len);
}

/* A block of a source, or where @source is its language and @from its block, what it may have become. */
static WmdBlock *
make_block (guint number, WmdLanguage source, WmdBlock *from)
{
  g_autofree char *id = g_strdup_printf ("b%u", number);
  g_autoptr (WmdInline) text = make_text ();
  g_autoptr (WmdInline) older = make_text ();
  g_autoptr (WmdBlock) block = wmd_block_new (id, g_test_rand_int_range (0, WMD_N_BLOCK_KINDS), text);
  g_autoptr (WmdBlock) sourced = NULL;
  g_autoptr (WmdBlock) flagged = NULL;

  if (from == NULL)
    return g_steal_pointer (&block);
  sourced =
      wmd_block_with_source (block, source, g_test_rand_bit () ? get_markup (from) : wmd_inline_get_markup (older));
  flagged = wmd_block_with_tentative (sourced, g_test_rand_bit ());
  return wmd_block_with_progress (flagged, g_test_rand_int_range (0, WMD_N_PROGRESS));
}

/* A reply in Spanish that is partly in French. */
static WmdBody *
make_reply (const char *id)
{
  g_autoptr (WmdBody) empty = wmd_body_new (id, WMD_PART_REPLY);
  g_autoptr (WmdBody) original = wmd_body_with_field (empty, WMD_FIELD_ORIGINAL, "es");
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autoptr (WmdVariant) source = NULL;
  g_autoptr (WmdVariant) target = NULL;
  g_autoptr (WmdBody) sourced = NULL;

  for (guint i = 1; i <= 4; i++)
    {
      g_ptr_array_add (sources, make_block (i, WMD_LANGUAGE_NONE, NULL));
      if (g_test_rand_int_range (0, 4) > 0)
        g_ptr_array_add (targets, make_block (i, WMD_LANGUAGE_ES, g_ptr_array_index (sources, i - 1)));
    }
  source = wmd_variant_new (WMD_LANGUAGE_ES, sources);
  target = wmd_variant_new (WMD_LANGUAGE_FR, targets);
  sourced = wmd_body_with_variant (original, WMD_LANGUAGE_ES, source);
  return wmd_body_with_variant (sourced, WMD_LANGUAGE_FR, targets->len > 0 ? target : NULL);
}

static WmdSnapshot *
make_report (Fixture *fixture, WmdBody *reply)
{
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();

  g_ptr_array_add (replies, reply);
  return wmd_snapshot_new (fixture->reference, wmd_snapshot_get_id (fixture->report),
                           wmd_snapshot_get_facts (fixture->report), wmd_snapshot_get_summary (fixture->report),
                           wmd_snapshot_get_introduction (fixture->report), replies, NULL);
}

/* A file that nobody touched changes nothing; one that a translator worked on changes what was worked on, and the words
 * arrive whatever codes are in them: they are those of another report with the same source, which has other
 * translations.
 */
static void
test_any_report (Fixture *fixture, gconstpointer data)
{
  guint n_taken = 0;

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (WmdBody) reply = make_reply ("r1");
      g_autoptr (WmdBody) bare = wmd_body_with_variant (reply, WMD_LANGUAGE_FR, NULL);
      g_autoptr (WmdSnapshot) report = make_report (fixture, reply);
      g_autoptr (WmdSnapshot) without = make_report (fixture, bare);
      g_autoptr (GBytes) bytes = test_translations_write (report, WMD_LANGUAGE_FR);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (WmdImport) same = read_back (report, text, FALSE);
      g_autoptr (WmdImport) rebuilt = read_back (without, text, FALSE);
      WmdVariant *french = wmd_body_get_variant (reply, WMD_LANGUAGE_FR);

      g_assert_cmpuint (same->findings->len, ==, 0);
      g_assert_true (wmd_snapshot_equal (same->snapshot, report));
      n_taken += rebuilt->units[WMD_UNIT_TAKEN];
      for (guint i = 0; french != NULL && i < wmd_variant_get_n_blocks (french); i++)
        {
          WmdBlock *block = wmd_variant_get_block (french, i);
          WmdBlock *got = get_block (rebuilt->snapshot, "r1", WMD_LANGUAGE_FR, wmd_block_get_id (block));

          if (got != NULL)
            g_assert_cmpstr (get_markup (got), ==, get_markup (block));
        }
    }
  g_assert_cmpuint (n_taken, >, 100);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "rewritten", test_rewritten },
    { "encodings", test_encodings },
    { "source-changed", test_source_changed },
    { "source-respaced", test_source_respaced },
    { "stale-confirmed", test_stale_confirmed },
    { "conflict", test_conflict },
    { "forgetful", test_forgetful },
    { "any-report", test_any_report },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      const char *code = wmd_language_get_code (i);
      g_autofree char *identity = g_strconcat ("/exchange/translations-in/identity/", code, NULL);
      g_autofree char *rebuilt = g_strconcat ("/exchange/translations-in/rebuilt/", code, NULL);

      g_test_add (identity, Fixture, GINT_TO_POINTER ((int) i), set_up, test_identity, tear_down);
      g_test_add (rebuilt, Fixture, GINT_TO_POINTER ((int) i), set_up, test_rebuilt, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/translations-in/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/translations-in/unit/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_unit, tear_down);
    }
  return g_test_run ();
}
