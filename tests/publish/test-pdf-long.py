#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report ten times as long: its contents name the pages on which headings stand, its footnotes the pages of their
calls, and other programs find nothing wrong with it.

    test-pdf-long.py TOOL REPORT.wmdreport [COPIES]
"""

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

conformance = importlib.import_module('pdf-conformance')

ENTRY = re.compile(r'^\s*(?:[IVX]+\.)?\s*(\S.*?)\s*(?:\.\s?){4,}\s*(\d+)$')


def multiply(path, copies, target):
    """Each copy of a reply says which it is, so that no two paragraphs are alike."""
    with open(path, encoding='utf-8') as file:
        report = json.load(file)
    replies = report['replies']
    report['replies'] = []
    for copy in range(copies):
        for reply in replies:
            reply = json.loads(json.dumps(reply))
            if copy > 0:
                reply['id'] += '-%d' % copy
                for variant in reply['variants'].values():
                    for block in variant['blocks']:
                        block['text'] += ' %d' % copy
            report['replies'].append(reply)
    with open(target, 'w', encoding='utf-8') as file:
        json.dump(report, file)


def run(*arguments):
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout


def flatten(outlines, depth=0):
    for outline in outlines:
        if depth < 2:
            yield outline['title'], outline['destpageposfrom1']
            yield from flatten(outline['kids'], depth + 1)


def check_contents(path, replies):
    """Entries as a reader sees them, against bookmarks, and those against the words of the pages."""
    problems = []
    pages = run('pdftotext', '-layout', path, '-').split('\f')
    entries = [match.groups() for page in pages for match in map(ENTRY.match, page.split('\n')) if match]
    outline = list(flatten(json.loads(run('qpdf', '--json=2', '--json-key=outlines', path))['outlines']))[1:]
    if len(entries) != len(outline) or len(entries) < replies:
        problems.append('%d entries in the contents, %d bookmarks' % (len(entries), len(outline)))
    for (title, number), (heading, page) in zip(entries, outline):
        if not heading.endswith(title) or int(number) != page:
            problems.append('the contents have “%s” on page %s, the bookmarks “%s” on %d' % (title, number, heading, page))
        if title not in ' '.join(pages[page - 1].split()):
            problems.append('“%s” is not on page %d' % (title, page))
    return problems


def check_notes(checker):
    """A footnote begins on the page of its call."""
    elements = {reference: element for reference, element, _ in checker.elements}
    pages = {reference: number for number, reference in enumerate(checker.file.pages(), 1)}

    def find_page(reference):
        places = [pages[place[0]] for place, owner in checker.found.items() if owner == reference and place[0] in pages]
        return min(places, default=None)
    calls = [reference for reference, element, parent in checker.elements
             if element['/S'] == '/Reference' and elements[parent]['/S'] != '/TOCI']
    marks = [reference for reference, element, parent in checker.elements
             if element['/S'] == '/Lbl' and elements[parent]['/S'] == '/Note']
    problems = [] if len(calls) == len(marks) > 1 else ['%d calls, %d footnotes' % (len(calls), len(marks))]
    for number, (call, mark) in enumerate(zip(calls, marks)):
        if find_page(call) != find_page(mark):
            problems.append('footnote %d is called on page %s and stands on %s' % (number, find_page(call), find_page(mark)))
    return problems


def main(tool, report, copies='10'):
    for program in ('qpdf', 'pdftotext'):
        if shutil.which(program) is None:
            print(program + ' is not installed')
            return 1 if os.environ.get('CI') else 77
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        long, path = os.path.join(folder, 'long.wmdreport'), os.path.join(folder, 'long.pdf')
        multiply(report, int(copies), long)
        run(tool, 'export', '--language=en', '--format=pdf', '-o', path, long)
        run('qpdf', '--check', path)
        checker = conformance.Checker(path)
        problems += checker.run()
        problems += check_notes(checker)
        problems += check_contents(path, 3 * int(copies))
        pages = len(list(checker.file.pages()))
    print('\n'.join(problems) or '%d pages, nothing wrong' % pages)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
