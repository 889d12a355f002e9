/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* List marks are drawn, not typed: they are derived from the place of a block in its list, as in the issued report, so
 * they cannot be wrong and nothing has to be kept out of the text.
 */

#include "config.h"

#include "ui/body-view.h"

#include <glib/gi18n-lib.h>

#include "ui/body-clipboard.h"

#define BULLET "•"
#define BULLET_2 "–"

/* Pixels between a mark and the text. */
#define MARK_GAP 8

/* Pixels: where the bar beside reused text is, and how wide. */
#define REUSED_MARGIN 10
#define REUSED_WIDTH 3

/* Pixels: what the view asks for. */
#define MIN_WIDTH 120
#define NATURAL_WIDTH 480

struct _WmdBodyView
{
  GtkTextView parent_instance;

  WmdReference *reference;
  WmdLanguage language;
  char *placeholder;
  int width;      /* as last allocated */
  guint settling; /* frames to wait for */
};

G_DEFINE_FINAL_TYPE (WmdBodyView, wmd_body_view, GTK_TYPE_TEXT_VIEW)

/* (transfer full), NULL for a line without a mark. */
static char *
dup_mark (WmdBodyView *self, guint line)
{
  WmdBlockBuffer *buffer = wmd_body_view_get_buffer (self);
  WmdBlockKind kind = wmd_block_buffer_get_kind (buffer, line);
  guint number = wmd_block_buffer_get_item_number (buffer, line);

  /* One block alone does not know its place among the others. */
  if (wmd_block_buffer_get_single (buffer) && kind != WMD_BLOCK_BULLET && kind != WMD_BLOCK_BULLET_2)
    return NULL;
  switch (kind)
    {
    case WMD_BLOCK_NUMBERED:
      return g_strdup_printf ("%u.", number);
    case WMD_BLOCK_BULLET:
      return g_strdup (BULLET);
    case WMD_BLOCK_BULLET_2:
      return g_strdup (BULLET_2);
    case WMD_BLOCK_LETTERED:
    case WMD_BLOCK_LETTERED_2:
      return self->reference != NULL ? wmd_reference_format_list_mark (self->reference, self->language,
                                                                       wmd_block_kind_get_item_level (kind), number)
                                     : NULL;
    case WMD_BLOCK_PARAGRAPH:
    case WMD_BLOCK_HEADING_1:
    case WMD_BLOCK_HEADING_2:
    default:
      return NULL;
    }
}

static void
draw_mark (WmdBodyView *self, GtkSnapshot *snapshot, const GtkTextIter *iter, const GdkRGBA *color)
{
  g_autofree char *mark = dup_mark (self, gtk_text_iter_get_line (iter));
  g_autoptr (PangoLayout) layout = NULL;
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRectangle place;
  int width, height, x;

  /* An empty last line has no character to carry its margin. */
  if (mark == NULL || gtk_text_iter_is_end (iter))
    return;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), mark);
  if (g_str_equal (mark, BULLET))
    {
      /* In Chinese fonts it is as small as a full stop. */
      g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Liberation Serif, Serif 13");

      pango_layout_set_font_description (layout, font);
    }
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &place);
  x = rtl ? place.x + place.width + MARK_GAP : place.x - MARK_GAP - width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, place.y + (place.height - height) / 2.f));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* A bar in the margin beside text that was taken over from an earlier report and not edited. */
static void
draw_reused (WmdBodyView *self, GtkSnapshot *snapshot, int y, int height, GdkRGBA color)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int x = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - REUSED_MARGIN - REUSED_WIDTH : REUSED_MARGIN;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_TEXT, x, 0, &buffer_x, &buffer_y);
  color.alpha *= 0.35f;
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (buffer_x, y, REUSED_WIDTH, height));
}

/* A quiet sign in the margin beside a line that the respondent is being asked about. */
static void
draw_query (WmdBodyView *self, GtkSnapshot *snapshot, const GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoFontDescription) font = NULL;
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int margin = rtl ? gtk_text_view_get_right_margin (view) : gtk_text_view_get_left_margin (view);
  GdkRectangle place;
  GdkRGBA color;
  int width, height, x;

  if (!wmd_block_buffer_get_queried (wmd_body_view_get_buffer (self), gtk_text_iter_get_line (iter)) ||
      !gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &color))
    return;
  /* Translators: the sign of a query, in the margin of the text. */
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _ ("?"));
  font = pango_font_description_from_string ("Sans Bold 11");
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_text_view_get_iter_location (view, iter, &place);
  x = (margin - width) / 2;
  if (rtl)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, place.y + (place.height - height) / 2.f));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_placeholder (WmdBodyView *self, GtkSnapshot *snapshot, GdkRGBA color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->placeholder);
  GtkTextView *view = GTK_TEXT_VIEW (self);
  const int margins = gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);

  color.alpha *= 0.5f;
  pango_layout_set_width (layout, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - margins, 1) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (gtk_text_view_get_left_margin (view), 0));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
wmd_body_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  WmdBodyView *self = WMD_BODY_VIEW (view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle visible;
  GtkTextIter iter;
  GdkRGBA color;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  if (gtk_text_buffer_get_char_count (buffer) == 0 && self->placeholder != NULL)
    {
      draw_placeholder (self, snapshot, color);
      return;
    }
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  do
    {
      int y, height;

      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (y > visible.y + visible.height)
        break;
      draw_mark (self, snapshot, &iter, &color);
      if (wmd_block_buffer_get_reused (wmd_body_view_get_buffer (self), gtk_text_iter_get_line (&iter)) != NULL)
        draw_reused (self, snapshot, y, height, color);
      draw_query (self, snapshot, &iter);
    }
  while (gtk_text_iter_forward_line (&iter));
}

/* Backspace at the beginning of an item, and Return in an empty one, lead out of the list by a level. */
static gboolean
leave_list (WmdBodyView *self, guint key)
{
  WmdBlockBuffer *blocks = wmd_body_view_get_buffer (self);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (blocks);
  WmdBlockKind kind;
  GtkTextIter iter;
  guint level;

  if (gtk_text_buffer_get_has_selection (buffer))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  kind = wmd_block_buffer_get_kind (blocks, gtk_text_iter_get_line (&iter));
  level = wmd_block_kind_get_item_level (kind);
  if ((level == 0 && kind != WMD_BLOCK_NUMBERED) || !gtk_text_iter_starts_line (&iter) ||
      (key != GDK_KEY_BackSpace && !gtk_text_iter_ends_line (&iter)))
    return FALSE;
  wmd_block_buffer_set_kind (blocks, level == 2 ? wmd_block_kind_at_item_level (kind, 1) : WMD_BLOCK_PARAGRAPH);
  return TRUE;
}

static gboolean
key_pressed_cb (WmdBodyView *self, guint key, guint code, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_BackSpace:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return !shift && leave_list (self, key);
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab: /* where nothing moves, the keyboard goes to the next widget */
      return wmd_block_buffer_set_item_level (wmd_body_view_get_buffer (self), shift ? 1 : 2);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* A text view asks for the width of its text as it was laid out last, which before it has a width of its own is that of
 * the longest paragraph on one line.
 */
static void
wmd_body_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  GTK_WIDGET_CLASS (wmd_body_view_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = MAX (MIN_WIDTH, MIN (*natural, NATURAL_WIDTH));
    }
}

/* Frames until the text is laid out anew after its width changed. */
#define SETTLING_FRAMES 3

static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WmdBodyView *self = WMD_BODY_VIEW (widget);

  if (--self->settling > 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

/* A text view lays its text out in its own time after it got another width, and does not always ask for the height
 * that came of it.
 */
static void
wmd_body_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WmdBodyView *self = WMD_BODY_VIEW (widget);

  GTK_WIDGET_CLASS (wmd_body_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (width == self->width)
    return;
  self->width = width;
  if (self->settling == 0)
    gtk_widget_add_tick_callback (widget, settle_cb, NULL, NULL);
  self->settling = SETTLING_FRAMES;
}

static void
wmd_body_view_finalize (GObject *object)
{
  WmdBodyView *self = WMD_BODY_VIEW (object);

  g_clear_pointer (&self->reference, wmd_reference_unref);
  g_free (self->placeholder);
  G_OBJECT_CLASS (wmd_body_view_parent_class)->finalize (object);
}

static GtkTextBuffer *
wmd_body_view_create_buffer (GtkTextView *view)
{
  return GTK_TEXT_BUFFER (wmd_block_buffer_new ());
}

static gboolean
toggle_binding_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)))
    return FALSE;
  wmd_block_buffer_toggle_span (wmd_body_view_get_buffer (WMD_BODY_VIEW (widget)), g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
level_binding_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)) &&
         wmd_block_buffer_set_item_level (wmd_body_view_get_buffer (WMD_BODY_VIEW (widget)),
                                          g_variant_get_int32 (args));
}

static gboolean
paste_plain_binding_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)))
    return FALSE;
  wmd_body_clipboard_paste_plain (WMD_BODY_VIEW (widget));
  return TRUE;
}

static void
wmd_body_view_copy_clipboard (GtkTextView *view)
{
  wmd_body_clipboard_copy (WMD_BODY_VIEW (view));
}

static void
wmd_body_view_cut_clipboard (GtkTextView *view)
{
  if (wmd_body_clipboard_copy (WMD_BODY_VIEW (view)))
    gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE, gtk_text_view_get_editable (view));
}

static void
wmd_body_view_paste_clipboard (GtkTextView *view)
{
  wmd_body_clipboard_paste (WMD_BODY_VIEW (view));
}

static void
wmd_body_view_class_init (WmdBodyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    WmdSpanKind span;
  } bindings[] = {
    { GDK_KEY_b, WMD_SPAN_STRONG },
    { GDK_KEY_i, WMD_SPAN_EMPHASIS },
    { GDK_KEY_plus, WMD_SPAN_SUPERSCRIPT },
  };

  G_OBJECT_CLASS (klass)->finalize = wmd_body_view_finalize;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = wmd_body_view_snapshot_layer;
  GTK_TEXT_VIEW_CLASS (klass)->create_buffer = wmd_body_view_create_buffer;
  GTK_TEXT_VIEW_CLASS (klass)->copy_clipboard = wmd_body_view_copy_clipboard;
  GTK_TEXT_VIEW_CLASS (klass)->cut_clipboard = wmd_body_view_cut_clipboard;
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = wmd_body_view_paste_clipboard;
  widget_class->measure = wmd_body_view_measure;
  widget_class->size_allocate = wmd_body_view_size_allocate;
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding (widget_class, bindings[i].key, GDK_CONTROL_MASK, toggle_binding_cb, "i",
                                  (int) bindings[i].span);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK, paste_plain_binding_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_bracketright, GDK_CONTROL_MASK, level_binding_cb, "i", 2);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_bracketleft, GDK_CONTROL_MASK, level_binding_cb, "i", 1);
}

static void
wmd_body_view_init (WmdBodyView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->language = WMD_LANGUAGE_NONE;
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
wmd_body_view_new (void)
{
  return g_object_new (WMD_TYPE_BODY_VIEW, NULL);
}

WmdBlockBuffer *
wmd_body_view_get_buffer (WmdBodyView *self)
{
  g_return_val_if_fail (WMD_IS_BODY_VIEW (self), NULL);

  return WMD_BLOCK_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
}

WmdReference *
wmd_body_view_get_reference (WmdBodyView *self)
{
  g_return_val_if_fail (WMD_IS_BODY_VIEW (self), NULL);

  return self->reference;
}

WmdLanguage
wmd_body_view_get_language (WmdBodyView *self)
{
  g_return_val_if_fail (WMD_IS_BODY_VIEW (self), WMD_LANGUAGE_NONE);

  return self->language;
}

void
wmd_body_view_set_language (WmdBodyView *self, WmdReference *reference, WmdLanguage language)
{
  g_return_if_fail (WMD_IS_BODY_VIEW (self));
  g_return_if_fail (reference != NULL && language != WMD_LANGUAGE_NONE);

  if (self->language == language)
    return;
  if (self->language != WMD_LANGUAGE_NONE)
    gtk_widget_remove_css_class (GTK_WIDGET (self), wmd_language_get_code (self->language));
  self->language = language;
  g_clear_pointer (&self->reference, wmd_reference_unref);
  self->reference = wmd_reference_ref (reference);
  gtk_widget_add_css_class (GTK_WIDGET (self), wmd_language_get_code (language));
  gtk_widget_set_direction (GTK_WIDGET (self), wmd_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

void
wmd_body_view_set_placeholder (WmdBodyView *self, const char *words)
{
  g_return_if_fail (WMD_IS_BODY_VIEW (self));

  g_free (self->placeholder);
  self->placeholder = g_strdup (words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
