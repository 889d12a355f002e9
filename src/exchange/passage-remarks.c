/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange/passage-remarks.h"

#include <glib/gi18n-lib.h>

#include "model/finding.h"

#define MAX_WORDS 60 /* characters of one quotation */
#define MAX_QUOTED 6 /* quotations of one kind */

/* One per kind: what it says, of which words. */
typedef struct
{
  GPtrArray *words; /* (element-type utf8); NULL: nothing was noticed */
  guint n;          /* also of those that are not quoted */
  guint block;      /* of the first */
} Remark;

struct _WmdPassageRemarks
{
  Remark remarks[WMD_N_PASSAGE_REMARKS];
};

static const struct
{
  const char *rule;
  WmdSeverity severity;
  const char *message; /* quotations follow */
} kinds[WMD_N_PASSAGE_REMARKS] = {
  [WMD_PASSAGE_DELETED] = { "import-changes", WMD_SEVERITY_WARNING,
                            N_ ("The document has tracked changes. Text that they delete was left out") },
  [WMD_PASSAGE_INSERTED] = { "import-changes", WMD_SEVERITY_WARNING,
                             N_ ("The document has tracked changes. Text that they insert was taken over") },
  [WMD_PASSAGE_MOVED] = { "import-changes", WMD_SEVERITY_WARNING,
                          N_ ("The document has tracked changes. Text that they move was taken over in its new "
                              "place") },
  [WMD_PASSAGE_COMMENT] = { "import-left-out", WMD_SEVERITY_WARNING, N_ ("Comments were left out") },
  [WMD_PASSAGE_HEADER] = { "import-left-out", WMD_SEVERITY_NOTE, N_ ("The page headers were left out") },
  [WMD_PASSAGE_FOOTER] = { "import-left-out", WMD_SEVERITY_NOTE, N_ ("The page footers were left out") },
  [WMD_PASSAGE_TEXT_BOX] = { "import-left-out", WMD_SEVERITY_WARNING, N_ ("Text boxes were left out") },
  [WMD_PASSAGE_PICTURE] = { "import-left-out", WMD_SEVERITY_WARNING, N_ ("Pictures were left out") },
  [WMD_PASSAGE_OBJECT] = { "import-left-out", WMD_SEVERITY_WARNING, N_ ("Embedded documents were left out") },
  [WMD_PASSAGE_HIDDEN] = { "import-left-out", WMD_SEVERITY_WARNING, N_ ("Hidden text was left out") },
  [WMD_PASSAGE_PROMPT] = { "import-left-out", WMD_SEVERITY_NOTE, N_ ("What empty fields of a form say was left out") },
  [WMD_PASSAGE_CONTENTS] = { "import-left-out", WMD_SEVERITY_NOTE, N_ ("A table of contents was left out") },
  [WMD_PASSAGE_TABLE] = { "import-altered", WMD_SEVERITY_WARNING,
                          N_ ("The cells of tables became paragraphs, beginning with") },
  [WMD_PASSAGE_FORMULA] = { "import-altered", WMD_SEVERITY_WARNING, N_ ("Formulas became plain text") },
  [WMD_PASSAGE_SYMBOL] = { "import-altered", WMD_SEVERITY_WARNING,
                           N_ ("Symbols that only their font knows became replacement characters") },
  [WMD_PASSAGE_STRUCK] = { "import-altered", WMD_SEVERITY_WARNING,
                           N_ ("Text that is struck through was taken over without the line") },
  [WMD_PASSAGE_LOOK] = { "import-altered", WMD_SEVERITY_NOTE,
                         N_ ("Text that is underlined or highlighted was taken over without that") },
  [WMD_PASSAGE_LINK] = { "import-altered", WMD_SEVERITY_NOTE,
                         N_ ("Links that lead to no address on the web became plain text") },
  [WMD_PASSAGE_NUMBER] = { "import-altered", WMD_SEVERITY_WARNING,
                           N_ ("Items of lists have other marks than in the document") },
  [WMD_PASSAGE_LINE_BREAK] = { "import-altered", WMD_SEVERITY_NOTE,
                               N_ ("What follows a line break inside a paragraph became a paragraph") },
  [WMD_PASSAGE_SPACES] = { "import-altered", WMD_SEVERITY_NOTE, N_ ("Several spaces in a row became one") },
  [WMD_PASSAGE_SOFT_HYPHEN] = { "import-altered", WMD_SEVERITY_NOTE, N_ ("Soft hyphens were left out") },
  [WMD_PASSAGE_NOTE] = { "import-left-out", WMD_SEVERITY_WARNING,
                         N_ ("Footnotes are called that the document does not have") },
  [WMD_PASSAGE_ENCODING] = { "import-altered", WMD_SEVERITY_WARNING,
                             N_ ("The text is not in UTF-8. See whether all letters are right; it was read as if in") },
};

WmdPassageRemarks *
wmd_passage_remarks_new (void)
{
  return g_new0 (WmdPassageRemarks, 1);
}

void
wmd_passage_remarks_free (WmdPassageRemarks *self)
{
  for (guint i = 0; i < WMD_N_PASSAGE_REMARKS; i++)
    g_clear_pointer (&self->remarks[i].words, g_ptr_array_unref);
  g_free (self);
}

/* One line, not too long: "The President of …". (transfer full) */
static char *
shorten (const char *words)
{
  GString *text = g_string_new (NULL);
  gboolean space = FALSE;
  guint n = 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = text->len > 0;
          continue;
        }
      if (++n > MAX_WORDS)
        {
          g_string_append (text, "…");
          break;
        }
      if (space)
        g_string_append_c (text, ' ');
      space = FALSE;
      g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

void
wmd_passage_remarks_add (WmdPassageRemarks *self, WmdPassageRemark kind, const char *words, guint block)
{
  Remark *remark = &self->remarks[kind];
  g_autofree char *quoted = words != NULL ? shorten (words) : NULL;

  if (quoted == NULL || quoted[0] == '\0')
    return;
  if (remark->words == NULL)
    {
      remark->words = g_ptr_array_new_with_free_func (g_free);
      remark->block = block;
    }
  if (g_ptr_array_find_with_equal_func (remark->words, quoted, g_str_equal, NULL))
    return;
  remark->n++;
  if (remark->words->len < MAX_QUOTED)
    g_ptr_array_add (remark->words, g_steal_pointer (&quoted));
}

/* "“one”, “two”, …" (transfer full) */
static char *
quote (const Remark *remark)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < remark->words->len; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      /* Translators: words of a document, quoted in a message. */
      g_string_append_printf (text, _ ("“%s”"), (const char *) remark->words->pdata[i]);
    }
  if (remark->n > remark->words->len)
    g_string_append (text, ", …");
  return g_string_free (text, FALSE);
}

static WmdFinding *
make_finding (const Remark *remark, WmdPassageRemark kind, guint n_blocks)
{
  WmdFinding *finding = wmd_finding_new (kinds[kind].rule, kinds[kind].severity);

  finding->hint = quote (remark);
  /* Translators: a sentence about a document, and what it is about in quotation marks. */
  finding->message = g_strdup_printf (_ ("%s: %s"), _ (kinds[kind].message), finding->hint);
  if (remark->block > 0 && n_blocks > 0)
    finding->block = g_strdup_printf ("b%u", MIN (remark->block, n_blocks));
  return finding;
}

GPtrArray *
wmd_passage_remarks_list_findings (const WmdPassageRemarks *self, guint n_blocks)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_finding_unref);

  for (guint i = 0; i < WMD_N_PASSAGE_REMARKS; i++)
    if (self->remarks[i].words != NULL)
      g_ptr_array_add (findings, make_finding (&self->remarks[i], i, n_blocks));
  return findings;
}
