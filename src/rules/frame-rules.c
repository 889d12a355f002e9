/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The frame texts: are they there, and does the introduction say what the mandate was? The fixes put in the
 * standard wording, whose fields keep it true.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rules-private.h"

/* --- the standard wording --- */

/* (transfer full) Paragraph @index of the template; a translation remembers the English that it was made from. */
static WmdBlock *
new_template_block (WmdReference *reference, const char *part, WmdLanguage language, guint index, const char *id)
{
  WmdBlockKind kind = g_str_equal (part, "summary") ? WMD_BLOCK_PARAGRAPH : WMD_BLOCK_NUMBERED;
  g_autoptr (WmdInline) content =
      wmd_inline_parse (wmd_reference_get_template (reference, language, part)[index], NULL);
  g_autoptr (WmdBlock) block = NULL;
  g_autoptr (WmdBlock) unit = NULL;

  g_assert (content != NULL);
  block = wmd_block_new (id, kind, content);
  if (language == WMD_LANGUAGE_EN)
    return g_steal_pointer (&block);
  unit = wmd_block_with_source (block, WMD_LANGUAGE_EN,
                                wmd_reference_get_template (reference, WMD_LANGUAGE_EN, part)[index]);
  return wmd_block_with_progress (unit, WMD_PROGRESS_TRANSLATED);
}

static WmdVariant *
new_template_variant (WmdReference *reference, const char *part, WmdLanguage language)
{
  const char *const *paragraphs = wmd_reference_get_template (reference, language, part);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("b%u", i + 1);

      g_ptr_array_add (blocks, new_template_block (reference, part, language, i, id));
    }
  return wmd_variant_new (language, blocks);
}

/* (transfer full) The part with the standard wording: in English, its source, and in the languages that the report is
 * being translated into. One language more would ask for a translation of everything.
 */
static WmdBody *
fill_body (const WmdProbe *probe, const char *part)
{
  WmdBody *filled = wmd_body_ref (probe->body);

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      g_autoptr (WmdVariant) variant = NULL;
      WmdBody *next;

      if (language != WMD_LANGUAGE_EN && language != probe->edition && (probe->languages & (1u << language)) == 0)
        continue;
      variant = new_template_variant (probe->reference, part, language);
      next = wmd_body_with_variant (filled, language, variant);
      wmd_body_unref (filled);
      filled = next;
    }
  return filled;
}

static gboolean
is_empty (const WmdBody *body)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    if (wmd_rule_has_text (wmd_body_get_variant (body, language)))
      return FALSE;
  return TRUE;
}

static void
check_frame (WmdProbe *probe, WmdPartKind kind, const char *part, const char *message)
{
  g_autoptr (WmdBody) filled = NULL;
  WmdRemark *remark;

  if (wmd_body_get_kind (probe->body) != kind || !is_empty (probe->body) || wmd_rule_is_addendum (probe->facts))
    return;
  remark = wmd_probe_say (probe, NULL, g_strdup (message));
  filled = fill_body (probe, part);
  wmd_remark_set_fix (remark, _ ("Insert the Standard Wording"),
                      wmd_rule_edit_body (_ ("Insert Standard Wording"), probe->body, filled));
}

void
wmd_check_missing_summary (WmdProbe *probe)
{
  check_frame (probe, WMD_PART_SUMMARY, "summary", _ ("The report has no summary."));
}

void
wmd_check_missing_introduction (WmdProbe *probe)
{
  check_frame (probe, WMD_PART_INTRODUCTION, "introduction", _ ("The report has no introduction."));
}

/* --- the mandate --- */

/* What the introduction has to name: a field of that name, or wording that the data knows for it. */
typedef struct
{
  const char *id;      /* hint */
  const char *field;   /* NULL: there is no field for it */
  const char *pattern; /* in data/rules/frame.json */
  const char *name;
} MandatePart;

static const MandatePart mandate_parts[] = {
  { "resolution", "resolution", "names-resolution", N_ ("the resolution") },
  { "note-verbale", "note-verbale", "names-note-verbale", N_ ("the note verbale") },
  { "deadline", "deadline", "names-deadline", N_ ("the deadline") },
  { "late-replies", NULL, "names-late-replies", N_ ("what becomes of late replies") },
};

static gboolean
has_field (WmdVariant *variant, const char *name)
{
  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    {
      guint n_spans;
      const WmdSpan *spans =
          wmd_inline_get_spans (wmd_block_get_content (wmd_variant_get_block (variant, i)), &n_spans);

      for (guint j = 0; j < n_spans; j++)
        if (spans[j].kind == WMD_SPAN_FIELD && g_strcmp0 (spans[j].value, name) == 0)
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_named (WmdProbe *probe, WmdVariant *variant, const MandatePart *part)
{
  WmdLanguage language = wmd_variant_get_language (variant);

  if (part->field != NULL && has_field (variant, part->field))
    return TRUE;
  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    if (wmd_forms_matches (probe->forms, part->pattern, language,
                           wmd_block_get_text (wmd_variant_get_block (variant, i))))
      return TRUE;
  return FALSE;
}

/* The first paragraph of the template names the resolution, the last the rest. */
static WmdEdit *
add_mandate (WmdProbe *probe, WmdVariant *variant, gboolean first, gboolean last)
{
  WmdLanguage language = wmd_variant_get_language (variant);
  guint n_paragraphs =
      g_strv_length ((char **) wmd_reference_get_template (probe->reference, language, "introduction"));
  g_autoptr (WmdBody) body = wmd_body_ref (probe->body);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = wmd_body_dup_new_block_id (body);
      WmdVariant *now = wmd_body_get_variant (body, language);
      g_autoptr (WmdBlock) block = NULL;
      g_autoptr (WmdVariant) spliced = NULL;
      WmdBody *next;

      if (!(i == 0 ? first : last))
        continue;
      block = new_template_block (probe->reference, "introduction", language, i == 0 ? 0 : n_paragraphs - 1, id);
      spliced = wmd_variant_splice (now, i == 0 ? 0 : wmd_variant_get_n_blocks (now), 0, &block, 1);
      next = wmd_body_with_variant (body, language, spliced);
      wmd_body_unref (body);
      body = next;
    }
  return wmd_rule_edit_body (_ ("Insert Standard Wording"), probe->body, body);
}

static void
check_mandate (WmdProbe *probe, WmdVariant *variant)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GString) names = g_string_new (NULL);
  g_auto (GStrv) missing = NULL;
  g_autofree char *hint = NULL;
  WmdRemark *remark;

  for (guint i = 0; i < G_N_ELEMENTS (mandate_parts); i++)
    if (!is_named (probe, variant, &mandate_parts[i]))
      {
        g_strv_builder_add (ids, mandate_parts[i].id);
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", _ (mandate_parts[i].name));
      }
  missing = g_strv_builder_end (ids);
  if (missing[0] == NULL)
    return;
  hint = g_strjoinv (", ", missing);
  remark = wmd_probe_say (probe, hint,
                          /* Translators: %s is a list such as “the note verbale, the deadline” */
                          g_strdup_printf (_ ("The introduction does not name %s."), names->str));
  wmd_remark_set_place (remark, NULL, wmd_variant_get_language (variant), -1);
  wmd_remark_set_fix (remark, _ ("Insert the Standard Wording"),
                      add_mandate (probe, variant, g_str_equal (missing[0], "resolution"),
                                   !g_str_equal (missing[0], "resolution") || missing[1] != NULL));
}

void
wmd_check_missing_mandate (WmdProbe *probe)
{
  if (wmd_body_get_kind (probe->body) != WMD_PART_INTRODUCTION)
    return;
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdVariant *variant = wmd_body_get_variant (probe->body, language);

      if (wmd_rule_has_text (variant) && (probe->edition == WMD_LANGUAGE_NONE || probe->edition == language))
        check_mandate (probe, variant);
    }
}
