/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/facts.h"
#include "model/body.h"

G_BEGIN_DECLS

/* What things are called in the interface, in the user's language. Never NULL. */
const char *wmd_name_of_language (WmdLanguage language);               /* standing alone: a title, an entry of a list */
const char *wmd_name_of_language_in_a_sentence (WmdLanguage language); /* "arabe": "Il n’y a pas de texte en arabe" */
const char *wmd_name_of_progress (WmdProgress progress);
const char *wmd_name_of_block_kind (WmdBlockKind kind);
const char *wmd_name_of_severity (WmdSeverity severity);
const char *wmd_name_of_section (WmdSection section);
const char *wmd_name_of_fact (WmdFact fact);

/* Of what is filled into a text, by its name in the native file; the name itself for an unknown one. */
const char *wmd_name_of_field (const char *field);

/* The name of a language in itself: "Français". */
const char *wmd_own_name_of_language (WmdLanguage language);

/* Of a frame text its name, of a reply its respondent's in @language, or words saying that there is none. */
const char *wmd_name_of_part (const WmdBody *body, WmdReference *reference, WmdLanguage language);

/* Names of icons that say the same by shape. */
const char *wmd_icon_of_severity (WmdSeverity severity);
const char *wmd_icon_of_progress (WmdProgress progress);

G_END_DECLS
