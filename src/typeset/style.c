/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The style sheet: three tables, one of type by script, one of items, one of pages. The measures of the Latin
 * scripts were taken from issued documents; those of Arabic and Chinese follow from them and from the number
 * of lines that issued pages hold.
 */
#include "config.h"

#include "typeset/style.h"

typedef enum
{
  SCRIPT_LATIN, /* and Cyrillic */
  SCRIPT_ARABIC,
  SCRIPT_CHINESE,
} Script;

#define N_SCRIPTS 3

static const Script scripts[WMD_N_LANGUAGES] = {
  [WMD_LANGUAGE_AR] = SCRIPT_ARABIC, [WMD_LANGUAGE_EN] = SCRIPT_LATIN, [WMD_LANGUAGE_ES] = SCRIPT_LATIN,
  [WMD_LANGUAGE_FR] = SCRIPT_LATIN,  [WMD_LANGUAGE_RU] = SCRIPT_LATIN, [WMD_LANGUAGE_ZH] = SCRIPT_CHINESE,
};

/* Word processors put the baseline of a line of exact height at four fifths of it. */
#define LATIN(size, pitch, stretch, spacing)                                                                           \
  {                                                                                                                    \
    WMD_FAMILY_TIMES, { size, size * 1.2, size }, pitch, pitch * 0.8, stretch, spacing                                 \
  }
#define ARABIC(size, pitch, spacing)                                                                                   \
  {                                                                                                                    \
    WMD_FAMILY_NASKH, { size * 0.88, size, size * 0.9 }, pitch, pitch * 0.68, 1., spacing                              \
  }
#define CHINESE(size, pitch)                                                                                           \
  {                                                                                                                    \
    WMD_FAMILY_SONG, { size, size * 1.2, size }, pitch, pitch * 0.5 + size * 0.38, 1., 0.                              \
  }

static const WmdType types[N_SCRIPTS][WMD_N_TYPES] = {
  [SCRIPT_LATIN] = {
    [WMD_TYPE_BODY] = LATIN (10., 12., 1., 0.24),
    [WMD_TYPE_SUBHEADING] = LATIN (10., 12., 1.0286, 0.24),
    [WMD_TYPE_HEADING] = LATIN (12., 13.5, 1.0233, 0.1),
    [WMD_TYPE_TITLE] = LATIN (14., 15., 1.02, 0.),
    [WMD_TYPE_NOTE] = LATIN (8.5, 10.5, 1., 0.2),
    [WMD_TYPE_RUNNING] = LATIN (8.5, 10.5, 1., 0.1),
    [WMD_TYPE_JOB] = LATIN (7., 9., 1., 0.1),
    [WMD_TYPE_MASTHEAD] = LATIN (10., 12., 1., 0.24),
    [WMD_TYPE_NAME] = LATIN (14., 16., 0.957, 0.1),
    [WMD_TYPE_ORGAN] = LATIN (20., 19.6, 0.972, 0.),
    [WMD_TYPE_DRAFT] = LATIN (72., 72., 1., 6.),
  },
  [SCRIPT_ARABIC] = {
    [WMD_TYPE_BODY] = ARABIC (12.5, 19., 0.),
    [WMD_TYPE_SUBHEADING] = ARABIC (12.5, 19., 0.),
    [WMD_TYPE_HEADING] = ARABIC (14., 21., 0.),
    [WMD_TYPE_TITLE] = ARABIC (16., 24., 0.),
    [WMD_TYPE_NOTE] = ARABIC (10.5, 15., 0.),
    [WMD_TYPE_RUNNING] = ARABIC (9.7, 12., 0.1),
    [WMD_TYPE_JOB] = ARABIC (8., 10., 0.1),
    [WMD_TYPE_MASTHEAD] = ARABIC (11.4, 12., 0.3),
    [WMD_TYPE_NAME] = ARABIC (16., 18., 0.),
    [WMD_TYPE_ORGAN] = ARABIC (22., 26., 0.),
    [WMD_TYPE_DRAFT] = ARABIC (96., 96., 0.),
  },
  [SCRIPT_CHINESE] = {
    [WMD_TYPE_BODY] = CHINESE (10.5, 16),
    [WMD_TYPE_SUBHEADING] = CHINESE (10.5, 16),
    [WMD_TYPE_HEADING] = CHINESE (12., 17.),
    [WMD_TYPE_TITLE] = CHINESE (14., 19.),
    [WMD_TYPE_NOTE] = CHINESE (9., 12.),
    [WMD_TYPE_RUNNING] = CHINESE (8.5, 10.5),
    [WMD_TYPE_JOB] = CHINESE (7., 9.),
    [WMD_TYPE_MASTHEAD] = CHINESE (10.5, 12.),
    [WMD_TYPE_NAME] = CHINESE (14., 16.),
    [WMD_TYPE_ORGAN] = CHINESE (20., 24.),
    [WMD_TYPE_DRAFT] = CHINESE (110., 110.),
  },
};

#undef LATIN
#undef ARABIC
#undef CHINESE

/* Contents and corner notation start at the margin, 63.4 before the text column. */
#define MARGIN -WMD_COLUMN_INDENT

static const WmdStyle styles[WMD_N_ITEM_KINDS] = {
  [WMD_ITEM_TITLE] = { WMD_TYPE_TITLE, WMD_FACE_BOLD, WMD_ALIGN_START, .before = 18., .after = 12.,
                       .keep_with_next = TRUE, .role = "H1" },
  [WMD_ITEM_AUTHOR] = { WMD_TYPE_HEADING, WMD_FACE_BOLD, WMD_ALIGN_START, .before = 12., .after = 18.,
                        .keep_with_next = TRUE, .role = "P" },
  [WMD_ITEM_SUMMARY_HEADING] = { WMD_TYPE_HEADING, WMD_FACE_ITALIC, WMD_ALIGN_START, .first = -51.1, .rest = -51.1,
                                 .after = 6., .keep_with_next = TRUE, .boxed = TRUE, .role = "H2" },
  [WMD_ITEM_SUMMARY] = { WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_ALIGN_JUSTIFY, .first = WMD_TAB, .after = 6.,
                         .boxed = TRUE, .role = "P" },
  [WMD_ITEM_CONTENTS_HEADING] = { WMD_TYPE_TITLE, WMD_FACE_BOLD, WMD_ALIGN_START, WMD_LABEL_END, .first = MARGIN,
                                  .rest = MARGIN, .after = 6., .keep_with_next = TRUE, .role = "H2" },
  [WMD_ITEM_CONTENTS_SECTION] = { WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_ALIGN_START, WMD_LABEL_HANG, -39., .first = -30.,
                                  .rest = -30., .end = -20., .before = 4., .after = 2., .leader = TRUE,
                                  .role = "TOCI" },
  [WMD_ITEM_CONTENTS_REPLY] = { WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_ALIGN_START, .first = -6.2, .rest = -6.2,
                                .end = -20., .after = 2., .leader = TRUE, .role = "TOCI" },
  [WMD_ITEM_SECTION] = { WMD_TYPE_TITLE, WMD_FACE_BOLD, WMD_ALIGN_START, WMD_LABEL_HANG, WMD_HANG, .before = 12.,
                         .after = 12., .keep_with_next = TRUE, .role = "H2" },
  [WMD_ITEM_REPLY] = { WMD_TYPE_HEADING, WMD_FACE_BOLD, WMD_ALIGN_START, .before = 12., .after = 6.,
                       .keep_with_next = TRUE, .role = "H3" },
  [WMD_ITEM_ORIGINAL] = { WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_ALIGN_END, .after = 6., .keep_with_next = TRUE,
                          .role = "P" },
  [WMD_ITEM_DATE] = { WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_ALIGN_END, .after = 6., .keep_with_next = TRUE,
                      .role = "P" },
  [WMD_ITEM_HEADING_1] = { WMD_TYPE_SUBHEADING, WMD_FACE_BOLD, WMD_ALIGN_START, .before = 6., .after = 6.,
                           .keep_with_next = TRUE, .role = "H4" },
  [WMD_ITEM_HEADING_2] = { WMD_TYPE_SUBHEADING, WMD_FACE_ITALIC, WMD_ALIGN_START, .before = 6., .after = 6.,
                           .keep_with_next = TRUE, .role = "H5" },
  [WMD_ITEM_PARAGRAPH] = { WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_ALIGN_JUSTIFY, .first = WMD_TAB, .after = 6.,
                           .role = "P" },
  [WMD_ITEM_NUMBERED] = { WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_ALIGN_JUSTIFY, WMD_LABEL_INLINE, 0., .first = WMD_TAB,
                          .after = 6., .role = "P" },
  [WMD_ITEM_BULLET] = { WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_ALIGN_JUSTIFY, WMD_LABEL_INLINE, WMD_TAB,
                        .first = WMD_TAB + 12., .rest = WMD_TAB + 12., .after = 6., .role = "LI" },
  [WMD_ITEM_BULLET_2] = { WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_ALIGN_JUSTIFY, WMD_LABEL_INLINE, 2 * WMD_TAB,
                          .first = 2 * WMD_TAB + 12., .rest = 2 * WMD_TAB + 12., .after = 6., .role = "LI" },
  [WMD_ITEM_LETTERED] = { WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_ALIGN_JUSTIFY, WMD_LABEL_INLINE, WMD_TAB,
                          .first = 2 * WMD_TAB, .rest = WMD_TAB, .after = 6., .role = "LI" },
  [WMD_ITEM_LETTERED_2] = { WMD_TYPE_BODY, WMD_FACE_REGULAR, WMD_ALIGN_JUSTIFY, WMD_LABEL_INLINE, 2 * WMD_TAB,
                            .first = 3 * WMD_TAB, .rest = 2 * WMD_TAB, .after = 6., .role = "LI" },
};

static const WmdStyle note_style = { WMD_TYPE_NOTE,  WMD_FACE_REGULAR, WMD_ALIGN_JUSTIFY,
                                     WMD_LABEL_HANG, WMD_NOTE_HANG,    .role = "Note" };

static const WmdStyle corner_style = { WMD_TYPE_BODY,  WMD_FACE_REGULAR, WMD_ALIGN_START, .first = MARGIN,
                                       .rest = MARGIN, .end = 200.,      .role = "P" };

/* x: from the edge where lines start, negative from where they end; y: from the job line. */
static const WmdFigurePlace figures[WMD_N_FIGURES] = {
  [WMD_FIGURE_BAR_CODE] = { 65.4, 2.6, 92., 8.4 },
  [WMD_FIGURE_RECYCLING_MARK] = { -132.9, 1.5, 11., 11. },
  [WMD_FIGURE_QR_CODE] = { -113.9, -29.4, 54.7, 54.7 },
};

static const WmdGeometry geometries[] = {
  [WMD_PAPER_LETTER] = { 612., 792., 60., 123.4, 74.9, 733.5, 700., 59., 755.2, 738.7 },
  [WMD_PAPER_A4] = { 595.28, 841.89, 60., 123.4, 74.9, 783.4, 749.9, 59., 805.1, 788.6 },
};

const WmdType *
wmd_type_get (WmdTypeId id, WmdLanguage language)
{
  g_return_val_if_fail (id < WMD_N_TYPES, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  return &types[scripts[language]][id];
}

const WmdStyle *
wmd_style_get (WmdItemKind kind)
{
  g_return_val_if_fail (kind < WMD_N_ITEM_KINDS, NULL);

  return &styles[kind];
}

const WmdStyle *
wmd_style_get_note (void)
{
  return &note_style;
}

const WmdStyle *
wmd_style_get_corner (void)
{
  return &corner_style;
}

const WmdGeometry *
wmd_geometry_get (WmdPaper paper)
{
  g_return_val_if_fail (paper < G_N_ELEMENTS (geometries), NULL);

  return &geometries[paper];
}

WmdFigurePlace
wmd_geometry_place_figure (const WmdGeometry *self, WmdFigureId id, WmdLanguage language)
{
  WmdFigurePlace place = figures[id];

  if (place.x < 0)
    place.x += self->width;
  if (wmd_language_is_rtl (language))
    place.x = self->width - place.x - place.width;
  place.y += self->job_line;
  return place;
}
