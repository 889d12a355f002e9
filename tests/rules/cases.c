/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads samples of reports from their compact form; cases/README.md describes it. */

#include "config.h"

#include "rules/cases.h"

#include <string.h>

#include "model/edit.h"
#include "support/support.h"

/* A report while its lines are read. */
typedef struct
{
  WmdReference *reference;
  RuleCase *sample;
  WmdFacts *facts;
  WmdEdition *edition; /* NULL */
  WmdBody *summary;
  WmdBody *introduction;
  GPtrArray *replies; /* (element-type WmdBody) */
  WmdBody **part;     /* that lines are of */
  GPtrArray *waivers; /* (element-type WmdWaiver) not yet with fingerprints */
} Builder;

void
rule_case_free (RuleCase *self)
{
  g_free (self->name);
  g_clear_pointer (&self->snapshot, wmd_snapshot_unref);
  g_ptr_array_unref (self->expected);
  g_free (self);
}

static void
take_body (WmdBody **place, WmdBody *body)
{
  wmd_body_unref (*place);
  *place = body;
}

static void
take_facts (Builder *builder, WmdFacts *facts)
{
  wmd_facts_unref (builder->facts);
  builder->facts = facts;
}

/* --- blocks --- */

/* \u{FFFD} becomes the character. (transfer full) */
static char *
unescape (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      char *end;

      if (!g_str_has_prefix (p, "\\u{"))
        {
          g_string_append_c (result, *p);
          continue;
        }
      g_string_append_unichar (result, (gunichar) g_ascii_strtoull (p + 3, &end, 16));
      p = end;
    }
  return g_string_free (result, FALSE);
}

/* (transfer full) */
static char *
repeat (const char *text, guint64 n)
{
  GString *result = g_string_new (NULL);

  for (guint64 i = 0; i < n; i++)
    g_string_append_printf (result, "%s%s", i > 0 && !g_str_has_suffix (text, "。") ? " " : "", text);
  return g_string_free (result, FALSE);
}

/* Reads one [flag] before the text, and moves on; FALSE when there is none. */
static gboolean
read_flag (const char **text, WmdBlock **block)
{
  const char *end = (*text)[0] == '[' ? strchr (*text, ']') : NULL;
  g_autofree char *flag = end != NULL ? g_strndup (*text + 1, end - *text - 1) : NULL;
  WmdProgress progress;
  WmdBlock *next;

  if (flag == NULL)
    return FALSE;
  if (wmd_progress_from_id (flag, &progress))
    next = wmd_block_with_progress (*block, progress);
  else if (g_str_equal (flag, "tentative"))
    next = wmd_block_with_tentative (*block, TRUE);
  else if (g_str_has_prefix (flag, "from "))
    {
      g_autofree char *code = g_strndup (flag + 5, 2);

      next = wmd_block_with_source (*block, wmd_language_from_code (code), flag + 9);
    }
  else
    return FALSE;
  wmd_block_unref (*block);
  *block = next;
  *text = end + 1 + strspn (end + 1, " ");
  return TRUE;
}

static WmdBlock *
make_block (const char *id, WmdBlockKind kind, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdInline) nothing = wmd_inline_new_text ("");
  g_autoptr (WmdInline) content = NULL;
  g_autoptr (WmdBlock) empty = wmd_block_new (id, kind, nothing);
  g_autofree char *text = NULL;

  while (read_flag (&line, &empty))
    ;
  if (g_str_has_prefix (line, "[times "))
    text = repeat (strchr (line, ']') + 2, g_ascii_strtoull (line + strlen ("[times "), NULL, 10));
  else
    text = unescape (line);
  content = wmd_inline_parse (text, &error);
  if (content == NULL)
    g_error ("%s: %s", line, error->message);
  return wmd_block_with_content (empty, content);
}

static void
add_block (Builder *builder, WmdLanguage language, WmdBlockKind kind, const char *line)
{
  WmdVariant *held = wmd_body_get_variant (*builder->part, language);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (WmdVariant) variant = held != NULL ? wmd_variant_ref (held) : wmd_variant_new (language, none);
  guint n = wmd_variant_get_n_blocks (variant);
  g_autofree char *id = g_strdup_printf ("b%u", n + 1);
  g_autoptr (WmdBlock) block = make_block (id, kind, line);
  g_autoptr (WmdVariant) longer = wmd_variant_splice (variant, n, 0, &block, 1);

  builder->sample->languages |= 1u << language;
  take_body (builder->part, wmd_body_with_variant (*builder->part, language, longer));
}

/* "fr- Text": TRUE when the line is a block. */
static gboolean
read_block (Builder *builder, const char *line)
{
  static const struct
  {
    const char *mark;
    WmdBlockKind kind;
  } marks[] = {
    { ": ", WMD_BLOCK_PARAGRAPH }, { "# ", WMD_BLOCK_HEADING_1 },   { "## ", WMD_BLOCK_HEADING_2 },
    { "- ", WMD_BLOCK_BULLET },    { "@ ", WMD_BLOCK_LETTERED },    { "1 ", WMD_BLOCK_NUMBERED },
    { "-- ", WMD_BLOCK_BULLET_2 }, { "@@ ", WMD_BLOCK_LETTERED_2 },
  };
  g_autofree char *code = g_strndup (line, 2);
  WmdLanguage language = wmd_language_from_code (code);

  for (guint i = 0; language != WMD_LANGUAGE_NONE && i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (line + 2, marks[i].mark))
      {
        add_block (builder, language, marks[i].kind, line + 2 + strlen (marks[i].mark));
        return TRUE;
      }
  return FALSE;
}

/* --- frame texts --- */

/* Paragraph @index of the standard wording; a translation is revised. */
static WmdBlock *
make_frame_block (const char *const *paragraphs, const char *const *source, guint index, WmdBlockKind kind)
{
  g_autofree char *id = g_strdup_printf ("b%u", index + 1);
  g_autoptr (WmdBlock) block = make_block (id, kind, paragraphs[index]);
  g_autoptr (WmdBlock) unit = NULL;

  if (paragraphs == source)
    return g_steal_pointer (&block);
  unit = wmd_block_with_source (block, WMD_LANGUAGE_EN, source[index]);
  return wmd_block_with_progress (unit, WMD_PROGRESS_REVISED);
}

/* @body with the standard wording in that language. Takes @body. */
static WmdBody *
add_frame (WmdReference *reference, WmdBody *body, WmdLanguage language)
{
  gboolean summary = wmd_body_get_kind (body) == WMD_PART_SUMMARY;
  const char *id = summary ? "summary" : "introduction";
  const char *const *paragraphs = wmd_reference_get_template (reference, language, id);
  const char *const *source = wmd_reference_get_template (reference, WMD_LANGUAGE_EN, id);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  g_autoptr (WmdVariant) variant = NULL;
  g_autoptr (WmdBody) old = body;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    g_ptr_array_add (blocks,
                     make_frame_block (paragraphs, source, i, summary ? WMD_BLOCK_PARAGRAPH : WMD_BLOCK_NUMBERED));
  variant = wmd_variant_new (language, blocks);
  return wmd_body_with_variant (old, language, variant);
}

static void
add_frames (Builder *builder, WmdLanguage language)
{
  builder->summary = add_frame (builder->reference, builder->summary, language);
  builder->introduction = add_frame (builder->reference, builder->introduction, language);
}

/* --- the other lines --- */

static void
add_reply (Builder *builder, const char *id, const char *respondent, const char *language, const char *date)
{
  const char *values[] = { respondent, language, date };
  const WmdField fields[] = { WMD_FIELD_RESPONDENT, WMD_FIELD_ORIGINAL, WMD_FIELD_DATE };

  g_ptr_array_add (builder->replies, wmd_body_new (id, WMD_PART_REPLY));
  builder->part = (WmdBody **) &builder->replies->pdata[builder->replies->len - 1];
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (values[i], "-") != 0)
      take_body (builder->part, wmd_body_with_field (*builder->part, fields[i], values[i]));
}

static void
set_fact (Builder *builder, const char *name, const char *value)
{
  for (WmdFact fact = 0; fact < WMD_N_FACTS; fact++)
    if (g_str_equal (wmd_fact_get_id (fact), name))
      {
        take_facts (builder, wmd_facts_with (builder->facts, fact, value));
        return;
      }
  g_error ("There is no fact “%s”", name);
}

static void
set_field (Builder *builder, const char *name, const char *value)
{
  for (WmdField field = 0; field < WMD_N_FIELDS; field++)
    if (g_str_equal (wmd_field_get_id (field), name))
      {
        take_body (builder->part, wmd_body_with_field (*builder->part, field, value));
        return;
      }
  g_error ("There is no field “%s”", name);
}

static WmdEdition *
get_edition (Builder *builder)
{
  if (builder->edition == NULL)
    builder->edition = wmd_edition_new (WMD_LANGUAGE_EN);
  return builder->edition;
}

static void
read_imported (Builder *builder, char **words, const char *rest)
{
  WmdEdition *edition = get_edition (builder);
  WmdSection section;

  if (g_str_equal (words[0], "masthead"))
    edition->originals = g_strsplit (rest, " ", -1);
  else if (g_str_equal (words[0], "file"))
    edition->file = g_strdup (rest);
  else if (g_str_equal (words[0], "imported"))
    edition->language = wmd_language_from_code (rest);
  else if (g_str_equal (words[0], "entry"))
    {
      g_auto (GStrv) entry = g_strsplit (rest, " | ", 2);

      wmd_edition_add_line (edition, entry[0], entry[1]);
    }
  else if (wmd_section_from_id (words[2], &section))
    wmd_edition_add_reply (edition, words[1], section);
  else
    g_error ("There is no section “%s”", words[2]);
}

static void
set_part (Builder *builder, const char *id)
{
  gboolean summary = g_str_equal (id, "summary");

  builder->part = summary ? &builder->summary : &builder->introduction;
  take_body (builder->part, wmd_body_new (id, summary ? WMD_PART_SUMMARY : WMD_PART_INTRODUCTION));
}

static void
read_severity (Builder *builder, char **words)
{
  WmdSeverity severity;

  if (!wmd_severity_from_id (words[2], &severity))
    g_error ("There is no severity “%s”", words[2]);
  take_facts (builder, wmd_facts_with_severity (builder->facts, words[1], severity));
}

/* "NAME = VALUE" behind the first word. */
static void
read_assignment (Builder *builder, const char *first, const char *rest)
{
  g_auto (GStrv) sides = g_strsplit (rest, "=", 2);
  const char *name = g_strstrip (sides[0]);
  const char *value = sides[1] != NULL && g_strstrip (sides[1])[0] != '\0' ? sides[1] : NULL;

  if (g_str_equal (first, "fact"))
    set_fact (builder, name, value);
  else if (g_str_equal (first, "field"))
    set_field (builder, name, value);
  else
    take_body (builder->part, wmd_body_with_own_name (*builder->part, wmd_language_from_code (name), value));
}

static void
read_line (Builder *builder, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 5);
  const char *rest = line + MIN (strlen (words[0]) + 1, strlen (line));

  if (line[0] == '!')
    g_ptr_array_add (builder->sample->expected, unescape (line + 2));
  else if (read_block (builder, line))
    return;
  else if (g_str_equal (words[0], "bare"))
    g_ptr_array_set_size (builder->replies, 0);
  else if (g_str_equal (words[0], "complete"))
    add_frames (builder, wmd_language_from_code (rest));
  else if (g_str_equal (words[0], "edition"))
    builder->sample->edition = wmd_language_from_code (rest);
  else if (g_str_equal (words[0], "reply") && g_strv_length (words) == 5)
    add_reply (builder, words[1], words[2], words[3], words[4]);
  else if (g_str_equal (words[0], "part"))
    set_part (builder, rest);
  else if (g_str_equal (words[0], "severity"))
    read_severity (builder, words);
  else if (g_str_equal (words[0], "waive"))
    {
      WmdWaiver *waiver = g_new0 (WmdWaiver, 1);

      waiver->rule = g_strdup (words[1]);
      waiver->reason = g_strdup (rest + strlen (words[1]) + 1);
      g_ptr_array_add (builder->waivers, waiver);
    }
  else if (g_str_equal (words[0], "fact") || g_str_equal (words[0], "field") || g_str_equal (words[0], "name"))
    read_assignment (builder, words[0], rest);
  else if (g_str_equal (words[0], "file") || g_str_equal (words[0], "masthead") || g_str_equal (words[0], "imported") ||
           g_str_equal (words[0], "entry") || g_str_equal (words[0], "stood"))
    read_imported (builder, words, rest);
  else
    g_error ("%s: what is “%s”?", builder->sample->name, line);
}

/* --- the report to begin with --- */

static void
begin (Builder *builder)
{
  static const char *const lines[] = {
    "fact symbol = A/78/132",
    "fact session = 78",
    "fact agenda-item = 101(s)",
    "fact agenda = provisional",
    "fact resolution = 77/75",
    "fact note-verbale = 2023-01-31",
    "fact letters = 2023-01-31",
    "fact deadline = 2023-05-31",
    "fact cut-off = 2023-05-31",
    "fact date = 2023-07-10",
    "fact job-number = 23-13333",
    "reply r98 NRU en 2023-05-02",
    "en: The Government has nothing to add.",
    "reply r99 imo en 2023-05-03",
    "en: The Organization has nothing to add.",
  };

  builder->facts = wmd_facts_new ();
  builder->summary = wmd_body_new ("summary", WMD_PART_SUMMARY);
  builder->introduction = wmd_body_new ("introduction", WMD_PART_INTRODUCTION);
  add_frames (builder, WMD_LANGUAGE_EN);
  builder->replies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);
  builder->waivers = g_ptr_array_new ();
  builder->part = &builder->summary;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    read_line (builder, lines[i]);
  builder->sample->languages = 0;
}

static void
finish (Builder *builder)
{
  if (builder->edition != NULL)
    take_facts (builder, wmd_facts_with_edition (builder->facts, builder->edition));
  for (guint i = 0; i < builder->waivers->len; i++)
    {
      WmdWaiver *waiver = builder->waivers->pdata[i];

      waiver->language = WMD_LANGUAGE_NONE;
      take_facts (builder, wmd_facts_with_waiver (builder->facts, waiver));
      g_free (waiver->rule);
      g_free (waiver->reason);
      g_free (waiver);
    }
  builder->sample->snapshot = wmd_snapshot_new (builder->reference, "sample", builder->facts, builder->summary,
                                                builder->introduction, builder->replies, NULL);
  wmd_facts_unref (builder->facts);
  wmd_body_unref (builder->summary);
  wmd_body_unref (builder->introduction);
  g_ptr_array_unref (builder->replies);
  g_ptr_array_unref (builder->waivers);
  g_clear_pointer (&builder->edition, wmd_edition_free);
}

GPtrArray *
rule_cases_read (WmdReference *reference, const char *rule)
{
  g_autofree char *name = g_strconcat (rule, ".txt", NULL);
  g_autofree char *path = test_source_path ("tests", "rules", "cases", name, NULL);
  g_autofree char *text = test_read_file (path, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_case_free);
  Builder builder = { NULL };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "== "))
        {
          if (builder.sample != NULL)
            finish (&builder);
          builder = (Builder){ .reference = reference, .sample = g_new0 (RuleCase, 1) };
          builder.sample->name = g_strdup_printf ("%s: %s", rule, lines[i] + 3);
          builder.sample->edition = WMD_LANGUAGE_NONE;
          builder.sample->expected = g_ptr_array_new_with_free_func (g_free);
          begin (&builder);
          g_ptr_array_add (cases, builder.sample);
        }
      else if (lines[i][0] != '\0' && lines[i][0] != '#')
        {
          if (builder.sample == NULL)
            g_error ("%s: “%s” stands before the first sample", path, lines[i]);
          read_line (&builder, lines[i]);
        }
    }
  if (builder.sample != NULL)
    finish (&builder);
  return cases;
}

/* --- findings --- */

char *
rule_case_describe (const WmdFinding *finding, WmdSnapshot *snapshot)
{
  WmdBody *body = finding->part != NULL ? wmd_snapshot_lookup_body (snapshot, finding->part) : NULL;
  WmdVariant *variant =
      body != NULL && finding->language != WMD_LANGUAGE_NONE ? wmd_body_get_variant (body, finding->language) : NULL;
  WmdBlock *block =
      variant != NULL && finding->block != NULL ? wmd_variant_lookup_block (variant, finding->block, NULL) : NULL;
  g_autofree char *range = block != NULL
                               ? g_strndup (wmd_block_get_text (block) + finding->start, finding->end - finding->start)
                               : g_strdup ("");
  GString *line = g_string_new (NULL);

  g_string_printf (line, "%s %s %s %s %s \"%s\"", finding->rule, wmd_severity_get_id (finding->severity),
                   finding->part != NULL ? finding->part : "-",
                   finding->language != WMD_LANGUAGE_NONE ? wmd_language_get_code (finding->language) : "-",
                   finding->block != NULL ? finding->block : "-", range);
  if (finding->fix != NULL)
    g_string_append (line, " fixable");
  if (finding->hint != NULL)
    g_string_append_printf (line, " %s", finding->hint);
  if (finding->waived != NULL)
    g_string_append_printf (line, " waived: %s", finding->waived);
  return g_string_free (line, FALSE);
}

static WmdBody *
find_new (WmdEdit *edit, WmdBody *old, gboolean *replaced)
{
  WmdBody *from, *to;

  for (guint i = 0; i < wmd_edit_get_n_bodies (edit); i++)
    {
      wmd_edit_get_body (edit, i, &from, &to);
      if (from == old)
        {
          *replaced = TRUE;
          return to;
        }
    }
  return old;
}

WmdSnapshot *
rule_case_apply (WmdSnapshot *snapshot, WmdEdit *edit)
{
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  WmdFacts *facts = wmd_edit_get_new_facts (edit);
  gboolean replaced = FALSE;
  WmdBody *summary = find_new (edit, wmd_snapshot_get_summary (snapshot), &replaced);
  WmdBody *introduction = find_new (edit, wmd_snapshot_get_introduction (snapshot), &replaced);

  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    {
      WmdBody *body = find_new (edit, wmd_snapshot_get_reply (snapshot, i), &replaced);

      if (body != NULL)
        g_ptr_array_add (replies, body);
    }
  for (guint i = 0; i < wmd_edit_get_n_bodies (edit); i++)
    {
      WmdBody *from, *to;

      wmd_edit_get_body (edit, i, &from, &to);
      if (from == NULL && to != NULL)
        {
          g_ptr_array_add (replies, to);
          replaced = TRUE;
        }
    }
  g_assert_true (replaced || facts != NULL);
  return wmd_snapshot_new (wmd_snapshot_get_reference (snapshot), wmd_snapshot_get_id (snapshot),
                           facts != NULL ? facts : wmd_snapshot_get_facts (snapshot), summary, introduction, replies,
                           wmd_snapshot_get_unknown (snapshot));
}
