/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a file with a reply is, and what it says of itself. */

#include <string.h>

#include "exchange/document-support.h"
#include "exchange/reply-file.h"

static WmdReference *reference;

static GBytes *
make_text (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* --- who, when, in which language --- */

static const struct
{
  const char *name;
  const char *file; /* name; NULL */
  const char *text;
  const char *respondent; /* NULL: not known */
  WmdLanguage language;
  const char *date; /* NULL: not known */
} letters[] = {
  { "english", "reply.docx",
    "PERMANENT MISSION OF CÔTE D'IVOIRE\nTO THE UNITED NATIONS\n\nNew York, 31 May 2023\n\n"
    "The Permanent Mission presents its compliments to the Office for Disarmament Affairs and has the honour to "
    "transmit the views of the Government on the measures that were taken with the International Atomic Energy "
    "Agency.\n",
    "CIV", WMD_LANGUAGE_EN, "2023-05-31" },
  { "french", NULL,
    "Mission permanente du Royaume-Uni de Grande-Bretagne et d’Irlande du Nord\n\n"
    "La Mission permanente a l’honneur de transmettre les vues de son Gouvernement sur les mesures prises par les "
    "États "
    "pour empêcher les terroristes d’acquérir des armes de destruction massive.\n\nLe 1er juin 2023\n",
    "GBR", WMD_LANGUAGE_FR, "2023-06-01" },
  { "spanish", NULL,
    "Misión Permanente de la República Bolivariana de Venezuela\n\n"
    "El Gobierno de la República ha adoptado las medidas que se describen en el presente documento para que los "
    "terroristas no adquieran armas de destrucción en masa.\n\nCaracas, 24 de abril de 2023\n",
    "VEN", WMD_LANGUAGE_ES, "2023-04-24" },
  { "russian", NULL,
    "Постоянное представительство Российской Федерации при Организации Объединенных Наций\n\n"
    "В соответствии с резолюцией Генеральной Ассамблеи на территории страны и в отношениях с другими государствами "
    "принимаются меры по недопущению приобретения террористами оружия массового уничтожения.\n\n5 июня 2023 года\n",
    "RUS", WMD_LANGUAGE_RU, "2023-06-05" },
  { "arabic", NULL,
    "الوفد الدائم للمملكة العربية السعودية لدى الأمم المتحدة\n\n"
    "تهدي البعثة الدائمة تحياتها إلى مكتب شؤون نزع السلاح، وتشير إلى التدابير التي اتخذت في إطار مكافحة الإرهاب من أجل "
    "منع الإرهابيين من حيازة أسلحة الدمار الشامل.\n\n5 حزيران/يونيه 2023\n",
    "SAU", WMD_LANGUAGE_AR, "2023-06-05" },
  { "chinese", NULL,
    "中华人民共和国常驻联合国代表团\n\n中国政府支持国际社会为防止恐怖分子获取大规模毁灭性武器所作的努力，并已采取有关的"
    "立法和行政措施。\n\n2023年6月5日\n",
    "CHN", WMD_LANGUAGE_ZH, "2023-06-05" },
  { "longest-name", NULL,
    "Permanent Mission of Papua New Guinea\n\nThe Government of the country has taken these measures to prevent it.\n",
    "PNG", WMD_LANGUAGE_EN, NULL },
  { "article", NULL,
    "The Government of the Niger has taken the measures that are set out in the annex to this letter.\n", "NER",
    WMD_LANGUAGE_EN, NULL },
  { "file-name", "Ghana (31 May 2023).docx", "The Government has taken the measures that are set out in this letter.\n",
    "GHA", WMD_LANGUAGE_EN, "2023-05-31" },
  { "organization", NULL,
    "International Atomic Energy Agency\n\nThe Agency has, at the request of the Office for Disarmament Affairs, set "
    "out the measures that it took.\n",
    "iaea", WMD_LANGUAGE_EN, NULL },
  { "several", NULL, "Note by Chad and Mali\n\nThe Governments of the two countries have taken these measures.\n", NULL,
    WMD_LANGUAGE_EN, NULL },
  { "dates-in-text", NULL,
    "In the resolution of 5 May 2023 the Government was asked to send its views on the matter.\n", NULL,
    WMD_LANGUAGE_EN, NULL },
  { "address", NULL,
    "Меры, которые были приняты в стране и о которых сообщалось в докладе, приводятся на веб-сайте Министерства: "
    "https://www.example.org/disarmament\n",
    NULL, WMD_LANGUAGE_RU, NULL },
  { "portuguese", NULL,
    "O Governo de Portugal atribui grande importância à não proliferação de armas de destruição maciça e à cooperação "
    "com as "
    "organizações internacionais, e adotou as medidas que se seguem para evitar que os terroristas as obtenham.\n",
    "PRT", WMD_LANGUAGE_NONE, NULL },
  { "ukrainian", NULL,
    "Україна приділяє велику увагу питанням нерозповсюдження зброї масового знищення та вживає всіх необхідних заходів "
    "для "
    "запобігання її потраплянню до рук терористів, що є її обов'язком.\n",
    NULL, WMD_LANGUAGE_NONE, NULL },
  { "persian", NULL,
    "جمهوری اسلامی ایران پیوسته از کوشش برای جلوگیری از "
    "دستیابی گروه ها به سلاح پشتیبانی کرده است و این گزارش را می فرستد.\n",
    NULL, WMD_LANGUAGE_NONE, NULL },
  { "german", NULL,
    "Die Bundesregierung misst der Verhinderung des Zugangs von Terroristen zu Massenvernichtungswaffen große "
    "Bedeutung bei und hat "
    "die folgenden Maßnahmen ergriffen, um die Verbreitung zu verhindern.\n",
    NULL, WMD_LANGUAGE_NONE, NULL },
};

static void
test_letter (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = make_text (letters[index].text);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdReplyFile) file =
      wmd_reply_file_read (reference, bytes, letters[index].file, WMD_LANGUAGE_NONE, NULL, &error);
  g_autofree char *date = NULL;

  g_assert_no_error (error);
  date = wmd_date_format_iso (&file->date);
  g_assert_cmpint (file->language, ==, letters[index].language);
  g_assert_cmpstr (file->respondent != NULL ? wmd_respondent_get_id (file->respondent) : NULL, ==,
                   letters[index].respondent);
  g_assert_cmpstr (date, ==, letters[index].date);
}

/* --- encodings --- */

static const struct
{
  const char *name;
  const char *encoding;
  const char *mark; /* byte order mark */
  gboolean told;
  const char *text;
} encodings[] = {
  { "utf-8-mark", "UTF-8", "\357\273\277", FALSE, "Le Gouvernement a pris des mesures." },
  { "utf-16le", "UTF-16LE", "\377\376", FALSE, "Le Gouvernement a pris des mesures à l’été." },
  { "utf-16be", "UTF-16BE", "\376\377", FALSE, "各国政府的答复。" },
  { "windows-1252", "WINDOWS-1252", "", TRUE,
    "Le Gouvernement a adopté les mesures décrites ci-après pour empêcher les terroristes d’acquérir des armes." },
  { "windows-1251", "WINDOWS-1251", "", TRUE,
    "Правительство приняло меры по недопущению приобретения террористами оружия массового уничтожения." },
  { "windows-1256", "WINDOWS-1256", "", TRUE,
    "اتخذت الحكومة التدابير اللازمة من أجل منع الإرهابيين من حيازة أسلحة الدمار الشامل في إطار القوانين." },
  { "gb18030", "GB18030", "", TRUE,
    "中国政府支持国际社会为防止恐怖分子获取大规模毁灭性武器所作的努力，并已采取有关的立法和行政措施。" },
};

static void
test_encoding (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  gsize length;
  g_autofree char *encoded =
      g_convert (encodings[index].text, -1, encodings[index].encoding, "UTF-8", NULL, &length, NULL);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdReplyFile) file = NULL;

  g_byte_array_append (array, (const guint8 *) encodings[index].mark, (guint) strlen (encodings[index].mark));
  g_byte_array_append (array, (const guint8 *) encoded, (guint) length);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  file = wmd_reply_file_read (reference, bytes, NULL, WMD_LANGUAGE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->blocks->len, ==, 1);
  g_assert_cmpstr (wmd_block_get_text (file->blocks->pdata[0]), ==, encodings[index].text);
  g_assert_cmpuint (file->findings->len, ==, encodings[index].told ? 1 : 0);
}

/* --- what cannot be read --- */

static const struct
{
  const char *name;
  const char *data;
  gsize length;
  WmdImportError code;
  const char *word; /* in the message */
} others[] = {
  { "old-word", "\320\317\021\340\241\261\032\341", 8, WMD_IMPORT_ERROR_NOT_TEXT, "old version of Word" },
  { "password", "\320\317\021\340\241\261\032\341E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 40,
    WMD_IMPORT_ERROR_ENCRYPTED, "password" },
  { "pdf", "%PDF-1.7\n%\342\343", 11, WMD_IMPORT_ERROR_NOT_TEXT, "PDF" },
  { "rtf", "{\\rtf1 a}", 9, WMD_IMPORT_ERROR_NOT_TEXT, "Rich Text" },
  { "web-page", "<!doctype html><p>a", 19, WMD_IMPORT_ERROR_NOT_TEXT, "web page" },
  { "binary", "\0\1\2\3", 4, WMD_IMPORT_ERROR_NOT_TEXT, "neither text" },
  { "empty", "", 0, WMD_IMPORT_ERROR_EMPTY, "no text" },
  { "zip-start", "PK\003\004", 4, WMD_IMPORT_ERROR_DAMAGED, "damaged" },
};

static void
test_other (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = g_bytes_new (others[index].data, others[index].length);
  g_autoptr (GError) error = NULL;

  g_assert_null (wmd_reply_file_read (reference, bytes, "a.docx", WMD_LANGUAGE_NONE, NULL, &error));
  g_assert_error (error, WMD_IMPORT_ERROR, (int) others[index].code);
  g_assert_nonnull (strstr (error->message, others[index].word));
}

/* --- bodies --- */

/* The page header tells who it was, though it is no text of the reply. */
static void
test_body (void)
{
  g_autoptr (GBytes) bytes = test_make_docx (
      "<w:p><w:r><w:t>The Government has taken these measures to prevent it.</w:t></w:r></w:p><w:p><w:r><w:t>10 May "
      "2023</w:t></w:r></w:p><w:p><w:r><w:drawing/></w:r></w:p><w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr>");
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdReplyFile) file = wmd_reply_file_read (reference, bytes, NULL, WMD_LANGUAGE_NONE, NULL, &error);
  g_autoptr (WmdBody) body = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  body = wmd_reply_file_make_body (file, "r7");
  g_assert_cmpstr (wmd_body_get_id (body), ==, "r7");
  g_assert_cmpstr (wmd_body_get_field (body, WMD_FIELD_RESPONDENT), ==, "GHA");
  g_assert_cmpstr (wmd_body_get_field (body, WMD_FIELD_ORIGINAL), ==, "en");
  g_assert_cmpstr (wmd_body_get_field (body, WMD_FIELD_DATE), ==, "2023-05-10");
  g_assert_cmpuint (wmd_variant_get_n_blocks (wmd_body_get_source (body)), ==, 2);
  findings = wmd_reply_file_list_findings (file, body);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (((WmdFinding *) findings->pdata[0])->part, ==, "r7");
  g_assert_cmpint (((WmdFinding *) findings->pdata[0])->language, ==, WMD_LANGUAGE_EN);
}

/* A translation stands beside what it says the same as; what has no counterpart gets an id of its own. */
static void
test_translation (void)
{
  g_autoptr (GBytes) english = make_text ("Measures taken in 2021 and in 2022 by the Government of the country.\n\n"
                                          "In all, 312 officers of the customs were trained in 14 courses.\n");
  g_autoptr (GBytes) french = make_text ("Mesures prises en 2021 et en 2022 par le Gouvernement du pays.\n\n"
                                         "Au total, 312 agents des douanes ont été formés dans 14 cours.\n\n"
                                         "Voir le site 77.\n");
  g_autoptr (WmdReplyFile) source = wmd_reply_file_read (reference, english, NULL, WMD_LANGUAGE_NONE, NULL, NULL);
  g_autoptr (WmdReplyFile) file = wmd_reply_file_read (reference, french, NULL, WMD_LANGUAGE_NONE, NULL, NULL);
  g_autoptr (WmdBody) body = wmd_reply_file_make_body (source, "r1");
  g_autoptr (WmdBody) both = NULL;
  WmdVariant *first, *second;

  g_assert_cmpint (file->language, ==, WMD_LANGUAGE_FR);
  both = wmd_reply_file_add_to (file, body);
  first = wmd_body_get_variant (both, WMD_LANGUAGE_EN);
  second = wmd_body_get_variant (both, WMD_LANGUAGE_FR);
  g_assert_cmpuint (wmd_variant_get_n_blocks (second), ==, 3);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (wmd_block_get_id (wmd_variant_get_block (second, i)), ==,
                     wmd_block_get_id (wmd_variant_get_block (first, i)));
  g_assert_null (wmd_variant_lookup_block (first, wmd_block_get_id (wmd_variant_get_block (second, 2)), NULL));
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = test_make_docx ("<w:p><w:r><w:t>a</w:t></w:r></w:p>");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (wmd_reply_file_read (reference, bytes, NULL, WMD_LANGUAGE_NONE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD_CASES(group, array, function)                                                                              \
  for (guint i = 0; i < G_N_ELEMENTS (array); i++)                                                                     \
    {                                                                                                                  \
      g_autofree char *path = g_strdup_printf ("/exchange/reply-file/" group "/%s", array[i].name);                    \
                                                                                                                       \
      g_test_add_data_func (path, GUINT_TO_POINTER (i), function);                                                     \
    }

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  reference = wmd_reference_new (&error);
  g_assert_no_error (error);
  ADD_CASES ("letters", letters, test_letter);
  ADD_CASES ("encodings", encodings, test_encoding);
  ADD_CASES ("others", others, test_other);
  g_test_add_func ("/exchange/reply-file/body", test_body);
  g_test_add_func ("/exchange/reply-file/translation", test_translation);
  g_test_add_func ("/exchange/reply-file/cancelled", test_cancelled);
  status = g_test_run ();
  wmd_reference_unref (reference);
  return status;
}
