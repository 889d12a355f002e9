/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A strict check of a JSON text before json-glib reads it, because json-glib is lenient in ways that
 * differ between its versions (comments, a second document, repeated members, overflowing numbers) and
 * overflows the stack on deep nesting. The scanner recurses at most WMD_JSON_MAX_DEPTH deep, looks at
 * each byte once and keeps nothing but the path to where it is and the member names of the open objects.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/json-scanner.h"
#include "store/store.h"

#define MAX_SAFE_INTEGER (G_GUINT64_CONSTANT (1) << 53)

typedef struct
{
  const char *start;
  const char *p; /* next byte to look at */
  const char *end;
  GString *path; /* of the value at p: "replies[3].date" */
  guint depth;
  guint n_values;
  GError **error;
} Scanner;

static gboolean scan_value (Scanner *self);

/* Sets the error, with line and column (in characters) of @where. Returns FALSE, for the callers to return. */
static gboolean
fail_at (Scanner *self, const char *where, WmdStoreError code, const char *message)
{
  const char *line = self->start;
  guint n_lines = 1;

  for (const char *p = self->start; p < where; p++)
    if (*p == '\n')
      {
        n_lines++;
        line = p + 1;
      }

  /* Translators: the third is a whole sentence. */
  g_set_error (self->error, WMD_STORE_ERROR, code, _ ("Line %u, column %u: %s"), n_lines,
               (guint) g_utf8_strlen (line, where - line) + 1, message);
  return FALSE;
}

static gboolean
fail (Scanner *self, const char *message)
{
  return fail_at (self, self->p, WMD_STORE_ERROR_SYNTAX, message);
}

static void
skip_space (Scanner *self)
{
  while (self->p < self->end && (*self->p == ' ' || *self->p == '\n' || *self->p == '\r' || *self->p == '\t'))
    self->p++;
}

/* Steps over @c when it is next. */
static gboolean
accept (Scanner *self, char c)
{
  if (self->p == self->end || *self->p != c)
    return FALSE;
  self->p++;
  return TRUE;
}

static gboolean
scan_code_unit (Scanner *self, gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++, self->p++)
    {
      if (self->p == self->end || !g_ascii_isxdigit (*self->p))
        return fail (self, _ ("Four hexadecimal digits have to follow \\u."));
      *unit = *unit << 4 | (gunichar) g_ascii_xdigit_value (*self->p);
    }
  return TRUE;
}

/* What follows "\u": one code unit, or the two of a surrogate pair. */
static gboolean
scan_unicode_escape (Scanner *self, GString *decoded)
{
  const char *where = self->p - 2;
  gunichar c, low;

  if (!scan_code_unit (self, &c))
    return FALSE;
  if (c == 0)
    return fail_at (self, where, WMD_STORE_ERROR_ENCODING, _ ("The character U+0000 is not allowed."));
  if (c >= 0xd800 && c <= 0xdbff && self->end - self->p >= 2 && self->p[0] == '\\' && self->p[1] == 'u')
    {
      self->p += 2;
      if (!scan_code_unit (self, &low))
        return FALSE;
      if (low >= 0xdc00 && low <= 0xdfff)
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
  if (c >= 0xd800 && c <= 0xdfff)
    return fail_at (self, where, WMD_STORE_ERROR_ENCODING, _ ("Half of a surrogate pair is not a character."));
  if (decoded != NULL)
    g_string_append_unichar (decoded, c);
  return TRUE;
}

static gboolean
scan_escape (Scanner *self, GString *decoded)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char characters[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (accept (self, 'u'))
    return scan_unicode_escape (self, decoded);
  found = self->p < self->end && *self->p != '\0' ? strchr (letters, *self->p) : NULL;
  if (found == NULL)
    return fail (self, _ ("This is not an escape that JSON knows."));
  if (decoded != NULL)
    g_string_append_c (decoded, characters[found - letters]);
  self->p++;
  return TRUE;
}

/* A string; its value goes to @decoded unless that is NULL. */
static gboolean
scan_string (Scanner *self, GString *decoded)
{
  if (!accept (self, '"'))
    return fail (self, _ ("A string in double quotation marks is missing."));
  for (;;)
    {
      const char *run = self->p;

      while (self->p < self->end && (guchar) *self->p >= ' ' && *self->p != '"' && *self->p != '\\')
        self->p++;
      if (decoded != NULL)
        g_string_append_len (decoded, run, self->p - run);
      if (accept (self, '"'))
        return TRUE;
      if (self->p == self->end)
        return fail (self, _ ("The file ends inside a string."));
      if (!accept (self, '\\'))
        return fail (self, _ ("A control character inside a string has to be escaped."));
      if (!scan_escape (self, decoded))
        return FALSE;
    }
}

static gboolean
scan_digits (Scanner *self)
{
  if (self->p == self->end || !g_ascii_isdigit (*self->p))
    return fail (self, _ ("A digit is missing."));
  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;
  return TRUE;
}

static gboolean
check_range (Scanner *self, const char *number, gboolean integer)
{
  /* A copy, since the text need not end with NUL. */
  g_autofree char *text = g_strndup (number, self->p - number);
  gboolean fits;

  if (integer)
    fits = g_ascii_strtoull (*text == '-' ? text + 1 : text, NULL, 10) <= MAX_SAFE_INTEGER;
  else
    fits = ABS (g_ascii_strtod (text, NULL)) <= G_MAXDOUBLE;
  return fits || fail_at (self, number, WMD_STORE_ERROR_SYNTAX, _ ("The number is too large."));
}

static gboolean
scan_number (Scanner *self)
{
  const char *number = self->p;
  gboolean integer = TRUE;

  accept (self, '-');
  if (accept (self, '0'))
    {
      if (self->p < self->end && g_ascii_isdigit (*self->p))
        return fail (self, _ ("A number does not begin with a zero."));
    }
  else if (!scan_digits (self))
    return FALSE;
  if (accept (self, '.'))
    {
      integer = FALSE;
      if (!scan_digits (self))
        return FALSE;
    }
  if (accept (self, 'e') || accept (self, 'E'))
    {
      integer = FALSE;
      if (!accept (self, '+'))
        accept (self, '-');
      if (!scan_digits (self))
        return FALSE;
    }
  return check_range (self, number, integer);
}

static gboolean
scan_literal (Scanner *self, const char *literal)
{
  gsize length = strlen (literal);

  if ((gsize) (self->end - self->p) < length || memcmp (self->p, literal, length) != 0)
    return fail (self, _ ("This is not a JSON value."));
  self->p += length;
  return TRUE;
}

static gboolean
scan_array (Scanner *self)
{
  gsize outer = self->path->len;

  self->p++;
  skip_space (self);
  if (accept (self, ']'))
    return TRUE;
  for (guint i = 0;; i++)
    {
      g_string_append_printf (self->path, "[%u]", i);
      if (!scan_value (self))
        return FALSE;
      g_string_truncate (self->path, outer);
      if (accept (self, ']'))
        return TRUE;
      if (!accept (self, ','))
        return fail (self, _ ("A comma or a closing square bracket is missing."));
    }
}

/* A member's name and the colon; @names holds those that the object has so far. */
static gboolean
scan_name (Scanner *self, GHashTable *names)
{
  g_autoptr (GString) name = g_string_new (NULL);
  const char *where;

  skip_space (self);
  where = self->p;
  if (!scan_string (self, name))
    return FALSE;
  if (self->path->len > 0)
    g_string_append_c (self->path, '.');
  g_string_append_len (self->path, name->str, name->len);
  if (!g_hash_table_add (names, g_string_free (g_steal_pointer (&name), FALSE)))
    {
      g_autofree char *message = g_strdup_printf (_ ("“%s” is given twice."), self->path->str);

      return fail_at (self, where, WMD_STORE_ERROR_SYNTAX, message);
    }
  skip_space (self);
  return accept (self, ':') || fail (self, _ ("A colon is missing after the name of a member."));
}

static gboolean
scan_object (Scanner *self)
{
  g_autoptr (GHashTable) names = NULL;
  gsize outer = self->path->len;

  self->p++;
  skip_space (self);
  if (accept (self, '}'))
    return TRUE;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (;;)
    {
      if (!scan_name (self, names) || !scan_value (self))
        return FALSE;
      g_string_truncate (self->path, outer);
      if (accept (self, '}'))
        return TRUE;
      if (!accept (self, ','))
        return fail (self, _ ("A comma or a closing brace is missing."));
    }
}

static gboolean
scan_container (Scanner *self)
{
  gboolean good;

  if (self->depth == WMD_JSON_MAX_DEPTH)
    return fail (self, _ ("The file is nested too deeply."));
  self->depth++;
  good = *self->p == '{' ? scan_object (self) : scan_array (self);
  self->depth--;
  return good;
}

static gboolean
scan_scalar (Scanner *self)
{
  switch (*self->p)
    {
    case '"':
      return scan_string (self, NULL);
    case 't':
      return scan_literal (self, "true");
    case 'f':
      return scan_literal (self, "false");
    case 'n':
      return scan_literal (self, "null");
    default:
      if (*self->p == '-' || g_ascii_isdigit (*self->p))
        return scan_number (self);
      return fail (self, _ ("This is not a JSON value."));
    }
}

/* A value with the space round it. */
static gboolean
scan_value (Scanner *self)
{
  skip_space (self);
  if (self->p == self->end)
    return fail (self, _ ("The file ends where a value is missing."));
  if (++self->n_values > WMD_JSON_MAX_VALUES)
    return fail_at (self, self->p, WMD_STORE_ERROR_TOO_LARGE, _ ("The file holds too many values."));
  if (*self->p == '{' || *self->p == '[')
    {
      if (!scan_container (self))
        return FALSE;
    }
  else if (!scan_scalar (self))
    return FALSE;
  skip_space (self);
  return TRUE;
}

gboolean
wmd_json_scan (const char *data, gsize length, GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Scanner self = { .start = data, .p = data, .end = data + length, .path = path, .error = error };
  const char *bad;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  if (length > WMD_JSON_MAX_BYTES)
    {
      g_set_error (error, WMD_STORE_ERROR, WMD_STORE_ERROR_TOO_LARGE, _ ("The file is larger than %d MiB."),
                   WMD_JSON_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (length >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    return fail_at (&self, data, WMD_STORE_ERROR_ENCODING, _ ("The file begins with a byte order mark."));
  if (!g_utf8_validate_len (data, length, &bad))
    return fail_at (&self, bad, WMD_STORE_ERROR_ENCODING,
                    *bad == '\0' ? _ ("The character U+0000 is not allowed.") : _ ("The text is not UTF-8."));
  if (!scan_value (&self))
    return FALSE;
  return self.p == self.end || fail (&self, _ ("Something follows the end of the document."));
}
