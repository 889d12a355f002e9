#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the first page has beside words, in our pages and in what LibreOffice makes of our documents: the codes say what
they should to a reader of codes, and they and the emblem are in the same places. Without symbol or job number there is
no code.

    first-page.py TOOL REPORT.wmdreport
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

import office

PAPERS = {'ar': 'a4', 'en': 'letter', 'es': 'a4', 'fr': 'letter', 'ru': 'letter', 'zh': 'a4'}
EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><path fill="#f00" d="M0 0h60v40H0z"/></svg>'
TOLERANCE = 2  # points


def read_codes(folder, pdf):
    picture = os.path.join(folder, 'page')
    subprocess.run(['pdftoppm', '-r', '200', '-l', '1', '-singlefile', '-gray', '-png', pdf, picture], check=True)
    # It ends with 4 where it found nothing.
    found = subprocess.run(['zbarimg', '-q', picture + '.png'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                           text=True)
    return sorted(found.stdout.split())


def get_box(points):
    """Top, left, bottom, right; None where there is nothing."""
    return tuple(f(axis) for f in (min, max) for axis in zip(*points)) if points else None


def read_places(pdf):
    """In points, a pixel each: the box of what is red, which is the emblem, and that of what is black at the foot."""
    picture = subprocess.run(['pdftoppm', '-r', '72', '-l', '1', '-singlefile', pdf], stdout=subprocess.PIPE,
                             check=True).stdout
    _, size, _, pixels = picture.split(b'\n', 3)
    width, height = map(int, size.split())
    emblem, foot = [], []
    for number in range(width * height):
        red, green, _ = pixels[3 * number:3 * number + 3]
        if red > 200 and green < 60:
            emblem.append(divmod(number, width))
        elif red < 100 and number > width * (height - 60):
            foot.append(divmod(number, width))
    return {'emblem': get_box(emblem), 'foot': get_box(foot)}


def is_near(place, other):
    if place is None or other is None:
        return place == other
    return all(abs(a - b) <= TOLERANCE for a, b in zip(place, other))


def save(path, data):
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(data, file)
    return path


def list_editions(folder, report):
    """Name of the edition, language, format, report, options and codes that it should have."""
    with open(report, encoding='utf-8') as file:
        data = json.load(file)
    job, symbol = data['facts'].pop('job-number'), data['facts'].pop('symbol')
    bare = save(os.path.join(folder, 'bare.wmdreport'), data)
    data['facts'].update({'job-number': job, 'symbol': 'A/78/1111'})
    older = save(os.path.join(folder, 'older.wmdreport'), data)
    emblem = os.path.join(folder, 'emblem.svg')
    with open(emblem, 'w', encoding='utf-8') as file:
        file.write(EMBLEM)
    for language, paper in PAPERS.items():
        codes = ['CODE-39:' + job.replace('-', ''), f'QR-Code:https://undocs.org/{language}/{symbol}']
        options = ['--emblem=' + emblem, '--paper=' + paper]
        for form in ('pdf', 'docx', 'odt') if language in ('ar', 'fr') else ('pdf', 'docx'):
            yield f'{form}-{language}', language, form, report, options, codes
        if language in ('ar', 'ru'):
            yield f'changes-{language}', language, 'docx', report, [*options, '--since=' + older], codes
    for form in ('pdf', 'docx'):
        yield f'bare-{form}', 'en', form, bare, ['--paper=letter'], []


def main(tool, report):
    missing = [program for program in ('zbarimg', 'pdftoppm') if shutil.which(program) is None]
    if missing:
        print('%s is not installed' % missing[0])
        return 1 if os.environ.get('CI') else 77
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        editions = [edition for edition in list_editions(folder, report) if edition[2] == 'pdf' or office.is_there()]
        for name, language, form, path, options, _ in editions:
            subprocess.run([tool, 'export', '--language=' + language, *options, '-o', f'{folder}/{name}.{form}', path],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if office.is_there():
            office.convert(folder, 'pdf', *(f'{folder}/{name}.{form}' for name, _, form, *_ in editions if form != 'pdf'))
        ours = {}  # the places on our own pages
        for name, language, form, path, options, expected in editions:
            codes, places = read_codes(folder, f'{folder}/{name}.pdf'), read_places(f'{folder}/{name}.pdf')
            if codes != expected:
                print(f'{name}: {codes}, not {expected}')
                failed = True
            if (places['emblem'] is not None) != any(option.startswith('--emblem') for option in options):
                print(f'{name}: the emblem is at {places["emblem"]}')
                failed = True
            wanted = ours.setdefault((language, path), places)
            for what, place in places.items():
                if not is_near(place, wanted[what]):
                    print(f'{name}: {what} at {place}, not {wanted[what]}')
                    failed = True
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
