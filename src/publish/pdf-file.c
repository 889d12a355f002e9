/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The container of a PDF file: objects, streams, the table of objects. The same objects in the same order give the
 * same bytes.
 */
#include "config.h"

#include "publish/pdf-file.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

/* Objects in one object stream: enough to compress well, few enough to read one without reading many. */
#define OBJECTS_PER_STREAM 200

#define COMPRESSION_LEVEL 6

/* Where an object is. */
typedef struct
{
  guint8 type;   /* of the table's entries: 0 free, 1 in the file, 2 in an object stream */
  guint64 place; /* byte in the file, or number of the object stream */
  guint index;   /* in the object stream */
} Entry;

struct _WmdPdfFile
{
  GByteArray *bytes;
  GArray *entries;        /* (element-type Entry), by object number */
  GString *packed;        /* objects of the object stream at hand */
  GArray *packed_numbers; /* (element-type guint) */
  GArray *packed_offsets; /* (element-type guint) in packed */
};

static void
append (WmdPdfFile *self, const char *text)
{
  g_byte_array_append (self->bytes, (const guint8 *) text, strlen (text));
}

static void append_format (WmdPdfFile *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
append_format (WmdPdfFile *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  append (self, text);
}

WmdPdfFile *
wmd_pdf_file_new (void)
{
  WmdPdfFile *self = g_new0 (WmdPdfFile, 1);

  self->bytes = g_byte_array_new ();
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  self->packed = g_string_new (NULL);
  self->packed_numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->packed_offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_size (self->entries, 1);
  /* Bytes beyond ASCII in a comment tell transfer programs that the file is not text. */
  append (self, "%PDF-1.7\n%\302\265\302\266\n");
  return self;
}

void
wmd_pdf_file_free (WmdPdfFile *self)
{
  g_array_unref (self->packed_offsets);
  g_array_unref (self->packed_numbers);
  g_string_free (self->packed, TRUE);
  g_array_unref (self->entries);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_free (self);
}

guint
wmd_pdf_file_reserve (WmdPdfFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  g_array_set_size (self->entries, self->entries->len + 1);
  return self->entries->len - 1;
}

static Entry *
claim_entry (WmdPdfFile *self, guint number)
{
  Entry *entry = &g_array_index (self->entries, Entry, number);

  g_assert (number > 0 && number < self->entries->len && entry->type == 0);
  return entry;
}

/* Writes what was packed as one object stream. */
static void
flush_packed (WmdPdfFile *self)
{
  g_autoptr (GString) stream = g_string_new (NULL);
  g_autofree char *entries = NULL;
  guint number;

  if (self->packed_numbers->len == 0)
    return;
  number = wmd_pdf_file_reserve (self);
  for (guint i = 0; i < self->packed_numbers->len; i++)
    {
      guint packed = g_array_index (self->packed_numbers, guint, i);

      g_string_append_printf (stream, "%u %u ", packed, g_array_index (self->packed_offsets, guint, i));
      g_array_index (self->entries, Entry, packed).place = number;
    }
  entries = g_strdup_printf ("/Type /ObjStm /N %u /First %" G_GSIZE_FORMAT, self->packed_numbers->len, stream->len);
  g_string_append_len (stream, self->packed->str, (gssize) self->packed->len);
  wmd_pdf_file_write_stream (self, number, entries, stream->str, stream->len);
  g_string_truncate (self->packed, 0);
  g_array_set_size (self->packed_numbers, 0);
  g_array_set_size (self->packed_offsets, 0);
}

void
wmd_pdf_file_write (WmdPdfFile *self, guint number, const char *value)
{
  guint offset;
  Entry *entry;

  g_return_if_fail (self != NULL && value != NULL);

  offset = self->packed->len;
  entry = claim_entry (self, number);
  entry->type = 2;
  entry->index = self->packed_numbers->len;
  g_array_append_val (self->packed_numbers, number);
  g_array_append_val (self->packed_offsets, offset);
  g_string_append (self->packed, value);
  g_string_append_c (self->packed, '\n');
  if (self->packed_numbers->len == OBJECTS_PER_STREAM)
    flush_packed (self);
}

void
wmd_pdf_file_write_format (WmdPdfFile *self, guint number, const char *format, ...)
{
  g_autofree char *value = NULL;
  va_list args;

  va_start (args, format);
  value = g_strdup_vprintf (format, args);
  va_end (args);
  wmd_pdf_file_write (self, number, value);
}

GBytes *
wmd_pdf_compress (gconstpointer data, gsize size)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION_LEVEL);
  gsize room = size + size / 1000 + 64; /* zlib's own bound */
  guint8 *out = g_malloc (room);
  gsize n_read = 0;
  gsize n_written = 0;
  GConverterResult result;

  result = g_converter_convert (G_CONVERTER (compressor), size > 0 ? data : "", size, out, room,
                                G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
  g_assert (result == G_CONVERTER_FINISHED && n_read == size);
  return g_bytes_new_take (g_realloc (out, n_written), n_written);
}

static void
write_stream (WmdPdfFile *self, guint number, const char *entries, const char *filter, gconstpointer data, gsize size)
{
  Entry *entry = claim_entry (self, number);

  entry->type = 1;
  entry->place = self->bytes->len;
  append_format (self, "%u 0 obj\n<<%s%s /Length %" G_GSIZE_FORMAT ">>\nstream\n", number, entries, filter, size);
  g_byte_array_append (self->bytes, data, size);
  append (self, "\nendstream\nendobj\n");
}

void
wmd_pdf_file_write_compressed (WmdPdfFile *self, guint number, const char *entries, GBytes *compressed)
{
  g_return_if_fail (self != NULL && entries != NULL && compressed != NULL);

  write_stream (self, number, entries, " /Filter /FlateDecode", g_bytes_get_data (compressed, NULL),
                g_bytes_get_size (compressed));
}

void
wmd_pdf_file_write_stream (WmdPdfFile *self, guint number, const char *entries, gconstpointer data, gsize size)
{
  g_autoptr (GBytes) compressed = wmd_pdf_compress (data, size);

  wmd_pdf_file_write_compressed (self, number, entries, compressed);
}

void
wmd_pdf_file_write_plain (WmdPdfFile *self, guint number, const char *entries, const char *text)
{
  g_return_if_fail (self != NULL && entries != NULL && text != NULL);

  write_stream (self, number, entries, "", text, strlen (text));
}

/* The table of objects: one, four and two bytes for each. */
static GByteArray *
make_table (const WmdPdfFile *self)
{
  GByteArray *table = g_byte_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      guint index = i == 0 ? 0xffff : entry->index;
      guint8 row[] = {
        entry->type, entry->place >> 24, entry->place >> 16, entry->place >> 8, entry->place, index >> 8, index,
      };

      g_byte_array_append (table, row, sizeof row);
    }
  return table;
}

GBytes *
wmd_pdf_file_finish (WmdPdfFile *self, guint catalog, guint info)
{
  g_autoptr (GByteArray) table = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *entries = NULL;
  guint number;
  guint64 start;

  g_return_val_if_fail (self != NULL, NULL);

  flush_packed (self);
  number = wmd_pdf_file_reserve (self);
  start = self->bytes->len;
  g_array_index (self->entries, Entry, number) = (Entry){ 1, start, 0 };
  table = make_table (self);
  g_array_index (self->entries, Entry, number).type = 0; /* written next */
  digest = g_compute_checksum_for_data (G_CHECKSUM_MD5, self->bytes->data, self->bytes->len);
  entries = g_strdup_printf ("/Type /XRef /Size %u /W [1 4 2] /Root %u 0 R /Info %u 0 R /ID [<%s> <%s>]",
                             self->entries->len, catalog, info, digest, digest);
  wmd_pdf_file_write_stream (self, number, entries, table->data, table->len);
  append_format (self, "startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", start);
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}

void
wmd_pdf_append_bytes (GString *string, const guint8 *bytes, gsize n_bytes)
{
  g_string_append_c (string, '(');
  for (gsize i = 0; i < n_bytes; i++)
    {
      if (bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '\\')
        g_string_append_c (string, '\\');
      if (bytes[i] == '\r')
        g_string_append (string, "\\r"); /* readers take a bare one for a line feed */
      else
        g_string_append_c (string, (char) bytes[i]);
    }
  g_string_append_c (string, ')');
}

void
wmd_pdf_append_text (GString *string, const char *text)
{
  g_autofree gunichar2 *units = NULL;
  glong n_units = 0;

  if (g_str_is_ascii (text))
    {
      wmd_pdf_append_bytes (string, (const guint8 *) text, strlen (text));
      return;
    }
  units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);
  g_string_append (string, "<FEFF");
  for (glong i = 0; i < n_units; i++)
    g_string_append_printf (string, "%04X", units[i]);
  g_string_append_c (string, '>');
}

void
wmd_pdf_append_number (GString *string, double value)
{
  gint64 scaled = (gint64) round (value * 10000);
  char digits[8];
  int n = 4;

  if (scaled < 0)
    {
      g_string_append_c (string, '-');
      scaled = -scaled;
    }
  g_string_append_printf (string, "%" G_GINT64_FORMAT, scaled / 10000);
  if (scaled % 10000 == 0)
    return;
  g_snprintf (digits, sizeof digits, "%04d", (int) (scaled % 10000));
  while (digits[n - 1] == '0')
    n--;
  g_string_append_c (string, '.');
  g_string_append_len (string, digits, n);
}
