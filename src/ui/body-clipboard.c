/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Replies come by e-mail and from word processors. GTK pastes no more than their characters; here lists stay lists,
 * footnotes stay footnotes, and lines that an e-mail was broken into become the paragraphs that they were.
 */

#include "config.h"

#include "ui/body-clipboard.h"

#include "exchange/passage.h"

#define HTML "text/html"

/* Within the program a passage is an array of blocks. */
#define PASSAGE_TYPE G_TYPE_PTR_ARRAY

static char *
dup_plain (const GPtrArray *blocks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", wmd_block_get_text (blocks->pdata[i]));
  g_string_replace (text, WMD_INLINE_NOTE_MARK, "", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
wmd_body_clipboard_copy (WmdBodyView *view)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  g_return_val_if_fail (WMD_IS_BODY_VIEW (view), FALSE);

  blocks = wmd_block_buffer_dup_selection (wmd_body_view_get_buffer (view));
  if (blocks->len == 0)
    return FALSE;
  text = dup_plain (blocks);
  content = gdk_content_provider_new_union (
      (GdkContentProvider *[]){
          gdk_content_provider_new_typed (PASSAGE_TYPE, blocks),
          gdk_content_provider_new_typed (G_TYPE_STRING, text),
      },
      2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), content);
  return TRUE;
}

static void
insert (WmdBodyView *view, const GPtrArray *blocks)
{
  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (view)))
    wmd_block_buffer_insert_blocks (wmd_body_view_get_buffer (view), blocks);
}

static void
passage_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WmdBodyView) view = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL)
    insert (view, g_value_get_boxed (value));
}

static void
html_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WmdBodyView) view = data;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr (GPtrArray) blocks = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) < 0)
    return;
  blocks =
      wmd_passage_read_html (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
  insert (view, blocks);
}

static void
html_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WmdBodyView) view = data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    return;
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, html_read_cb, g_steal_pointer (&view));
}

/* Words within a line are inserted as they are; more than a line is read as a passage. */
static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WmdBodyView) view = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GPtrArray) blocks = NULL;

  if (text == NULL)
    return;
  if (strpbrk (text, "\r\n") == NULL)
    {
      g_autoptr (WmdInline) content = wmd_inline_new_text (text);

      blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
      g_ptr_array_add (blocks, wmd_block_new ("b", WMD_BLOCK_PARAGRAPH, content));
    }
  else
    blocks = wmd_passage_read_text (wmd_body_view_get_reference (view), wmd_body_view_get_language (view), text);
  insert (view, blocks);
}

static void
plain_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WmdBodyView) view = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  if (text == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (view)))
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

void
wmd_body_clipboard_paste (WmdBodyView *view)
{
  GdkClipboard *clipboard;
  GdkContentFormats *formats;

  g_return_if_fail (WMD_IS_BODY_VIEW (view));

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  formats = gdk_clipboard_get_formats (clipboard);
  g_object_ref (view);
  if (gdk_content_formats_contain_gtype (formats, PASSAGE_TYPE))
    gdk_clipboard_read_value_async (clipboard, PASSAGE_TYPE, G_PRIORITY_DEFAULT, NULL, passage_read_cb, view);
  else if (gdk_content_formats_contain_mime_type (formats, HTML))
    gdk_clipboard_read_async (clipboard, (const char *[]){ HTML, NULL }, G_PRIORITY_DEFAULT, NULL, html_opened_cb,
                              view);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, view);
}

void
wmd_body_clipboard_paste_plain (WmdBodyView *view)
{
  g_return_if_fail (WMD_IS_BODY_VIEW (view));

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, plain_read_cb,
                                 g_object_ref (view));
}
