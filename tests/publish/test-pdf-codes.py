#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The codes at the foot of the first page say what they should to a reader of codes; without symbol or job number
there is no code.

    test-pdf-codes.py TOOL REPORT.wmdreport
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

LANGUAGES = ('ar', 'en', 'es', 'fr', 'ru', 'zh')


def read_codes(tool, report, language, *options):
    with tempfile.TemporaryDirectory() as folder:
        pdf = os.path.join(folder, 'edition.pdf')
        subprocess.run([tool, 'export', '--language=' + language, '--format=pdf', *options, '-o', pdf, report],
                       check=True, stderr=subprocess.DEVNULL)
        subprocess.run(['pdftoppm', '-r', '200', '-l', '1', '-singlefile', '-gray', '-png', pdf, pdf], check=True)
        # It ends with 4 where it found nothing.
        found = subprocess.run(['zbarimg', '-q', pdf + '.png'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                               text=True)
        return sorted(found.stdout.split())


def main(tool, report):
    missing = [program for program in ('zbarimg', 'pdftoppm') if shutil.which(program) is None]
    if missing:
        print('%s is not installed' % missing[0])
        return 1 if os.environ.get('CI') else 77
    with open(report, encoding='utf-8') as file:
        data = json.load(file)
    facts = data['facts']
    job = 'CODE-39:' + facts['job-number'].replace('-', '')
    cases = [(report, language, options, [job, 'QR-Code:https://undocs.org/%s/%s' % (language, facts['symbol'])])
             for language, options in [(language, ()) for language in LANGUAGES] + [('ar', ('--paper=a4',))]]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        bare = os.path.join(folder, 'bare.wmdreport')
        del facts['job-number'], facts['symbol']
        with open(bare, 'w', encoding='utf-8') as file:
            json.dump(data, file)
        for path, language, options, expected in cases + [(bare, 'en', (), [])]:
            found = read_codes(tool, path, language, *options)
            if found != expected:
                print('%s %s: %s, not %s' % (language, ' '.join(options), found, expected))
                failed = True
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
