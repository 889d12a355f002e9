/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange/reply-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucsdet.h>

#include "exchange/text-import.h"

#define MAX_SIZE (16 * 1024 * 1024)
#define SAMPLE 65536 /* bytes that tell the encoding */

static const struct
{
  const char *start;
  gsize length;
  const char *encoding;
} marks[] = {
  { "\357\273\277", 3, "UTF-8" },
  { "\377\376", 2, "UTF-16LE" },
  { "\376\377", 2, "UTF-16BE" },
};

/* (transfer full) (nullable) */
static char *
convert (const char *data, gsize length, const char *encoding)
{
  gsize written;
  g_autofree char *text = g_convert (data, (gssize) length, "UTF-8", encoding, NULL, &written, NULL);

  /* A text has no zero, and what is no text has. */
  return text != NULL && strlen (text) == written ? g_steal_pointer (&text) : NULL;
}

/* The encoding that the bytes are most likely in. (transfer full) (nullable) */
static char *
detect (const char *data, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch *match;
  char *name = NULL;

  ucsdet_setText (detector, data, (int32_t) MIN (length, SAMPLE), &status);
  match = ucsdet_detect (detector, &status);
  if (U_SUCCESS (status) && match != NULL)
    name = g_strdup (ucsdet_getName (match, &status));
  ucsdet_close (detector);
  return name;
}

/* Control characters that no text has. */
static gboolean
is_binary (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && !g_ascii_isspace (*p) && *p != 0x1A)
      return TRUE;
  return FALSE;
}

static char *
decode (const char *data, gsize length, char **encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].start, marks[i].length) == 0)
      return convert (data + marks[i].length, length - marks[i].length, marks[i].encoding);
  if (g_utf8_validate_len (data, length, NULL))
    return g_strndup (data, length);
  if (memchr (data, '\0', length) != NULL)
    return NULL; /* no encoding of a byte a letter */
  *encoding = detect (data, length);
  return *encoding != NULL ? convert (data, length, *encoding) : NULL;
}

char *
wmd_reply_decode_text (GBytes *bytes, char **encoding, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;

  *encoding = NULL;
  if (length > MAX_SIZE)
    {
      g_set_error_literal (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_TOO_LARGE,
                           _ ("The text is larger than 16 MiB. No reply is so long."));
      return NULL;
    }
  text = decode (data != NULL ? data : "", length, encoding);
  if (text == NULL || is_binary (text))
    {
      g_clear_pointer (encoding, g_free);
      g_set_error_literal (error, WMD_IMPORT_ERROR, WMD_IMPORT_ERROR_NOT_TEXT,
                           _ ("This is neither text nor a document that can be read. Open it in the program that made "
                              "it, save it as .docx, .odt or plain text, and add that."));
      return NULL;
    }
  return g_steal_pointer (&text);
}
