/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whoever follows the signals of a gradual list has at every moment a head of the model, and in the end all of it. */

#include "ui/gradual-list.h"

#define N_ROUNDS 2000

typedef struct
{
  GListStore *store;
  WmdGradualList *list;
  GPtrArray *copy; /* (element-type GObject) made of the signals alone */
} Fixture;

static void
items_changed_cb (Fixture *fixture, guint position, guint removed, guint added)
{
  g_assert_cmpuint (position + removed, <=, fixture->copy->len);
  if (removed > 0)
    g_ptr_array_remove_range (fixture->copy, position, removed);
  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (fixture->copy, i, g_list_model_get_item (G_LIST_MODEL (fixture->list), i));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = g_list_store_new (G_TYPE_OBJECT);
  fixture->list = wmd_gradual_list_new (G_LIST_MODEL (fixture->store), 32);
  fixture->copy = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->copy);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->store);
}

static void
splice (Fixture *fixture, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (fixture->store, position, removed, items->pdata, added);
}

static void
assert_head (Fixture *fixture)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));

  g_assert_cmpuint (fixture->copy->len, ==, n);
  g_assert_cmpuint (n, <=, g_list_model_get_n_items (G_LIST_MODEL (fixture->store)));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->store), i);

      g_assert_true (item == g_ptr_array_index (fixture->copy, i));
    }
}

static void
run_loop (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_grows (Fixture *fixture, gconstpointer data)
{
  guint first;

  splice (fixture, 0, 0, 500);
  assert_head (fixture);
  first = fixture->copy->len;
  g_assert_cmpuint (first, >, 0);
  g_assert_cmpuint (first, <, 100);
  wmd_gradual_list_reach (fixture->list, 300);
  assert_head (fixture);
  g_assert_cmpuint (fixture->copy->len, ==, 300);
  run_loop ();
  assert_head (fixture);
  g_assert_cmpuint (fixture->copy->len, ==, 500);
}

static void
replace_all (gpointer data)
{
  Fixture *fixture = data;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->store));

  g_assert_cmpuint (fixture->copy->len, ==, 32);
  splice (fixture, 0, n, 400);
}

static void
fail (gpointer data)
{
  g_assert_not_reached ();
}

/* Before the model changes as a whole, all but the first items go, and not at a stretch. */
static void
test_shrinks (Fixture *fixture, gconstpointer data)
{
  splice (fixture, 0, 0, 500);
  run_loop ();
  wmd_gradual_list_shrink (fixture->list, fail, fixture);
  wmd_gradual_list_shrink (fixture->list, replace_all, fixture);
  g_assert_cmpuint (fixture->copy->len, ==, 500);
  run_loop ();
  assert_head (fixture);
  g_assert_cmpuint (fixture->copy->len, ==, 400);
}

static void
test_random_edits (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->store));
      const guint position = g_test_rand_int_range (0, n + 1);
      const guint removed = g_test_rand_int_range (0, MIN (n - position, 60) + 1);

      splice (fixture, position, removed, g_test_rand_int_range (0, 60));
      assert_head (fixture);
      if (g_test_rand_int_range (0, 4) == 0)
        g_main_context_iteration (NULL, FALSE);
      assert_head (fixture);
    }
  run_loop ();
  assert_head (fixture);
  g_assert_cmpuint (fixture->copy->len, ==, g_list_model_get_n_items (G_LIST_MODEL (fixture->store)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/gradual-list/grows", Fixture, NULL, set_up, test_grows, tear_down);
  g_test_add ("/gradual-list/shrinks", Fixture, NULL, set_up, test_shrinks, tear_down);
  g_test_add ("/gradual-list/random-edits", Fixture, NULL, set_up, test_random_edits, tear_down);
  return g_test_run ();
}
