#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The editions of a report are found to conform, whatever texts are in them, and files broken on purpose are not.

    test-pdf-conformance.py TOOL REPORT.wmdreport
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

# What is changed in a file, and the clause that is then hurt.
FAULTS = [
    (rb'/DisplayDocTitle true', b'/DisplayDocTitle false', 'PDF/UA-1 7.1'),
    (rb'/Marked true', b'/Marked false', 'PDF/A-2 6.7.2.2'),
    (rb'/Lang \(en-GB\)', b'/Lang ()', 'PDF/A-2 6.7.4'),
    (rb'<pdfuaid:part>1', b'<pdfuaid:part>2', 'PDF/UA-1 5'),
    (rb'<pdfaid:conformance>A', b'<pdfaid:conformance>B', 'PDF/A-2 6.6.4'),
    (rb'<dc:format>', b'<dc:format xmlns:dc="https://example.org/">', 'PDF/A-2 6.6.2.3'),
    (rb'/Tabs /S', b'/Tabs /R', 'PDF/UA-1 7.18.3'),
    (rb'/Subtype /Link', b'/Subtype /Link /AA <<>>', 'PDF/A-2 6.5.2'),
    (rb'/F 4\b', b'/F 6', 'PDF/A-2 6.3.2'),
    (rb'/Contents \(', b'/NoContents (', 'PDF/UA-1 7.18.5'),
    (rb'/S /H3', b'/S /H4', 'PDF/UA-1 7.4.2'),
    (rb'/S /LBody', b'/S /P', 'PDF/UA-1 7.2'),
    (rb'/ListNumbering', b'/Numbering', 'PDF/UA-1 7.6'),
    (rb'/S /Reference', b'/S /Refer', 'PDF/A-2 6.7.3.4'),
    (rb'/ID \(note-2\)', b'/ID (note-1)', 'PDF/UA-1 7.9'),
    (rb'/StructParents 0', b'/StructParents 1', 'ISO 32000-1 14.7.4.4'),
    (rb'/Artifact BMC', b'/Span BMC', 'PDF/UA-1 7.1'),
    (rb'/MCID 0>> BDC', b'/MCID 9999>> BDC', 'ISO 32000-1 14.7.4.2'),
    (rb'0 0 0 sc', b'0 0 0 rg', 'PDF/A-2 6.2.4.3'),
    (rb'/C cs', b'/DeviceRGB cs', 'PDF/A-2 6.2.4.3'),
    (rb'(/W \[\s+\d+\s+\[\s+)\d', rb'\g<1>9', 'PDF/A-2 6.2.11.5'),
    (rb'(<0001> )<', rb'\1<FEFF', 'PDF/A-2 6.2.11.7.2'),
    (rb'(<0001> )<', rb'\1<FE8D', 'plain text'),
    (rb'/CIDToGIDMap', b'/NoMap', 'PDF/A-2 6.2.11.3.2'),
    (rb'/FontFile2', b'/FontFile9', 'PDF/A-2 6.2.11.4.1'),
    (rb'\n%[\x80-\xff]{4}', b'\n%abcd', 'PDF/A-2 6.1.2'),
]


# What is hard to set: nothing of it may be lost, or shown as the sign for a glyph that is not there.
HARD = {
    'en': ['x' * 400, 'https://example.org/' + '/'.join('part%d' % i for i in range(60)) + '?q=1', 'word ' * 20000,
           'A<note>' + 'A footnote longer than a page. ' * 250 + '</note> long note.',
           ' '.join('w<note>Note %d.</note>' % i for i in range(30)), '', ' ',
           'भारत गणराज्य, ประเทศไทย, ኢትዮጵያ, საქართველო, Հայաստան, ישראל, မြန်မာ, កម្ពុជា, བོད, 대한민국, にほん.',
           'e\u0301 a\u0323\u0302 x\u0331 x¹²³ H₂O soft\u00adhyphen zero\u200bwidth \u2066isolate\u2069 \u202eoverride\u202c',
           'no font has \U0010fffd', 'An empty<note></note> note.'],
    'ar': ['قال (انظر http://www.un.org/a?c=1) إن IAEA [2023] و"OPCW" (منظمة) 12,5% و1/2 و$100 «نص (Latin)»؛ نهاية.',
           'تَقْرِيرٌ مُحَدَّدٌ عملاً ' * 3],
    'zh': ['中文😀和Latin混排，“引号”（全角）《书名》——破折号……省略号；ABC，123。㐀𠀀龘㗊〇々〻⺮⼀', '，。；：' * 30],
}


# A heading of the second level where there is none of the first, before one and alone.
HEADINGS = ['heading-2', 'heading-1', 'heading-2', 'heading-1']


def add_texts(path, target):
    with open(path, encoding='utf-8') as file:
        report = json.load(file)
    for language, texts in HARD.items():
        reply = next(reply for reply in report['replies'] if language in reply['variants'])
        reply['variants'][language]['blocks'] += [
            {'id': 'hard-%d' % number, 'kind': 'paragraph', 'text': text} for number, text in enumerate(texts)]
        reply['variants'][language]['blocks'][:0] = [
            {'id': 'heading-%d' % number, 'kind': kind, 'text': kind} for number, kind in enumerate(HEADINGS)]
    with open(target, 'w', encoding='utf-8') as file:
        json.dump(report, file)


def check_hard(tool, report, folder):
    hard, path = os.path.join(folder, 'hard.wmdreport'), os.path.join(folder, 'hard.pdf')
    add_texts(report, hard)
    problems = []
    for language in HARD:
        warnings = subprocess.run([tool, 'export', '--language=' + language, '--format=pdf', '-o', path, hard], check=True,
                                  capture_output=True, text=True).stderr
        problems += ['hard texts: %s: %s' % (language, problem) for problem in check(path)]
        if language == 'en' and 'U+10FFFD' not in warnings:
            problems.append('hard texts: no warning of the character that no font has')
    return problems


def check(path):
    return sorted(set(conformance.Checker(path).run()))


def check_faults(path, folder):
    """Each fault is found in a copy of the file that is not compressed."""
    plain, broken, mended = (os.path.join(folder, name) for name in ('plain.pdf', 'broken.pdf', 'mended.pdf'))
    subprocess.run(['qpdf', '--qdf', '--object-streams=disable', '--no-original-object-ids', path, plain], check=True)
    with open(plain, 'rb') as file:
        data = file.read()
    missed = ['as it was: ' + problem for problem in check(plain)]
    for pattern, replacement, clause in FAULTS:
        changed, count = re.subn(pattern, replacement, data, count=1)
        if count == 0:
            missed.append('%r is not in the file' % pattern)
            continue
        with open(broken, 'wb') as file:
            file.write(changed)
        with open(mended, 'wb') as file:  # lengths and offsets follow
            subprocess.run(['fix-qdf', broken], stdout=file, check=True)
        problems = check(mended)
        if not any(clause in problem for problem in problems):
            missed.append('%r: %s is not hurt, but %s' % (pattern, clause, problems))
    return missed


def main(tool, report):
    if shutil.which('qpdf') is None:
        print('qpdf is not installed')
        return 1 if os.environ.get('CI') else 77
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([tool, 'export', '--language=all', '--format=pdf', '-o', folder, report], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        paths = sorted(os.path.join(folder, name) for name in os.listdir(folder))
        problems = [os.path.basename(path) + ': ' + problem for path in paths for problem in check(path)]
        problems += check_faults(next(path for path in paths if path.endswith('-EN.pdf')), folder)
        problems += check_hard(tool, report, folder)
    print('\n'.join(problems) or '%d editions conform' % len(paths))
    return 1 if problems or len(paths) != 6 else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
