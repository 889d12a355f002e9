/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Third stage of the text import, for Markdown only: what is said by line (headings, tables, rules) is taken off
 * the lines; what is said inside a line (escapes, emphasis, superscripts) becomes private characters, so that later
 * stages see the printed text and the last one still knows.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/text-chars.h"

static guint
count_run (const char *text, char c)
{
  guint n = 0;

  while (text[n] == c)
    n++;
  return n;
}

static guint
heading_level (const char *text)
{
  guint level = count_run (text, '#');

  return level <= 6 && text[level] == ' ' ? level : 0;
}

static gboolean
has_escape (const char *text)
{
  for (const char *p = strchr (text, '\\'); p != NULL; p = strchr (p + 1, '\\'))
    if (p[1] != '\0' && strchr ("[]()*_#.-!", p[1]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_strong (const char *text)
{
  const char *open = strstr (text, "**");

  return open != NULL && open[2] != '\0' && open[2] != ' ' && open[2] != '*' && strstr (open + 3, "**") != NULL;
}

/* A heading or two, escapes or strong text make it Markdown; links alone do not. */
static gboolean
looks_like_markdown (WmdTextImport *self)
{
  guint evidence = 0;

  for (guint i = 0; i < self->lines->len && evidence < 3; i++)
    {
      const char *text = g_array_index (self->lines, WmdTextLine, i).text;

      if (heading_level (text) > 0)
        evidence += 2;
      if (has_escape (text) || has_strong (text))
        evidence++;
    }
  return evidence >= 3;
}

/* TRUE for lines that only draw: rules, borders of tables. */
static gboolean
is_drawing (const char *text)
{
  return strlen (text) >= 3 && strspn (text, "-=+|: ") == strlen (text) && strpbrk (text, "-=") != NULL;
}

/* --- inside lines --- */

/* Where emphasis may begin: offset of the last delimiter that was not closed, by delimiter ("*", "_") and length. */
typedef struct
{
  GString *out;
  gsize open[2][2]; /* G_MAXSIZE when none is open */
  GArray *opened;   /* (element-type gsize) offsets of delimiters that were closed later */
} Emphasis;

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (wmd_char_unescape (c));
}

/* Takes a run of one or two delimiters: closes what it closes, else remembers it as one that may open. */
static void
take_delimiter (Emphasis *emphasis, const char *text, guint length)
{
  GString *out = emphasis->out;
  gboolean word = *text == '_';
  gunichar left = out->len > 0 ? g_utf8_get_char (g_utf8_prev_char (out->str + out->len)) : ' ';
  gunichar right = text[length] != '\0' ? g_utf8_get_char (text + length) : ' ';
  gboolean opens = !g_unichar_isspace (right) && !(word && is_word_char (left));
  gboolean closes = !g_unichar_isspace (left) && !(word && is_word_char (right));
  gsize *open = &emphasis->open[word][length - 1];

  if (closes && *open != G_MAXSIZE && *open + length < out->len)
    {
      g_array_append_val (emphasis->opened, *open);
      *open = G_MAXSIZE;
      g_string_append_unichar (out, length == 2 ? WMD_CHAR_STRONG : WMD_CHAR_EMPHASIS);
      return;
    }
  if (opens)
    *open = out->len;
  g_string_append_len (out, text, length);
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  gsize first = *(const gsize *) a;
  gsize second = *(const gsize *) b;

  return first < second ? -1 : first > second;
}

/* The text with the delimiters that opened emphasis replaced. (transfer full) */
static char *
replace_openers (Emphasis *emphasis)
{
  const char *text = emphasis->out->str;
  g_autoptr (GString) out = g_string_sized_new (emphasis->out->len + 8);
  gsize done = 0;

  g_array_sort (emphasis->opened, compare_offsets);
  for (guint i = 0; i < emphasis->opened->len; i++)
    {
      gsize place = g_array_index (emphasis->opened, gsize, i);
      gboolean strong = text[place + 1] == text[place];

      g_string_append_len (out, text + done, (gssize) (place - done));
      g_string_append_unichar (out, strong ? WMD_CHAR_STRONG : WMD_CHAR_EMPHASIS);
      done = place + (strong ? 2 : 1);
    }
  g_string_append (out, text + done);
  return g_strdup (out->str);
}

static const struct
{
  const char *markup;
  gunichar c;
} replacements[] = {
  { "&nbsp;", 0x00A0 },
  { "&amp;", '&' },
  { "&lt;", '<' },
  { "&gt;", '>' },
  { "<sup>", WMD_CHAR_SUPERSCRIPT },
  { "</sup>", WMD_CHAR_SUPERSCRIPT },
  { "<br>", ' ' },
  { "<br/>", ' ' },
  { "<br />", ' ' },
};

/* Takes one of the fixed replacements. Returns the number of bytes taken, 0 when there is none. */
static gsize
take_replacement (GString *out, const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (replacements); i++)
    if (g_str_has_prefix (text, replacements[i].markup))
      {
        g_string_append_unichar (out, replacements[i].c);
        return strlen (replacements[i].markup);
      }
  return 0;
}

/* Takes an address in angle brackets. Returns the number of bytes taken, 0 when there is none. */
static gsize
take_autolink (GString *out, const char *text)
{
  gsize length;

  if (!g_str_has_prefix (text, "<http"))
    return 0;
  length = strcspn (text, "> \t\n");
  if (text[length] != '>')
    return 0;
  g_string_append_len (out, text + 1, (gssize) length - 1);
  return length + 1;
}

/* Takes what begins at @text: one character when it is nothing else. Returns the number of bytes taken. */
static gsize
take_next (Emphasis *emphasis, const char *text)
{
  guint run = *text == '*' || *text == '_' ? count_run (text, *text) : 0;
  gsize taken = 0;
  WmdTextLink link;

  if (*text == '\\' && wmd_char_escape ((guchar) text[1]) != (guchar) text[1])
    {
      g_string_append_unichar (emphasis->out, wmd_char_escape ((guchar) text[1]));
      return 2;
    }
  if (run >= 1 && run <= 3)
    {
      take_delimiter (emphasis, text, MIN (run, 2));
      return MIN (run, 2);
    }
  if (*text == '[' && wmd_text_link_parse (text, &link))
    taken = (gsize) (link.end - text); /* its target is not text */
  else if (*text == '&' || *text == '<')
    {
      taken = take_replacement (emphasis->out, text);
      taken = taken > 0 ? taken : take_autolink (emphasis->out, text);
      if (taken > 0)
        return taken;
    }
  taken = taken > 0 ? taken : MAX (run, (guint) (g_utf8_next_char (text) - text));
  g_string_append_len (emphasis->out, text, (gssize) taken);
  return taken;
}

/* Markdown inside a paragraph of several lines (separated by line feeds). (transfer full) */
static char *
read_inline (const char *text)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text));
  g_autoptr (GArray) opened = g_array_new (FALSE, FALSE, sizeof (gsize));
  Emphasis emphasis = { out, { { G_MAXSIZE, G_MAXSIZE }, { G_MAXSIZE, G_MAXSIZE } }, opened };

  for (const char *p = text; *p != '\0';)
    p += take_next (&emphasis, p);
  return replace_openers (&emphasis);
}

/* --- by line --- */

static void
set_text (WmdTextLine *line, char *text)
{
  g_free (line->text);
  line->text = text;
}

/* Takes off what a line begins and ends with. */
static void
strip_line (WmdTextLine *line)
{
  char *text = line->text;
  gsize length;

  while (*text == '>')
    text += text[1] == ' ' ? 2 : 1;
  line->level = heading_level (text);
  if (line->level > 0)
    {
      text += line->level;
      text = text + strspn (text, " ");
      length = strlen (text);
      while (length > 0 && text[length - 1] == '#')
        text[--length] = '\0';
    }
  length = strlen (text);
  if (length > 1 && text[length - 1] == '\\')
    text[--length] = '\0';
  if (length > 2 && text[0] == '|' && text[length - 1] == '|')
    {
      text[--length] = '\0';
      g_strdelimit (++text, "|", '\t');
      line->row = TRUE;
    }
  set_text (line, g_strstrip (g_strdup (text)));
}

/* Reads the lines from @start to @end, which no blank line parts, as one paragraph of Markdown. */
static void
read_paragraph (WmdTextImport *self, guint start, guint end)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autofree char *read = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = start; i < end; i++)
    g_string_append_printf (joined, "%s%s", i > start ? "\n" : "", g_array_index (self->lines, WmdTextLine, i).text);
  read = read_inline (joined->str);
  lines = g_strsplit (read, "\n", -1);
  g_assert (g_strv_length (lines) == end - start);
  for (guint i = start; i < end; i++)
    {
      WmdTextLine *line = &g_array_index (self->lines, WmdTextLine, i);

      set_text (line, g_strdup (lines[i - start]));
      line->width = wmd_text_width (line->text);
    }
}

/* Takes the marks off all lines, and drops those that only draw. */
static void
strip_lines (WmdTextImport *self)
{
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (WmdTextLine), self->lines->len);
  guint blanks = 0;

  g_array_set_clear_func (kept, (GDestroyNotify) wmd_text_line_clear);
  for (guint i = 0; i < self->lines->len; i++)
    {
      WmdTextLine *line = &g_array_index (self->lines, WmdTextLine, i);

      line->blanks += blanks;
      if (!is_drawing (line->text))
        strip_line (line);
      else
        *line->text = '\0';
      blanks = *line->text == '\0' ? line->blanks + 1 : 0;
      if (blanks > 0)
        {
          wmd_text_line_clear (line);
          continue;
        }
      g_array_append_val (kept, *line);
      line->text = NULL;
    }
  g_array_unref (self->lines);
  self->lines = g_steal_pointer (&kept);
}

void
wmd_text_import_strip_markdown (WmdTextImport *self)
{
  self->markdown = looks_like_markdown (self);
  if (!self->markdown)
    return;
  strip_lines (self);
  for (guint start = 0, end; start < self->lines->len; start = end)
    {
      for (end = start + 1; end < self->lines->len; end++)
        {
          const WmdTextLine *line = &g_array_index (self->lines, WmdTextLine, end);

          if (line->blanks > 0 || line->level > 0)
            break;
        }
      read_paragraph (self, start, end);
    }
}
