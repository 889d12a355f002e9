#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# po/POTFILES: fails when a file with translatable text is not listed, or a listed one has none.
#   potfiles.py SOURCE-ROOT             checks
#   potfiles.py SOURCE-ROOT --update    lists them anew
import pathlib
import re
import sys

# What marks translatable text, by the ending of the file name.
GETTEXT_CALL = re.compile(r'\b(?:N?C?_|n?gettext|g_d[np]?gettext2?)\s*\(')
MARKS = {
    '.c': GETTEXT_CALL,
    '.h': GETTEXT_CALL,
    '.ui': re.compile(r'translatable="(?:yes|true)"'),
    '.desktop': re.compile(r'^(?:Name|GenericName|Comment|Keywords)=', re.MULTILINE),
    '.metainfo.xml': re.compile(r'<(?:name|summary|p)>'),
    '.mime.xml': re.compile(r'<comment>'),
}
FOLDERS = ['src', 'resources', 'data']


def has_text(path):
    mark = next((MARKS[ending] for ending in MARKS if path.name.endswith(ending)), None)
    return mark is not None and mark.search(path.read_text(encoding='utf-8')) is not None


def main():
    root = pathlib.Path(sys.argv[1])
    potfiles = root / 'po' / 'POTFILES'
    lines = potfiles.read_text(encoding='utf-8').splitlines()
    comments = [line for line in lines if line.startswith('#')]
    listed = [line for line in lines if line and not line.startswith('#')]
    candidates = [path for folder in FOLDERS for path in (root / folder).rglob('*') if path.is_file()]
    candidates += root.glob('*.desktop')
    found = sorted(str(path.relative_to(root)) for path in candidates if has_text(path))
    if sys.argv[2:] == ['--update']:
        potfiles.write_text('\n'.join(comments + found) + '\n', encoding='utf-8')
        return
    problems = [f'{name}: not in po/POTFILES' for name in found if name not in listed]
    problems += [f'{name}: in po/POTFILES, but has nothing to translate' for name in listed if name not in found]
    if listed != sorted(set(listed)):
        problems.append('po/POTFILES is not sorted')
    print('\n'.join(problems) or f'{len(listed)} files with text to translate')
    if problems:
        print('tests/lint/potfiles.py . --update puts it right')
    sys.exit(bool(problems) or not listed)


main()
