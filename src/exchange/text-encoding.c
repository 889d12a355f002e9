/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text in another encoding than UTF-8. It does not say which, but a report has wording that is known: the encoding that
 * shows most of it is taken, and none where nothing shows.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLE 65536 /* bytes at the beginning of a text that are looked at */

/* What word processors save text as; of two that show the same the first is taken. */
static const char *const encodings[] = { "WINDOWS-1252", "WINDOWS-1251", "WINDOWS-1256", "GB18030",
                                         "KOI8-R",       "ISO-8859-6",   "BIG5",         "MACINTOSH" };

static const char *const telling_labels[] = {
  "united-nations", "organ",    "report-title",         "report-author",       "item-title",
  "summary",        "contents", "section-introduction", "section-governments", "section-organizations"
};

/* How much of the wording of reports @text has. */
static guint
count_labels (WmdReference *reference, const char *text)
{
  guint n = 0;

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    for (guint i = 0; i < G_N_ELEMENTS (telling_labels); i++)
      {
        const char *const *forms = wmd_reference_list_label_forms (reference, language, telling_labels[i]);

        for (guint j = 0; forms[j] != NULL; j++)
          n += strstr (text, forms[j]) != NULL;
      }
  return n;
}

/* The beginning of the text, read in @encoding; NULL where it is not in that. (transfer full) */
static char *
read_sample (const char *text, gsize length, const char *encoding)
{
  gsize read;
  g_autofree char *sample = NULL;

  /* The last characters of the sample may be cut. */
  for (guint cut = 0; cut < 4 && cut < length; cut++)
    {
      sample = g_convert (text, MIN (length, SAMPLE) - cut, "UTF-8", encoding, &read, NULL, NULL);
      if (sample != NULL)
        return g_steal_pointer (&sample);
    }
  return NULL;
}

static const char *
find_encoding (WmdTextImport *self, const char *text, gsize length)
{
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *sample = read_sample (text, length, encodings[i]);
      guint n = sample != NULL ? count_labels (self->reference, sample) : 0;

      if (n > most)
        {
          most = n;
          best = encodings[i];
        }
    }
  return best;
}

static gboolean
is_utf16 (const char *text, gsize length)
{
  return length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0);
}

/* The text with a character that shows the damage in the place of each that is none. (transfer full) */
static char *
replace_nuls (const char *text, gsize length)
{
  g_autoptr (GString) out = g_string_sized_new (length + 16);

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0')
      g_string_append (out, "\357\277\275"); /* U+FFFD */
    else
      g_string_append_c (out, text[i]);
  return g_strdup (out->str);
}

/* TRUE when more characters of the text are whole in UTF-8 than not: it is damaged, and in no other encoding. */
static gboolean
is_mostly_utf8 (const char *text, gsize length)
{
  gsize n_whole = 0;
  gsize n_broken = 0;

  for (const char *p = text; p < text + length;)
    {
      gunichar c = g_utf8_get_char_validated (p, text + length - p);
      gboolean cut = c == (gunichar) -2; /* the last one */
      gboolean whole = !cut && c != (gunichar) -1;

      n_whole += cut || (whole && c >= 0x80);
      n_broken += !whole && !cut;
      p = whole ? g_utf8_next_char (p) : cut ? text + length : p + 1;
    }
  return n_whole > n_broken;
}

/* The whole text read in @encoding; NULL where it is not in that. (transfer full) */
static char *
convert (const char *text, gsize length, const char *encoding)
{
  gsize written;
  g_autofree char *converted = g_convert (text, (gssize) length, "UTF-8", encoding, NULL, &written, NULL);

  return converted != NULL && strlen (converted) == written ? g_steal_pointer (&converted) : NULL;
}

char *
wmd_text_import_decode (WmdTextImport *self, const char *text, gsize length)
{
  const char *encoding = is_utf16 (text, length) ? "UTF-16" : NULL;
  g_autofree char *decoded = encoding == NULL ? replace_nuls (text, length) : NULL;

  if (decoded != NULL && g_utf8_validate (decoded, -1, NULL))
    return g_steal_pointer (&decoded);
  g_clear_pointer (&decoded, g_free);
  if (encoding == NULL && !is_mostly_utf8 (text, length))
    encoding = find_encoding (self, text, length);
  if (encoding != NULL)
    decoded = convert (text, length, encoding);
  if (decoded == NULL)
    return NULL;
  wmd_text_import_report (self, "import-encoding", WMD_SEVERITY_NOTE, 0, encoding,
                          g_strdup_printf (_ ("The text is not in UTF-8. It was read as %s."), encoding));
  return g_steal_pointer (&decoded);
}
