/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Characters of fonts that have pictures in the place of letters. */

#include "config.h"

#include "exchange/docx-symbols.h"

#define PRIVATE_START 0xF020 /* where documents put the codes of such fonts */
#define PRIVATE_END 0xF0FF

/* What the font has from a code on; a space where it has nothing that others have. */
static const struct
{
  const char *font;
  guint first;
  const char *characters;
} runs[] = {
  { "Symbol", 0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?" },
  { "Symbol", 0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_" },
  { "Symbol", 0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼" },
  { "Symbol", 0xA1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…" },
  { "Symbol", 0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓" },
  { "Wingdings", 0x6C, "●" },
  { "Wingdings", 0x6E, "■□" },
  { "Wingdings", 0x76, "❖" },
  { "Wingdings", 0x9F, "•" },
  { "Wingdings", 0xA7, "▪◻" },
  { "Wingdings", 0xD8, "➢" },
  { "Wingdings", 0xE0, "→" },
  { "Wingdings", 0xFB, "✗✓☒☑" },
};

gboolean
wmd_docx_is_private (gunichar code)
{
  return code >= PRIVATE_START && code <= PRIVATE_END;
}

gunichar
wmd_docx_map_symbol (const char *font, gunichar code)
{
  const guint low = code & 0xFF;
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      const gboolean same = g_strcmp0 (font, runs[i].font) == 0;
      const glong length = g_utf8_strlen (runs[i].characters, -1);

      known = known || same;
      if (same && low >= runs[i].first && low < runs[i].first + (guint) length)
        return g_utf8_get_char (g_utf8_offset_to_pointer (runs[i].characters, (glong) (low - runs[i].first)));
    }
  return known || wmd_docx_is_private (code) || !g_unichar_validate (code) || code < 0x20 ? 0 : code;
}
