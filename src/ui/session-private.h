/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/autosave.h"
#include "ui/session.h"

G_BEGIN_DECLS

struct _WmdSession
{
  GObject parent_instance;

  WmdReport *report;
  WmdHistory *history;
  WmdFindingList *findings;
  GListModel *queries;                 /* (element-type WmdQueryItem) */
  WmdLayout *layouts[WMD_N_LANGUAGES]; /* NULL until someone looks */
  WmdEmblemChoice *emblem_choice;
  WmdPageOptions page_options;     /* of the layouts */
  WmdPages *kept[WMD_N_LANGUAGES]; /* what exports have set of the report as it is; NULL elsewhere */
  WmdAutosave *autosave;
  WmdStoreFile *store; /* NULL while never saved */

  WmdPart *part; /* NULL: the report's own data */
  guint index;   /* place of the part among the replies when it was selected, to find a neighbour when it goes */
  WmdLanguage language;
  gboolean pinned; /* the language stays when another part is selected */
  char *block;

  gboolean following; /* an edit is being undone or done again */
  char *read_only;    /* why nothing can be changed; NULL when it can */
  GPtrArray *noticed; /* (element-type WmdFinding) (nullable) */
  char *title;
  char *subtitle;
};

/* Sets pages with the emblem that is chosen, now and from now on. */
void wmd_session_follow_emblem (WmdSession *self);

/* Lets go of what exports have set. */
void wmd_session_drop_pages (WmdSession *self);

/* Makes @store the file of the session. */
void wmd_session_set_store (WmdSession *self, WmdStoreFile *store);

/* After @edit was applied: keeps the selection among what the report has, and where the user looks. */
void wmd_session_follow_report (WmdSession *self, WmdEdit *edit);

/* Says @sentence to the user, in passing. */
void wmd_session_say (WmdSession *self, const char *sentence);

G_END_DECLS
