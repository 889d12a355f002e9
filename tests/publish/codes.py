#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The codes at the foot of the first page, ours and LibreOffice's, say what they should to a reader of codes; without
symbol or job number there is no code.

    codes.py TOOL REPORT.wmdreport
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

import office

LANGUAGES = ('ar', 'en', 'es', 'fr', 'ru', 'zh')


def read_codes(folder, pdf):
    picture = os.path.join(folder, 'page')
    subprocess.run(['pdftoppm', '-r', '200', '-l', '1', '-singlefile', '-gray', '-png', pdf, picture], check=True)
    # It ends with 4 where it found nothing.
    found = subprocess.run(['zbarimg', '-q', picture + '.png'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                           text=True)
    return sorted(found.stdout.split())


def export(tool, folder, report, language, *options):
    subprocess.run([tool, 'export', '--language=' + language, *options, '-o', folder, report], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return os.path.join(folder, os.listdir(folder)[0])


def main(tool, report):
    missing = [program for program in ('zbarimg', 'pdftoppm') if shutil.which(program) is None]
    if missing:
        print('%s is not installed' % missing[0])
        return 1 if os.environ.get('CI') else 77
    with open(report, encoding='utf-8') as file:
        data = json.load(file)
    facts = data['facts']
    job = 'CODE-39:' + facts['job-number'].replace('-', '')
    cases = [(report, language, '--format=' + form, [job, 'QR-Code:https://undocs.org/%s/%s' % (language, facts['symbol'])])
             for form in ('pdf', 'odt') for language in LANGUAGES if form == 'pdf' or language in ('ar', 'fr')]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        bare = os.path.join(folder, 'bare.wmdreport')
        del facts['job-number'], facts['symbol']
        with open(bare, 'w', encoding='utf-8') as file:
            json.dump(data, file)
        cases.append((bare, 'en', '--format=pdf', []))
        for number, (path, language, form, expected) in enumerate(cases):
            folder_of_case = os.path.join(folder, str(number))
            os.mkdir(folder_of_case)
            edition = export(tool, folder_of_case, path, language, form, '--paper=a4' if language == 'ar' else '--paper=letter')
            if edition.endswith('.odt'):
                if not office.is_there():
                    continue
                office.convert(folder_of_case, 'pdf', edition)
                edition = os.path.splitext(edition)[0] + '.pdf'
            found = read_codes(folder_of_case, edition)
            if found != expected:
                print('%s %s: %s, not %s' % (language, form, found, expected))
                failed = True
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
