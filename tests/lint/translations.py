#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The translations of the interface: each is listed in po/LINGUAS and is what gettext can use, and in none of them, nor
# in English, have two labels that are seen together the same mnemonic.
#   translations.py SOURCE-ROOT
import gettext
import io
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

MNEMONIC = re.compile(r'_(\w)')


def compile_po(path):
    """The compiled translation, and what gettext has to say against it."""
    command = ['msgfmt', '--check', '--check-accelerators=_', '--output-file=-', path]
    result = subprocess.run(command, capture_output=True, check=False)
    complaints = result.stderr.decode().strip()
    return (gettext.GNUTranslations(io.BytesIO(result.stdout)) if result.stdout else None), complaints.splitlines()


def labels_seen_together(element, group):
    """The labels with mnemonics below @element: those of a menu, of a popover, and of the rest, which is @group."""
    if element.tag == 'menu' or element.get('class') == 'GtkPopover':
        group = []
        yield group
    properties = {p.get('name'): p.text for p in element if p.tag in ('property', 'attribute')}
    if 'label' in properties and (element.tag == 'item' or properties.get('use-underline') == 'True'):
        group.append(properties['label'])
    for child in element:
        yield from labels_seen_together(child, group)


def clashes(language, labels, translate):
    """Pairs of labels with one mnemonic. A label that is not translated yet is not the fault of the translation."""
    seen = {}
    for original in labels:
        label = translate(original)
        if label == original and language != 'en':
            continue
        for mnemonic in MNEMONIC.findall(label)[:1]:
            other = seen.setdefault(mnemonic.lower(), label)
            if other != label:
                yield f'“{other}” and “{label}” have the same mnemonic'


def main():
    root = pathlib.Path(sys.argv[1])
    lines = (root / 'po' / 'LINGUAS').read_text(encoding='utf-8').splitlines()
    listed = [line for line in lines if line and not line.startswith('#')]
    problems = [f'po/{path.name}: not in po/LINGUAS'
                for path in (root / 'po').glob('*.po') if path.stem not in listed]
    languages = {'en': lambda label: label}
    for language in listed:
        translation, complaints = compile_po(root / 'po' / f'{language}.po')
        problems += complaints
        if translation is not None:
            languages[language] = translation.gettext
    for path in sorted((root / 'resources').rglob('*.ui')):
        buttons = []
        groups = list(labels_seen_together(xml.etree.ElementTree.parse(path).getroot(), buttons))
        for labels in [buttons, *groups]:
            for language, translate in languages.items():
                problems += (f'{path.name}: {language}: {clash}' for clash in clashes(language, labels, translate))
    print('\n'.join(problems) or f'{len(listed)} translations')
    sys.exit(bool(problems) or not listed)


main()
