#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Replies in documents that other programs wrote. A letter in each language that LibreOffice saves as Word and OpenDocument
# has the same paragraphs, lists, notes and looks in both; the documents that the tool exports say what the report says; one
# with tracked changes says what its newer state says.
#   reply-documents.py TOOL REPORT
import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'publish'))
import office  # noqa: E402

LANGUAGES = ('ar', 'en', 'es', 'fr', 'ru', 'zh')

# Of each: who, the name of whom as a letterhead has it, and words of a paragraph and of two items.
LETTERS = {
    'ar': ('EGY', 'البعثة الدائمة لجمهورية مصر العربية', 'اتخذت الحكومة هذه التدابير من أجل منع الإرهابيين من حيازة الأسلحة', 'التشريع', 'التدريب'),
    'en': ('GHA', 'Permanent Mission of Ghana to the United Nations',
           'The Government has taken these measures to prevent terrorists from acquiring such weapons', 'laws', 'training'),
    'es': ('MEX', 'Misión Permanente de México', 'El Gobierno ha adoptado estas medidas para que los terroristas no adquieran las armas',
           'leyes', 'capacitación'),
    'fr': ('CIV', 'Mission permanente de la Côte d’Ivoire',
           'Le Gouvernement a pris ces mesures pour empêcher les terroristes de se procurer des armes', 'lois', 'formation'),
    'ru': ('BLR', 'Постоянное представительство Республики Беларусь',
           'В стране и в регионе принимаются меры по недопущению приобретения террористами оружия', 'законы', 'подготовка'),
    'zh': ('CHN', '中华人民共和国常驻联合国代表团', '中国政府支持国际社会为防止恐怖分子获取大规模毁灭性武器所作的努力，并已采取有关的措施，包括立法', '立法', '培训'),
}

HTML = '''<html lang="{language}"><head><meta charset="utf-8"></head><body dir="{direction}">
<h1>{head}</h1>
<p>{text} <b>A</b><i>B</i><sup>2</sup><sub>3</sub> <a href="https://un.org/x">un.org</a><a class="sdfootnoteanc"
 name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>
<ul><li>{first}<ul><li>{second}</li></ul></li></ul>
<ol type="a"><li>{second}<ol type="i"><li>{first}</li></ol></li><li>{first}</li></ol>
<table><tr><td>{first}</td><td>{second}</td></tr></table>
<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>{second}</p></div>
</body></html>'''


def run(tool, *arguments):
    return subprocess.run([tool, *arguments], check=True, stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL).stdout


def add(tool, report, document, *options):
    """The reply that comes of a document, and what was told of it."""
    target = document + '.wmdreport'
    told = json.loads(run(tool, 'add-reply', f'--into={report}', '-o', target, '--format=json', *options, document))
    with open(target, encoding='utf-8') as file:
        return json.load(file)['replies'][-1], told['findings']


def blocks(reply, language):
    return [(block['kind'], block.get('level', 1), block['text']) for block in reply['variants'][language]['blocks']]


def letters(markup):
    """Letters and digits alone: the edition adds links, no-break spaces and marks of direction."""
    return re.sub(r'<note>.*?</note>|<[^>]*>|\W', '', markup)


def expect(what, wanted, got):
    if wanted != got:
        sys.exit(f'{what}:\n  {got}\ninstead of\n  {wanted}')


def check_letters(tool, folder, empty):
    paths = []
    for language, (_, head, text, first, second) in LETTERS.items():
        paths.append(os.path.join(folder, f'letter-{language}.html'))
        with open(paths[-1], 'w', encoding='utf-8') as file:
            file.write(HTML.format(language=language, direction='rtl' if language == 'ar' else 'ltr', head=head, text=text,
                                   first=first, second=second))
    office.convert(folder, 'odt:writer8', '--infilter=HTML (StarWriter)', *paths)
    odts = [path.replace('.html', '.odt') for path in paths]
    office.convert(folder, 'docx:MS Word 2007 XML', *odts)
    for language, (respondent, head, text, first, second) in LETTERS.items():
        wanted = [('heading-1', 1, head),
                  ('paragraph', 1, f'{text} <strong>A</strong><em>B</em><sup>2</sup><sub>3</sub> '
                                   f'<a href="https://un.org/x">un.org</a><note>{second}</note>'),
                  ('bullet', 1, first), ('bullet', 2, second), ('lettered', 1, second), ('lettered', 2, first),
                  ('lettered', 1, first), ('paragraph', 1, first), ('paragraph', 1, second)]
        for extension in ('odt', 'docx'):
            what = f'letter in {language} as {extension}'
            reply, findings = add(tool, empty, os.path.join(folder, f'letter-{language}.{extension}'))
            expect(what, (respondent, language), (reply.get('respondent'), reply.get('original')))
            expect(what, wanted, blocks(reply, language))
            expect(what, 1, sum('table' in finding['message'] for finding in findings))


def check_exports(tool, folder, report, empty):
    """Each reply of the report stands in the document, paragraph by paragraph."""
    with open(report, encoding='utf-8') as file:
        replies = json.load(file)['replies']
    for language in LANGUAGES:
        for extension in ('docx', 'odt'):
            path = os.path.join(folder, f'edition-{language}.{extension}')
            run(tool, 'export', f'--language={language}', '-o', path, report)
            reply, _ = add(tool, empty, path, f'--language={language}')
            found = ' '.join(letters(text) for _, _, text in blocks(reply, language))
            for part in replies:
                for block in part['variants'].get(language, {}).get('blocks', []):
                    if letters(block['text']) not in found:
                        sys.exit(f'{path}: no “{block["text"]}”')


def check_changes(tool, folder, report, empty):
    """With tracked changes, a document reads as without."""
    with open(report, encoding='utf-8') as file:
        older = json.load(file)
    for reply in older['replies']:
        for variant in reply['variants'].values():
            variant['blocks'][0]['text'] += ' 2024'
            del variant['blocks'][1:2]
    older_path = os.path.join(folder, 'older.wmdreport')
    with open(older_path, 'w', encoding='utf-8') as file:
        json.dump(older, file)
    for language in LANGUAGES:
        texts = []
        for options in ((), (f'--since={older_path}',)):
            path = os.path.join(folder, f'changes-{language}-{len(options)}.docx')
            run(tool, 'export', f'--language={language}', '-o', path, *options, report)
            reply, findings = add(tool, empty, path, f'--language={language}')
            texts.append(blocks(reply, language))
            told = {finding['rule'] for finding in findings}
            expect(f'{path}: told of changes', bool(options), 'import-changes' in told)
        expect(f'changes in {language}', texts[0], texts[1])


def main(tool, report):
    with tempfile.TemporaryDirectory() as folder:
        empty = os.path.join(folder, 'empty.wmdreport')
        with open(empty, 'w', encoding='utf-8') as file:
            json.dump({'format': 'wmdreport', 'version': '1.0', 'id': 'x'}, file)
        check_exports(tool, folder, report, empty)
        check_changes(tool, folder, report, empty)
        if not office.is_there():
            sys.exit(77)
        check_letters(tool, folder, empty)


main(*sys.argv[1:])
