#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A clean report that was issued and is imported again, as text, as Markdown and as the layout of its pages, gives in each
# language the one finding that the report itself gives: a reply that is late. Nothing else is told of, and that always is.
#   clean-editions.py TOOL REPORT
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

LANGUAGES = ('ar', 'en', 'es', 'fr', 'ru', 'zh')
EXPECTED = {'late-reply': 1}


def save_clean(report, path):
    """Without the paragraphs that some edition does not have: they stand there in another language."""
    with open(report, encoding='utf-8') as file:
        data = json.load(file)
    for part in (data['summary'], data['introduction'], *data['replies']):
        variants = part['variants'].values()
        held = set.intersection(*({block['id'] for block in variant['blocks'] if block['text']} for variant in variants))
        for variant in variants:
            variant['blocks'] = [block for block in variant['blocks'] if block['id'] in held]
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(data, file)


def make_markdown(text):
    """Headings of replies are what stands before the line of the original language; the links are those of resolutions."""
    text = re.sub(r'^(.+)\n\n(?=\[)', r'### \1\n\n', text, flags=re.MULTILINE)
    text = re.sub(r'^• ?', '* ', text, flags=re.MULTILINE)
    return re.sub(r'\b(77/75|65/276)\b', r'[\1](https://undocs.org/A/RES/\1)', text)


def check(tool, text, folder):
    report = os.path.join(folder, 'again.wmdreport')
    subprocess.run([tool, 'import', text, '-o', report], capture_output=True, check=False)
    findings = json.loads(subprocess.run([tool, 'check', '--format=json', report], capture_output=True, check=False).stdout)
    return findings['findings']


def main(tool, report):
    if shutil.which('pdftotext') is None:
        print('pdftotext is not installed')
        return 1 if os.environ.get('CI') else 77
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        clean, plain, pages, markdown = (os.path.join(folder, name)
                                         for name in ('clean.wmdreport', 'plain.txt', 'pages.pdf', 'markdown.md'))
        save_clean(report, clean)
        for language in LANGUAGES:
            for target in (plain, pages):
                subprocess.run([tool, 'export', f'--language={language}', '-o', target, clean], check=True)
            with open(plain, encoding='utf-8') as file, open(markdown, 'w', encoding='utf-8') as out:
                out.write(make_markdown(file.read()))
            layout = os.path.join(folder, 'layout.txt')
            subprocess.run(['pdftotext', '-layout', pages, layout], check=True)
            for form in (plain, markdown, layout):
                findings = check(tool, form, folder)
                if collections.Counter(finding['rule'] for finding in findings) != EXPECTED:
                    problems += [f"{language}, {os.path.basename(form)}: {finding['rule']}: {finding['message']}"
                                 for finding in findings] or [f'{language}, {os.path.basename(form)}: no finding']
    print('\n'.join(problems) or f'{len(LANGUAGES)} editions in three forms give the one finding')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
