/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compose/report.h"

typedef struct
{
  const char *id;
  WmdBlockKind kind;
  const char *texts[WMD_N_LANGUAGES]; /* in the order of the enumeration: ar en es fr ru zh */
} Text;

typedef struct
{
  const char *id;
  const char *respondent; /* NULL: own name */
  const char *own_name;   /* in English */
  const char *original;
  const char *date;
  const Text *texts;
  guint n_texts;
} Reply;

static const Text jordan[] = {
  { "b1",
    WMD_BLOCK_PARAGRAPH,
    { "اعتمدت الحكومة التدابير الآتية عملا بقرار مجلس الأمن 1540 (2004):",
      "The Government has adopted the following measures pursuant to Security Council resolution 1540 (2004):",
      "El Gobierno ha adoptado las siguientes medidas en virtud de la resolución 1540 (2004) del Consejo de Seguridad:",
      "Le Gouvernement a adopté les mesures suivantes en application de la résolution 1540 (2004) du Conseil de "
      "sécurité :",
      "Правительство приняло следующие меры во исполнение резолюции 1540 (2004) Совета Безопасности:",
      "政府根据安全理事会第 1540(2004)号决议采取了下列措施：" } },
  { "b2",
    WMD_BLOCK_LETTERED,
    { "إنشاء لجنة وطنية؛", "A national committee was established;", "Se creó un comité nacional;",
      "Un comité national a été créé ;", "был учрежден национальный комитет;", "设立国家委员会；" } },
  { "s1",
    WMD_BLOCK_LETTERED_2,
    { "لجنة للتنسيق؛", "For coordination;", "Para la coordinación;", "Pour la coordination ;", "для координации;",
      "负责协调；" } },
  { "s2",
    WMD_BLOCK_LETTERED_2,
    { "لجنة للتراخيص؛", "For licences;", "Para las licencias;", "Pour les licences ;", "для лицензирования;",
      "负责许可；" } },
  { "b3",
    WMD_BLOCK_LETTERED,
    { "تدريب 25 موظفا من موظفي الجمارك.", "25 customs officers were trained.", "Se formó a 25 agentes de aduanas.",
      "25 agents des douanes ont été formés.", "25 таможенников прошли обучение.", "培训 25 名海关官员。" } },
  { "s3",
    WMD_BLOCK_LETTERED_2,
    { "في الموانئ؛", "At ports;", "En los puertos;", "Dans les ports ;", "в портах;", "在港口；" } },
  { "s4",
    WMD_BLOCK_LETTERED_2,
    { "في المطارات.", "At airports.", "En los aeropuertos.", "Dans les aéroports.", "в аэропортах.", "在机场。" } },
  { "b4",
    WMD_BLOCK_PARAGRAPH,
    { "وتمثل مادة <em>اليورانيوم</em>-235 (<sup>235</sup>U) شاغلا خاصا.",
      "The material <em>uranium</em>-235 (<sup>235</sup>U) is of particular concern.", NULL,
      "La matière <em>uranium</em> 235 (<sup>235</sup>U) est particulièrement préoccupante.",
      "Особую озабоченность вызывает <em>уран</em>-235 (<sup>235</sup>U).", "铀-235(<sup>235</sup>U)尤其令人关切。" } },
};

static const Text cuba[] = {
  { "b1",
    WMD_BLOCK_HEADING_1,
    { "التشريعات", "Legislation", "Legislación", "Législation", "Законодательство", "立法" } },
  { "b2",
    WMD_BLOCK_PARAGRAPH,
    { "صدر القانون رقم 12 في عام 2022<note>الجريدة الرسمية، العدد 3.</note>.",
      "Act No. 12 was promulgated in 2022.<note>Official Gazette, No. 3; see <a href=\"https://www.example.org/a\">the "
      "text</a>.</note>",
      "La Ley núm. 12 se promulgó en 2022<note>Gaceta Oficial, núm. 3.</note>.",
      "La loi n<sup>o</sup> 12 a été promulguée en 2022<note>Journal officiel, n<sup>o</sup> 3.</note>.",
      "В 2022 году был обнародован Закон № 12<note>Официальный вестник, № 3.</note>.",
      "2022 年颁布了第 12 号法。<note>《政府公报》第 3 期。</note>" } },
  { "b3",
    WMD_BLOCK_HEADING_2,
    { "الإنفاذ", "Enforcement", "Aplicación", "Application", "Обеспечение соблюдения", "执行" } },
  { "b4",
    WMD_BLOCK_BULLET,
    { "مراقبة الحدود.", "Border control.", "Control de fronteras.", "Contrôle des frontières.", "Пограничный контроль.",
      "边境管制。" } },
  { "s1", WMD_BLOCK_BULLET_2, { "على البر.", "On land.", "Por tierra.", "Par voie terrestre.", "На суше.", "陆地。" } },
  { "s2", WMD_BLOCK_BULLET_2, { "في البحر.", "At sea.", "Por mar.", "Par voie maritime.", "На море.", "海上。" } },
  { "b5",
    WMD_BLOCK_BULLET,
    { "تبادل المعلومات.", "Exchange of information.", "Intercambio de información.", "Échange d’informations.",
      "Обмен информацией.", "信息交流。" } },
  { "s3",
    WMD_BLOCK_LETTERED_2,
    { "مع الجيران.", "With neighbours.", "Con los vecinos.", "Avec les voisins.", "С соседями.", "与邻国。" } },
  { "s4",
    WMD_BLOCK_LETTERED_2,
    { "مع المنظمات.", "With organizations.", "Con organizaciones.", "Avec des organisations.", "С организациями.",
      "与各组织。" } },
};

static const Text eswatini[] = {
  { "b1", WMD_BLOCK_PARAGRAPH, { NULL, "No incident was recorded in the reporting period.", NULL, NULL, NULL, NULL } },
};

static const Text union_text[] = {
  { "b1",
    WMD_BLOCK_PARAGRAPH,
    { "وتنفذ الجمعية العامة قرارها 77/75، ويرد النص الكامل في الوثيقة A/78/150.",
      "The Union supports General Assembly resolution 77/75; see document A/78/150.",
      "La Unión apoya la resolución 77/75 de la Asamblea General; véase el documento A/78/150.",
      "L’Union soutient la résolution 77/75 de l’Assemblée générale ; voir le document A/78/150.",
      "Союз поддерживает резолюцию 77/75 Генеральной Ассамблеи; см. документ A/78/150.",
      "欧盟支持大会第 77/75 号决议；见 A/78/150 号文件。" } },
};

static const Text agency[] = {
  { "b1",
    WMD_BLOCK_PARAGRAPH,
    { NULL, "The resolutions 1267 (1999), 1373 (2001) and 1540 (2004) are <strong>binding</strong>.", NULL,
      "Les résolutions 1267 (1999), 1373 (2001) et 1540 (2004) sont <strong>contraignantes</strong>.", NULL,
      "第 1267(1999)、1373(2001)和 1540(2004)号决议具有<strong>约束力</strong>。" } },
};

static const Reply replies[] = {
  { "r1", "JOR", NULL, "ar", "2023-03-13", jordan, G_N_ELEMENTS (jordan) },
  { "r2", "CUB", NULL, "es", "2023-05-31", cuba, G_N_ELEMENTS (cuba) },
  { "r3", "SWZ", NULL, "en", "2023-06-20", eswatini, G_N_ELEMENTS (eswatini) },
  { "r4", "eu", NULL, "en", "2023-05-30", union_text, G_N_ELEMENTS (union_text) },
  { "r5", "unodc", NULL, "en", "2023-05-02", agency, G_N_ELEMENTS (agency) },
  { "r6", "imo", NULL, "fr", "2023-04-01", agency, G_N_ELEMENTS (agency) },
  { "r7", NULL, "Agency for Tests", "ru", NULL, eswatini, G_N_ELEMENTS (eswatini) },
};

static const char *const facts[WMD_N_FACTS] = {
  [WMD_FACT_SYMBOL] = "A/78/132",    [WMD_FACT_SESSION] = "78",          [WMD_FACT_AGENDA_ITEM] = "101(s)",
  [WMD_FACT_AGENDA] = "provisional", [WMD_FACT_RESOLUTION] = "77/75",    [WMD_FACT_NOTE_VERBALE] = "2023-01-31",
  [WMD_FACT_LETTERS] = "2023-02-01", [WMD_FACT_DEADLINE] = "2023-05-31", [WMD_FACT_CUT_OFF] = "2023-05-31",
  [WMD_FACT_DATE] = "2023-07-10",    [WMD_FACT_JOB_NUMBER] = "23-13333",
};

WmdBody *
test_body_with_block (WmdBody *body, WmdLanguage language, const char *id, WmdBlockKind kind, const char *markup)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdInline) content = wmd_inline_parse (markup, &error);
  g_autoptr (WmdBlock) block = NULL;
  g_autoptr (WmdVariant) variant = NULL;
  WmdVariant *before = wmd_body_get_variant (body, language);

  g_assert_no_error (error);
  block = wmd_block_new (id, kind, content);
  if (before != NULL)
    variant = wmd_variant_splice (before, wmd_variant_get_n_blocks (before), 0, &block, 1);
  else
    {
      g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

      g_ptr_array_add (blocks, block);
      variant = wmd_variant_new (language, blocks);
    }
  return wmd_body_with_variant (body, language, variant);
}

static void
take (WmdBody **body, WmdBody *changed)
{
  wmd_body_unref (*body);
  *body = changed;
}

static WmdBody *
frame_new (WmdReference *reference, const char *part, WmdPartKind part_kind, WmdBlockKind kind)
{
  WmdBody *body = wmd_body_new (part, part_kind);

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    {
      const char *const *paragraphs = wmd_reference_get_template (reference, i, part);

      for (guint j = 0; paragraphs[j] != NULL; j++)
        {
          g_autofree char *id = g_strdup_printf ("b%u", j + 1);

          take (&body, test_body_with_block (body, i, id, kind, paragraphs[j]));
        }
    }
  return body;
}

static WmdBody *
reply_new (const Reply *reply)
{
  WmdBody *body = wmd_body_new (reply->id, WMD_PART_REPLY);

  take (&body, wmd_body_with_field (body, WMD_FIELD_RESPONDENT, reply->respondent));
  take (&body, wmd_body_with_field (body, WMD_FIELD_ORIGINAL, reply->original));
  take (&body, wmd_body_with_field (body, WMD_FIELD_DATE, reply->date));
  if (reply->own_name != NULL)
    {
      take (&body, wmd_body_with_own_name (body, WMD_LANGUAGE_EN, reply->own_name));
      take (&body, wmd_body_with_field (body, WMD_FIELD_SECTION, wmd_section_get_id (WMD_SECTION_ORGANIZATIONS)));
    }
  for (guint i = 0; i < reply->n_texts; i++)
    for (guint j = 0; j < WMD_N_LANGUAGES; j++)
      if (reply->texts[i].texts[j] != NULL)
        take (&body,
              test_body_with_block (body, j, reply->texts[i].id, reply->texts[i].kind, reply->texts[i].texts[j]));
  return body;
}

WmdSnapshot *
test_report_new (WmdReference *reference)
{
  g_autoptr (WmdBody) summary = frame_new (reference, "summary", WMD_PART_SUMMARY, WMD_BLOCK_PARAGRAPH);
  g_autoptr (WmdBody) introduction = frame_new (reference, "introduction", WMD_PART_INTRODUCTION, WMD_BLOCK_NUMBERED);
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_body_unref);
  g_autoptr (WmdFacts) values = wmd_facts_new ();

  for (guint i = 0; i < WMD_N_FACTS; i++)
    {
      WmdFacts *changed = wmd_facts_with (values, i, facts[i]);

      wmd_facts_unref (values);
      values = changed;
    }
  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    g_ptr_array_add (bodies, reply_new (&replies[i]));
  return wmd_snapshot_new (reference, "test", values, summary, introduction, bodies, NULL);
}

WmdSnapshot *
test_report_with_fact (WmdSnapshot *report, WmdFact fact, const char *value)
{
  g_autoptr (WmdFacts) changed = wmd_facts_with (wmd_snapshot_get_facts (report), fact, value);
  g_autoptr (GPtrArray) bodies = g_ptr_array_new ();

  for (guint i = 0; i < wmd_snapshot_get_n_replies (report); i++)
    g_ptr_array_add (bodies, wmd_snapshot_get_reply (report, i));
  return wmd_snapshot_new (wmd_snapshot_get_reference (report), "test", changed, wmd_snapshot_get_summary (report),
                           wmd_snapshot_get_introduction (report), bodies, NULL);
}

/* @body (nullable) takes the place of the part @id. */
static WmdSnapshot *
exchange (WmdSnapshot *report, const char *id, WmdBody *body)
{
  WmdBody *summary = wmd_snapshot_get_summary (report);
  WmdBody *introduction = wmd_snapshot_get_introduction (report);
  g_autoptr (GPtrArray) bodies = g_ptr_array_new ();

  for (guint i = 0; i < wmd_snapshot_get_n_replies (report); i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (report, i);

      if (!g_str_equal (wmd_body_get_id (reply), id))
        g_ptr_array_add (bodies, reply);
    }
  if (body != NULL && wmd_body_get_kind (body) == WMD_PART_SUMMARY)
    summary = body;
  else if (body != NULL && wmd_body_get_kind (body) == WMD_PART_INTRODUCTION)
    introduction = body;
  else if (body != NULL)
    g_ptr_array_add (bodies, body);
  return wmd_snapshot_new (wmd_snapshot_get_reference (report), "test", wmd_snapshot_get_facts (report), summary,
                           introduction, bodies, NULL);
}

WmdSnapshot *
test_report_with_body (WmdSnapshot *report, WmdBody *body)
{
  return exchange (report, wmd_body_get_id (body), body);
}

WmdSnapshot *
test_report_without (WmdSnapshot *report, const char *part)
{
  return exchange (report, part, NULL);
}
