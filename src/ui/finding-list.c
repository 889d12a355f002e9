/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs the checker beside the window. One check is under way at a time, on a snapshot, in a thread; a change that
 * comes meanwhile asks for one more when it is done, so the list always ends up saying what is true of the report
 * as it is. The list is changed in its middle only, where old and new differ, so that rows keep their widgets.
 */

#include "config.h"

#include "ui/finding-list.h"

#include "ui/disposal.h"
#include "ui/finding-item.h"

/* Long enough that a word typed at speed is one check, short enough to be "at once". */
#define DELAY_MS 80

struct _WmdFindingList
{
  GObject parent_instance;

  WmdReport *report;
  WmdChecker *checker; /* used by one thread at a time: by the running check, else by nobody */
  WmdLanguage edition;

  GPtrArray *items;     /* (element-type WmdFindingItem) */
  GPtrArray *checklist; /* (element-type WmdChecklistEntry) */
  GHashTable *parts;    /* part id, "" for the report itself -> PartCount */
  guint n_open;
  guint n_errors;

  guint timeout;
  guint serial; /* counts changes; a result of an older one is followed by another check */
  gboolean running;
};

typedef struct
{
  guint n_open;
  WmdSeverity gravest;
} PartCount;

/* What a check works on and what it gives back. */
typedef struct
{
  WmdChecker *checker;
  WmdSnapshot *snapshot;
  WmdLanguage edition;
  guint serial;
  GPtrArray *findings;
  GPtrArray *checklist;
} Job;

enum
{
  PROP_EDITION = 1,
  PROP_N_OPEN,
  PROP_N_ERRORS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WmdFindingList,
                               wmd_finding_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void schedule (WmdFindingList *self, guint delay);

static void
job_free (Job *job)
{
  wmd_snapshot_unref (job->snapshot);
  g_clear_pointer (&job->findings, g_ptr_array_unref);
  g_clear_pointer (&job->checklist, g_ptr_array_unref);
  g_free (job);
}

static void
count_findings (WmdFindingList *self, const GPtrArray *findings)
{
  guint n_open = 0, n_errors = 0;

  g_hash_table_remove_all (self->parts);
  for (guint i = 0; i < findings->len; i++)
    {
      const WmdFinding *finding = g_ptr_array_index (findings, i);
      const char *part = finding->part != NULL ? finding->part : "";
      PartCount *count = g_hash_table_lookup (self->parts, part);

      if (finding->waived != NULL)
        continue;
      if (count == NULL)
        {
          count = g_new0 (PartCount, 1);
          g_hash_table_insert (self->parts, g_strdup (part), count);
        }
      count->n_open++;
      count->gravest = MAX (count->gravest, finding->severity);
      n_open++;
      n_errors += finding->severity == WMD_SEVERITY_ERROR;
    }

  if (n_errors != self->n_errors)
    {
      self->n_errors = n_errors;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ERRORS]);
    }
  if (n_open != self->n_open)
    {
      self->n_open = n_open;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OPEN]);
    }
}

/* Keeps the item when it looks the same, with what the finding does now. */
static gboolean
keep (WmdFindingList *self, guint old_index, const GPtrArray *findings, guint new_index)
{
  WmdFindingItem *item = g_ptr_array_index (self->items, old_index);
  WmdFinding *finding = g_ptr_array_index (findings, new_index);

  if (!wmd_finding_item_looks_like (item, finding))
    return FALSE;
  wmd_finding_item_renew (item, finding);
  return TRUE;
}

/* Replaces the stretch in which the items and @findings differ. */
static void
replace_items (WmdFindingList *self, const GPtrArray *findings)
{
  guint head = 0, tail = 0;
  guint n_old = self->items->len, n_new = findings->len;

  while (head < MIN (n_old, n_new) && keep (self, head, findings, head))
    head++;
  while (tail < MIN (n_old, n_new) - head && keep (self, n_old - 1 - tail, findings, n_new - 1 - tail))
    tail++;
  if (head + tail == n_old && n_old == n_new)
    return;

  if (n_old > head + tail)
    g_ptr_array_remove_range (self->items, head, n_old - head - tail);
  for (guint i = head; i < n_new - tail; i++)
    g_ptr_array_insert (self->items, i, wmd_finding_item_new (g_ptr_array_index (findings, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail, n_new - head - tail);
}

static void
check_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  job->findings = wmd_checker_check (job->checker, job->snapshot, job->edition);
  job->checklist = wmd_checker_list_requests (job->checker, job->snapshot, job->findings);
  g_task_return_boolean (task, TRUE);
}

static void
check_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WmdFindingList *self = WMD_FINDING_LIST (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->running = FALSE;
  g_clear_pointer (&self->checklist, g_ptr_array_unref);
  self->checklist = g_ptr_array_ref (job->checklist);
  count_findings (self, job->findings);
  replace_items (self, job->findings);
  if (job->serial != self->serial)
    schedule (self, 0);
  g_signal_emit (self, changed_signal, 0);
}

static void
start_check (WmdFindingList *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, check_done_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->checker = self->checker;
  job->snapshot = wmd_snapshot_ref (wmd_report_get_snapshot (self->report));
  job->edition = self->edition;
  job->serial = self->serial;
  self->running = TRUE;
  g_task_set_source_tag (task, start_check);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, check_thread);
}

static gboolean
timeout_cb (gpointer data)
{
  WmdFindingList *self = data;

  self->timeout = 0;
  start_check (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (WmdFindingList *self, guint delay)
{
  if (!self->running && self->timeout == 0)
    self->timeout = g_timeout_add (delay, timeout_cb, self);
}

static void
report_changed_cb (WmdFindingList *self)
{
  self->serial++;
  schedule (self, DELAY_MS);
}

static GType
get_item_type (GListModel *model)
{
  return WMD_TYPE_FINDING_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return WMD_FINDING_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  WmdFindingList *self = WMD_FINDING_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
wmd_finding_list_dispose (GObject *object)
{
  WmdFindingList *self = WMD_FINDING_LIST (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  G_OBJECT_CLASS (wmd_finding_list_parent_class)->dispose (object);
}

static void
wmd_finding_list_finalize (GObject *object)
{
  WmdFindingList *self = WMD_FINDING_LIST (object);

  /* A running check holds a reference, so no thread uses the checker any more. */
  wmd_free_in_thread (self->checker, (GDestroyNotify) wmd_checker_free);
  g_object_unref (self->report);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->checklist, g_ptr_array_unref);
  g_hash_table_unref (self->parts);
  G_OBJECT_CLASS (wmd_finding_list_parent_class)->finalize (object);
}

static void
wmd_finding_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WmdFindingList *self = WMD_FINDING_LIST (object);

  switch (id)
    {
    case PROP_EDITION:
      g_value_set_int (value, self->edition);
      break;
    case PROP_N_OPEN:
      g_value_set_uint (value, self->n_open);
      break;
    case PROP_N_ERRORS:
      g_value_set_uint (value, self->n_errors);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wmd_finding_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_EDITION:
      wmd_finding_list_set_edition (WMD_FINDING_LIST (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wmd_finding_list_class_init (WmdFindingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wmd_finding_list_dispose;
  object_class->finalize = wmd_finding_list_finalize;
  object_class->get_property = wmd_finding_list_get_property;
  object_class->set_property = wmd_finding_list_set_property;

  properties[PROP_EDITION] =
      g_param_spec_int ("edition", NULL, NULL, WMD_LANGUAGE_NONE, WMD_N_LANGUAGES - 1, WMD_LANGUAGE_NONE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_OPEN] = g_param_spec_uint ("n-open", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wmd_finding_list_init (WmdFindingList *self)
{
  self->edition = WMD_LANGUAGE_NONE;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->checklist = g_ptr_array_new ();
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

WmdFindingList *
wmd_finding_list_new (WmdReport *report)
{
  WmdFindingList *self;

  g_return_val_if_fail (WMD_IS_REPORT (report), NULL);

  self = g_object_new (WMD_TYPE_FINDING_LIST, NULL);
  self->report = g_object_ref (report);
  self->checker = wmd_checker_new (wmd_report_get_reference (report));
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  schedule (self, 0);
  return self;
}

WmdLanguage
wmd_finding_list_get_edition (WmdFindingList *self)
{
  g_return_val_if_fail (WMD_IS_FINDING_LIST (self), WMD_LANGUAGE_NONE);

  return self->edition;
}

void
wmd_finding_list_set_edition (WmdFindingList *self, WmdLanguage edition)
{
  g_return_if_fail (WMD_IS_FINDING_LIST (self));

  if (self->edition == edition)
    return;
  self->edition = edition;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITION]);
  self->serial++;
  schedule (self, 0);
}

guint
wmd_finding_list_get_n_open (WmdFindingList *self)
{
  g_return_val_if_fail (WMD_IS_FINDING_LIST (self), 0);

  return self->n_open;
}

gboolean
wmd_finding_list_get_busy (WmdFindingList *self)
{
  g_return_val_if_fail (WMD_IS_FINDING_LIST (self), FALSE);

  return self->running || self->timeout != 0;
}

guint
wmd_finding_list_count (WmdFindingList *self, const char *part, WmdSeverity *gravest)
{
  const PartCount *count;

  g_return_val_if_fail (WMD_IS_FINDING_LIST (self), 0);

  count = g_hash_table_lookup (self->parts, part != NULL ? part : "");
  if (gravest != NULL)
    *gravest = count != NULL ? count->gravest : WMD_SEVERITY_NOTE;
  return count != NULL ? count->n_open : 0;
}

GPtrArray *
wmd_finding_list_get_checklist (WmdFindingList *self)
{
  g_return_val_if_fail (WMD_IS_FINDING_LIST (self), NULL);

  return self->checklist;
}
