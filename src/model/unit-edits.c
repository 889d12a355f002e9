/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values in, values out: what the translation desk does, without the desk. */

#include "config.h"

#include "model/unit-edits.h"

static WmdBlock *
lookup (const WmdBody *body, WmdLanguage language, const char *id)
{
  WmdVariant *variant = language != WMD_LANGUAGE_NONE ? wmd_body_get_variant (body, language) : NULL;

  return variant != NULL ? wmd_variant_lookup_block (variant, id, NULL) : NULL;
}

WmdLanguage
wmd_unit_choose_source (const WmdBody *body, WmdLanguage target)
{
  WmdLanguage original;

  g_return_val_if_fail (body != NULL, WMD_LANGUAGE_NONE);

  original = wmd_body_get_original (body);
  if (original != target && wmd_body_get_source (body) != NULL)
    return original;
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    if ((WmdLanguage) language != target && wmd_body_get_variant (body, language) != NULL)
      return language;
  return WMD_LANGUAGE_NONE;
}

/* Where a unit of that id belongs among those of @variant: before the first one whose source comes later. */
static guint
find_position (WmdVariant *variant, WmdVariant *source, const char *id)
{
  guint place, other;

  if (wmd_variant_lookup_block (source, id, &place) == NULL)
    return wmd_variant_get_n_blocks (variant);
  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    if (wmd_variant_lookup_block (source, wmd_block_get_id (wmd_variant_get_block (variant, i)), &other) != NULL &&
        other > place)
      return i;
  return wmd_variant_get_n_blocks (variant);
}

static WmdBody *
insert (const WmdBody *body, WmdLanguage target, WmdLanguage source, WmdBlock *unit)
{
  WmdVariant *old = wmd_body_get_variant (body, target);
  g_autoptr (WmdVariant) variant = NULL;

  if (old == NULL)
    {
      g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

      g_ptr_array_add (blocks, unit);
      variant = wmd_variant_new (target, blocks);
    }
  else
    variant = wmd_variant_splice (
        old, find_position (old, wmd_body_get_variant (body, source), wmd_block_get_id (unit)), 0, &unit, 1);
  return wmd_body_with_variant (body, target, variant);
}

WmdBody *
wmd_unit_remove (const WmdBody *body, WmdLanguage target, const char *id)
{
  WmdVariant *old;
  g_autoptr (WmdVariant) variant = NULL;
  guint index;

  g_return_val_if_fail (body != NULL && id != NULL, NULL);

  old = wmd_body_get_variant (body, target);
  if (old == NULL || wmd_variant_lookup_block (old, id, &index) == NULL)
    return wmd_body_ref ((WmdBody *) body);
  if (wmd_variant_get_n_blocks (old) > 1)
    variant = wmd_variant_splice (old, index, 1, NULL, 0);
  return wmd_body_with_variant (body, target, variant);
}

WmdBody *
wmd_unit_write (const WmdBody *body, WmdLanguage target, WmdLanguage source, const char *id, WmdInline *content)
{
  WmdBlock *from, *old;

  g_return_val_if_fail (body != NULL && id != NULL && content != NULL, NULL);

  from = lookup (body, source, id);
  old = lookup (body, target, id);
  if (wmd_inline_get_text (content)[0] == '\0')
    return wmd_unit_remove (body, target, id);
  if (old != NULL)
    {
      g_autoptr (WmdBlock) unit = wmd_block_with_content (old, content);

      return wmd_body_with_block (body, target, unit);
    }
  else
    {
      g_autoptr (WmdBlock) bare =
          wmd_block_new (id, from != NULL ? wmd_block_get_kind (from) : WMD_BLOCK_PARAGRAPH, content);
      g_autoptr (WmdBlock) unit =
          from != NULL ? wmd_block_with_source (bare, source, wmd_inline_get_markup (wmd_block_get_content (from)))
                       : wmd_block_ref (bare);

      return insert (body, target, source, unit);
    }
}

WmdBody *
wmd_unit_accept_source (const WmdBody *body, WmdLanguage target, WmdLanguage source, const char *id)
{
  WmdBlock *from, *old;
  g_autoptr (WmdBlock) unit = NULL;

  g_return_val_if_fail (body != NULL && id != NULL, NULL);

  from = lookup (body, source, id);
  old = lookup (body, target, id);
  if (from == NULL || old == NULL)
    return wmd_body_ref ((WmdBody *) body);
  unit = wmd_block_with_source (old, source, wmd_inline_get_markup (wmd_block_get_content (from)));
  return wmd_body_with_block (body, target, unit);
}

WmdBody *
wmd_unit_confirm (const WmdBody *body, WmdLanguage target, WmdLanguage source, const char *id)
{
  g_autoptr (WmdBody) accepted = wmd_unit_accept_source (body, target, source, id);
  WmdBlock *unit = lookup (accepted, target, id);

  if (unit == NULL || wmd_block_get_progress (unit) >= WMD_PROGRESS_TRANSLATED)
    return g_steal_pointer (&accepted);
  return wmd_unit_set_progress (accepted, target, id, WMD_PROGRESS_TRANSLATED);
}

WmdBody *
wmd_unit_set_progress (const WmdBody *body, WmdLanguage target, const char *id, WmdProgress progress)
{
  WmdBlock *old;
  g_autoptr (WmdBlock) unit = NULL;

  g_return_val_if_fail (body != NULL && id != NULL, NULL);

  old = lookup (body, target, id);
  if (old == NULL)
    return wmd_body_ref ((WmdBody *) body);
  unit = wmd_block_with_progress (old, progress);
  return wmd_body_with_block (body, target, unit);
}

WmdBody *
wmd_unit_set_tentative (const WmdBody *body, WmdLanguage target, const char *id, gboolean tentative)
{
  WmdBlock *old;
  g_autoptr (WmdBlock) unit = NULL;

  g_return_val_if_fail (body != NULL && id != NULL, NULL);

  old = lookup (body, target, id);
  if (old == NULL)
    return wmd_body_ref ((WmdBody *) body);
  unit = wmd_block_with_tentative (old, tentative);
  return wmd_body_with_block (body, target, unit);
}
