/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The contents of the edition: titles and page numbers go into the record of the edition, where the rules compare
 * them; leaders are left out. They end where the first section begins.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

#define LONGEST_HEADING 400 /* bytes, with the gap between its columns */
#define SENTENCE 60         /* columns; a shorter line may be an entry that goes on in the next */
#define WIDEST_ENTRY 250    /* columns, leaders and page number included */

typedef struct
{
  WmdTextImport *import;
  GString *title;     /* of the entry that is being read, which may be broken into lines */
  GString *leaders;   /* all of them, as printed */
  guint first_leader; /* line */
  guint n_leaders;
  gboolean paged; /* an entry had a page number */
  guint pending;  /* index of the first line of the entry that is being read */
  guint sections; /* bit set of the sections listed */
} Contents;

static const WmdTextLine *
get_line (WmdTextImport *self, guint index)
{
  return &g_array_index (self->lines, WmdTextLine, index);
}

static gboolean
is_leader (gunichar c)
{
  return c == '.' || c == 0x2026 || c == 0x00B7 || c == 0x2024 || c == 0xFF0E || c == '_' || c == 0x22EF;
}

/* Where the range of paragraphs begins that stands before the page number at @number, after a tab or a leader; @number
 * when there is none.
 */
static const char *
skip_paragraphs (const char *text, const char *number)
{
  const char *start = number;
  guint n_leaders = 0;
  guint n_digits = 0;

  while (start > text && wmd_char_is_space (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  for (; start > text; start = g_utf8_prev_char (start))
    {
      gunichar c = g_utf8_get_char (g_utf8_prev_char (start));

      if (!g_unichar_isdigit (c) && c != '-' && c != 0x2013)
        break;
      n_digits += g_unichar_isdigit (c);
    }
  if (start > text && start[-1] == '\t')
    return n_digits > 0 ? start : number;
  for (const char *p = start; p > text && n_digits > 0; p = g_utf8_prev_char (p))
    {
      gunichar c = g_utf8_get_char (g_utf8_prev_char (p));

      if (!is_leader (c) && !wmd_char_is_space (c))
        break;
      n_leaders += is_leader (c);
    }
  return n_leaders >= 2 ? start : number;
}

/* Cuts an entry into title, leaders and page: "Cuba ..... 6", "Cuba	6", "6 ..... Cuba". The leaders are printed as
 * they stood; a dot that ends the title, as after an abbreviation, is no leader.
 */
static void
cut_entry (const char *text, char **title, char **leaders, char **page)
{
  const char *end = text + strlen (text);
  const char *number = end;
  const char *stop;
  guint n_dots = 0;
  gboolean gap = FALSE;

  while (number > text && g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (number))))
    number = g_utf8_prev_char (number);
  if (g_utf8_strlen (number, -1) > 4)
    number = end;
  stop = number < end ? skip_paragraphs (text, number) : number;
  gap = stop < number;
  while (stop > text)
    {
      gunichar c = g_utf8_get_char (g_utf8_prev_char (stop));

      if (is_leader (c))
        n_dots++;
      else if (!wmd_char_is_space (c))
        break;
      else if (c == '\t' || number - stop >= 1)
        gap = TRUE;
      stop = g_utf8_prev_char (stop);
    }
  if (stop == text || (number < end && n_dots < 2 && !gap && !wmd_char_is_space (g_utf8_get_char (stop))))
    {
      *title = g_strdup (text);
      *leaders = g_strdup ("");
      *page = NULL;
      return;
    }
  if (n_dots < 2)
    {
      for (stop = skip_paragraphs (text, number);
           stop > text && wmd_char_is_space (g_utf8_get_char (g_utf8_prev_char (stop)));)
        stop = g_utf8_prev_char (stop);
      n_dots = 0;
    }
  *title = g_strndup (text, (gsize) (stop - text));
  *leaders = n_dots > 0 ? g_strndup (stop, (gsize) (number - stop)) : g_strdup ("");
  *page = number < end ? g_strdup (number) : NULL;
}

static void
finish_entry (Contents *self, const char *page)
{
  if (self->title->len > 0)
    {
      g_autofree char *plain = wmd_text_plain (self->title->str);

      wmd_edition_add_line (self->import->edition, plain, page);
    }
  g_string_truncate (self->title, 0);
}

/* TRUE when the title that is being read is one already, and what comes is another. */
static gboolean
is_whole (Contents *self, const char *title)
{
  g_autofree char *folded = wmd_text_fold (title);

  return *folded != '\0' &&
         (wmd_import_patterns_match_section (self->import->patterns, self->import->language, folded) !=
              WMD_IMPORT_SECTION_NONE ||
          wmd_reference_find_respondent (self->import->reference, self->import->language, folded) != NULL);
}

/* A page number on a line of its own, as columns come out that were read one after the other, is that of the first
 * entry that has none yet. FALSE when it is not one.
 */
static gboolean
take_page (Contents *self, const char *text)
{
  const GPtrArray *entries = self->import->edition->contents;

  if (self->title->len > 0 || *text == '\0' || text[strspn (text, "0123456789")] != '\0')
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      WmdContentsLine *entry = entries->pdata[i];

      if (entry->page != NULL)
        continue;
      entry->page = g_strdup (text);
      return TRUE;
    }
  return FALSE;
}

/* The entry on a line, without the mark of a list. (transfer full) */
static char *
dup_entry (Contents *self, const WmdTextLine *line)
{
  g_autofree char *printed = NULL;
  WmdTextMark mark;

  if (!wmd_text_import_read_mark (self->import, line->text, FALSE, &mark))
    return wmd_text_plain (line->text);
  printed = mark.mark;
  return wmd_text_plain (mark.kind == WMD_PIECE_BULLET ? mark.rest : line->text);
}

static void
take_entry (Contents *self, const WmdTextLine *line)
{
  g_autofree char *plain = dup_entry (self, line);
  g_autofree char *title = NULL;
  g_autofree char *leaders = NULL;
  g_autofree char *page = NULL;

  if (take_page (self, g_strstrip (plain)))
    return;
  cut_entry (plain, &title, &leaders, &page);
  g_strstrip (title);
  if (*leaders != '\0')
    {
      g_string_append_printf (self->leaders, "%s%s", self->n_leaders > 0 ? " " : "", g_strstrip (leaders));
      self->first_leader = self->n_leaders == 0 ? line->number : self->first_leader;
      self->n_leaders++;
    }
  self->paged = self->paged || page != NULL;
  if (self->title->len > 0 && is_whole (self, self->title->str) && is_whole (self, title))
    finish_entry (self, NULL);
  if (self->title->len > 0)
    g_string_append_c (self->title, ' ');
  g_string_append (self->title, title);
  if (page != NULL || *leaders != '\0')
    finish_entry (self, page);
  else if (!self->paged && is_whole (self, self->title->str))
    finish_entry (self, NULL);
}

/* TRUE for the lines under the heading of a reply. */
static gboolean
is_origin (Contents *self, guint index)
{
  g_autofree char *folded = NULL;
  g_autofree char *original = NULL;
  g_autofree char *date = NULL;

  if (index >= self->import->lines->len || get_line (self->import, index)->width > WIDEST_ENTRY)
    return FALSE;
  folded = wmd_text_fold (get_line (self->import, index)->text);
  return wmd_import_patterns_match_origin (self->import->patterns, self->import->language, folded, &original, &date);
}

/* TRUE for a sentence after entries that had page numbers: the contents ended before it. */
static gboolean
is_sentence (Contents *self, const WmdTextLine *line)
{
  g_autofree char *title = NULL;
  g_autofree char *leaders = NULL;
  g_autofree char *page = NULL;

  if (!self->paged || line->width < SENTENCE || wmd_text_last (line->text) == 0)
    return FALSE;
  cut_entry (line->text, &title, &leaders, &page);
  return page == NULL && *leaders == '\0' && (wmd_text_is_closed (line->text) || line->width > 2 * SENTENCE);
}

/* TRUE when the contents are over: at the heading of a section that was listed already, this time without a page, or at
 * that of the introduction, which is listed before all others or under another title; and in any case at a heading of
 * Markdown, at the heading of a reply and at a line that is wider than an entry.
 */
static gboolean
is_end (Contents *self, guint index)
{
  const WmdTextLine *line = get_line (self->import, index);
  g_autofree char *folded = NULL;
  WmdImportSection section;
  gboolean listed;

  if (line->width > WIDEST_ENTRY || line->level > 0 || is_origin (self, index) || is_origin (self, index + 1))
    return TRUE;
  folded = wmd_text_fold (line->text);
  section = wmd_import_patterns_match_section (self->import->patterns, self->import->language, folded);
  if (section == WMD_IMPORT_SECTION_NONE)
    return FALSE;
  listed =
      (self->sections & (1u << section)) != 0 || (section == WMD_IMPORT_SECTION_INTRODUCTION && self->sections != 0);
  self->sections |= 1u << section;
  return listed;
}

/* TRUE for the footnote of a line of the masthead: the contents may stand above it on their page. */
static gboolean
is_masthead_note (Contents *self, const WmdTextLine *line)
{
  gsize n = strspn (line->text, "*");

  return n > 0 && n < 32 && (self->import->open_stars & (1u << n)) != 0 && line->text[n] != '\0';
}

/* Remembers which section an entry with leaders or a page is. */
static void
note_section (Contents *self, const WmdTextLine *line)
{
  g_autofree char *plain = dup_entry (self, line);
  g_autofree char *title = NULL;
  g_autofree char *leaders = NULL;
  g_autofree char *page = NULL;
  g_autofree char *folded = NULL;
  WmdImportSection section;

  cut_entry (plain, &title, &leaders, &page);
  if (page == NULL && *leaders == '\0')
    return;
  folded = wmd_text_fold (title);
  section = wmd_import_patterns_match_section (self->import->patterns, self->import->language, folded);
  if (section != WMD_IMPORT_SECTION_NONE)
    self->sections |= 1u << section;
}

static void
report_leaders (Contents *self)
{
  if (self->n_leaders > 0)
    wmd_text_import_report (
        self->import, "import-leaders", WMD_SEVERITY_NOTE, self->first_leader, self->leaders->str,
        g_strdup_printf (ngettext ("The leader of %u line of the contents was left out: it is made anew.",
                                   "The leaders of %u lines of the contents were left out: they are made anew.",
                                   self->n_leaders),
                         self->n_leaders));
}

/* TRUE for the heading of the column of page numbers, beside which that of paragraph numbers may stand. */
static gboolean
is_page_heading (WmdTextImport *self, const char *text)
{
  g_auto (GStrv) cells = wmd_text_cells (text);
  gboolean all = cells[0] != NULL;

  for (guint i = 0; cells[i] != NULL && all; i++)
    {
      g_autofree char *folded = wmd_text_fold (cells[i]);

      all = wmd_import_patterns_match (self->patterns, self->language, WMD_PATTERN_PAGE, folded, NULL);
    }
  return all;
}

static gboolean
is_heading (WmdTextImport *self, const char *text)
{
  g_autofree char *folded = wmd_text_fold (text);

  return wmd_import_patterns_match (self->patterns, self->language, WMD_PATTERN_CONTENTS, folded, NULL);
}

/* The heading of the contents and, where it stands on the same line, that of the column of page numbers. NULL when
 * @text is none. (transfer full)
 */
static char **
split_heading (WmdTextImport *self, const char *text)
{
  g_auto (GStrv) cells = wmd_text_cells (text);
  guint n = g_strv_length (cells);

  if (n == 0 || n > 2 || strlen (text) > LONGEST_HEADING)
    return NULL;
  if (is_heading (self, cells[0]) && (n == 1 || is_page_heading (self, cells[1])))
    return g_steal_pointer (&cells);
  for (const char *p = text; n == 1 && *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *heading = g_strndup (text, (gsize) (p - text));

      if (is_page_heading (self, p) && is_heading (self, heading))
        return g_strdupv ((char *[]){ heading, (char *) p, NULL });
    }
  return NULL;
}

gboolean
wmd_text_import_is_contents_heading (WmdTextImport *self, const WmdTextLine *line)
{
  g_auto (GStrv) cells = split_heading (self, line->text);

  return cells != NULL;
}

static void
derive_label (WmdTextImport *self, guint line, const char *printed, const char *key)
{
  wmd_text_import_derive (self, line, printed, wmd_reference_get_label (self->reference, self->language, key));
}

static void
derive_heading (WmdTextImport *self, const WmdTextLine *line)
{
  g_auto (GStrv) cells = split_heading (self, line->text);

  derive_label (self, line->number, cells[0], "contents");
  if (cells[1] != NULL)
    derive_label (self, line->number, cells[1], "page");
}

guint
wmd_text_import_read_contents (WmdTextImport *self, guint start)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) leaders = g_string_new (NULL);
  Contents contents = { .import = self, .title = title, .leaders = leaders };
  guint i = start + 1;

  derive_heading (self, get_line (self, start));
  for (; i < self->lines->len; i++)
    {
      const WmdTextLine *line = get_line (self, i);

      if (is_end (&contents, i))
        break;
      if (is_sentence (&contents, line))
        {
          i = title->len > 0 ? contents.pending : i; /* what stands above it is a heading */
          g_string_truncate (title, 0);
          break;
        }
      if (is_masthead_note (&contents, line))
        {
          g_ptr_array_extend_and_steal (self->notes, wmd_text_import_gather (self, i, i + 1));
          continue;
        }
      if (is_page_heading (self, line->text))
        {
          derive_label (self, line->number, line->text, "page");
          continue;
        }
      if (strstr (line->text, "](#") == NULL) /* links inside the text are made anew */
        wmd_text_import_note_links (self, line->number, line->text);
      note_section (&contents, line);
      contents.pending = title->len > 0 ? contents.pending : i;
      take_entry (&contents, line);
    }
  finish_entry (&contents, NULL);
  report_leaders (&contents);
  return i;
}
