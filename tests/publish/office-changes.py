#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# LibreOffice takes the tracked changes of a Word file as they are meant: when all are accepted it says what the newer
# state of the report says, when all are rejected what the older one says, labels of lists and notes included.
#   office-changes.py TOOL REPORT
import copy
import json
import os
import subprocess
import sys
import tempfile

import office

LANGUAGES = ('ar', 'en', 'zh')
ACCEPT = '  Dispatch(document, ".uno:AcceptAllTrackedChanges")\n'
REJECT = '  Dispatch(document, ".uno:RejectAllTrackedChanges")\n'


def find(report, name):
    return next(reply for reply in report['replies'] if reply['id'] == name)


def blocks(reply):
    return [variant['blocks'] for variant in reply['variants'].values()]


def change(report):
    """Words, notes, paragraphs and lists of all languages alike, a reply that goes and one that comes."""
    report['facts'].update({'symbol': 'A/78/8888', 'date': '2023-08-01'})
    for texts in blocks(find(report, 'r1')):
        texts[0]['text'] += ' 2024<note>See A/78/1.</note>'
        texts.insert(1, {'id': 'new', 'kind': 'paragraph', 'text': 'A/78/2'})
        del texts[3]
    for texts in blocks(find(report, 'r3')):
        place = next(i for i, block in enumerate(texts) if block['kind'] == 'lettered')
        texts.insert(place, {'id': 'letter', 'kind': 'lettered', 'text': '137Cs'})
    report['replies'].append({**copy.deepcopy(find(report, 'r2')), 'id': 'r20', 'respondent': 'AND'})
    report['replies'].remove(find(report, 'r6'))


def split_list(report):
    """A paragraph parts a list in two, whose second half is lettered anew."""
    for texts in blocks(find(report, 'r5')):
        place = [i for i, block in enumerate(texts) if block['kind'] == 'lettered'][1]
        texts.insert(place, {'id': 'between', 'kind': 'paragraph', 'text': 'A/78/3'})


def export(tool, report, language, target, *options):
    subprocess.run([tool, 'export', f'--language={language}', '-o', target, *options, report], check=True,
                   stderr=subprocess.DEVNULL)


def compare(name, expected, found):
    for wanted, got in zip(expected.splitlines() + [''], found.splitlines() + ['']):
        if wanted != got:
            sys.exit(f'{name}: “{got}” instead of “{wanted}”')
    if expected != found:
        sys.exit(f'{name}: {len(found.splitlines())} lines instead of {len(expected.splitlines())}')


def main(tool, path):
    if not office.is_there():
        print('soffice is not installed')
        sys.exit(77)
    with open(path, encoding='utf-8') as file:
        data = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        def save(name, report):
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                json.dump(report, file)
            return os.path.join(folder, name)

        names, states, steps = [], [], []
        older = save('older.wmdreport', data)
        for number, changes in enumerate(([change], [split_list], [change, split_list])):
            report = copy.deepcopy(data)
            for step in changes:
                step(report)
            newer = save(f'newer{number}.wmdreport', report)
            for language in LANGUAGES if number == 2 else ('en',):
                paths = [os.path.join(folder, f'{kind}-{number}-{language}.docx') for kind in ('old', 'new', 'tracked')]
                export(tool, older, language, paths[0])
                export(tool, newer, language, paths[1])
                export(tool, newer, language, paths[2], f'--since={older}')
                names.append(', '.join(step.__name__ for step in changes) + f' in {language}')
                states += paths[:2]
                steps += [(paths[2], REJECT), (paths[2], ACCEPT)]
        expected = office.convert_to_text(folder, states)
        found = office.change_all(folder, steps)
    for number, name in enumerate(names):
        old, new = expected[2 * number:2 * number + 2]
        rejected, accepted = found[2 * number:2 * number + 2]
        if old == new or 'A/78/' not in old:
            sys.exit(f'{name}: nothing to compare')
        compare(f'{name}, accepted', new, accepted)
        compare(f'{name}, rejected', old, rejected)


main(*sys.argv[1:])
