#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# LibreOffice lays the OpenDocument text out as our pages are: the same headings, each within one page, in all editions of
# a report, of one ten times as long, and of an issued one. And the document can be worked on: a heading that is added
# enters the index when that is updated.
#   odt-pages.py TOOL REPORT [MATERIAL]
# MATERIAL: the folder beside the project with the issued report; $WMD_REPORT_MATERIAL_DIR goes before it.
import copy
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import office

LANGUAGES = ('ar', 'en', 'es', 'fr', 'ru', 'zh')
LONG_LANGUAGES = ('ar', 'fr', 'zh')
OUTLINE = re.compile(r'^[|+-]\s+"(.*)"\s+#page=(\d+)', re.MULTILINE)
ADD_HEADING = '''
  last = document.Text.createTextCursor()
  last.gotoEnd(False)
  document.Text.insertControlCharacter(last, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  document.Text.insertString(last, "An added heading", False)
  last.ParaStyleName = "Heading 2"
  document.DocumentIndexes.getByIndex(0).update()
'''


def export(tool, report, language, target):
    subprocess.run([tool, 'export', f'--language={language}', '-o', target, report], check=True,
                   stderr=subprocess.DEVNULL)


def lengthen(report, target):
    with open(report, encoding='utf-8') as file:
        data = json.load(file)
    replies = data['replies']
    data['replies'] = []
    for number in range(10):
        for reply in copy.deepcopy(replies):
            reply['id'] += f'x{number}'
            data['replies'].append(reply)
    with open(target, 'w', encoding='utf-8') as file:
        json.dump(data, file)


def read_outline(path):
    output = subprocess.run(['mutool', 'show', path, 'outline'], check=True, stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, text=True).stdout
    return [(re.sub(r'\W', '', title), int(page)) for title, page in OUTLINE.findall(output)]


def compare(name, ours, theirs):
    """Returns by how many pages headings are apart at most."""
    missing = [title for title, _ in theirs if title not in {title for title, _ in ours}]
    if missing or len(theirs) < 8:
        sys.exit(f'{name}: {len(theirs)} headings; not among ours: {missing}')
    apart = 0
    place = 0
    for title, page in theirs:
        while ours[place][0] != title:
            place += 1
            if place == len(ours):
                sys.exit(f'{name}: {title} is in another place')
        apart = max(apart, abs(ours[place][1] - page))
        place += 1
    return apart


def check_index(folder, path):
    text = office.change(folder, path, ADD_HEADING)
    lines = [line for line in text.splitlines() if 'An added heading' in line]
    if len(lines) != 2 or not re.search(r'\d$', lines[0]):
        sys.exit(f'the added heading is there as {lines}')


def main(tool, report, material=''):
    if not office.is_there() or shutil.which('mutool') is None:
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        def path(name):
            return os.path.join(folder, name)

        lengthen(report, path('long.wmdreport'))
        editions = [(f'{language}', report, language) for language in LANGUAGES]
        editions += [(f'long-{language}', path('long.wmdreport'), language) for language in LONG_LANGUAGES]
        issued = os.path.join(os.environ.get('WMD_REPORT_MATERIAL_DIR', material), 'real', 'report-2023-zh.txt')
        if not os.path.exists(issued):
            print(f'{issued} is not there: without the issued report')
        else:
            subprocess.run([tool, 'import', '-o', path('issued.wmdreport'), issued], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, check=False)
            editions.append(('issued', path('issued.wmdreport'), 'zh'))
        os.mkdir(path('ours'))
        for name, source, language in editions:
            export(tool, source, language, path(f'{name}.odt'))
            export(tool, source, language, path(f'ours/{name}.pdf'))
        office.convert(folder, 'pdf', *(path(f'{name}.odt') for name, _, _ in editions))
        for name, _, _ in editions:
            apart = compare(name, read_outline(path(f'ours/{name}.pdf')), read_outline(path(f'{name}.pdf')))
            print(f'{name}: {apart} pages apart at most')
            if apart > 1:
                sys.exit(f'{name}: headings are {apart} pages apart')
        check_index(folder, path('en.odt'))


main(*sys.argv[1:])
