#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The interface files: what a user reads can be translated, and what shows only an icon has a name
# for those who do not see it.
#   interface.py SOURCE-ROOT
import pathlib
import re
import sys
import xml.etree.ElementTree

# Properties and attributes that hold text for the user.
TEXT = {'body', 'description', 'heading', 'label', 'placeholder-text', 'subtitle', 'title', 'tooltip-text'}
BUTTONS = {'GtkButton', 'GtkMenuButton', 'GtkToggleButton', 'AdwSplitButton'}
LETTER = re.compile(r'[^\W\d_]')


def own_names(element):
    """The names of the properties that an object gives or binds, and those that assistive tools read."""
    named = [child for child in element if child.tag in ('property', 'binding')]
    accessible = [child for group in element.findall('accessibility') for child in group]
    return {child.get('name').replace('_', '-') for child in named}, {child.get('name') for child in accessible}


def problems_of(tree):
    for element in tree.iter():
        name = (element.get('name') or '').replace('_', '-')
        text = (element.text or '').strip()
        if element.tag in ('property', 'attribute') and name in TEXT and LETTER.search(text):
            if element.get('translatable') not in ('yes', 'true') and element.get('bind-source') is None:
                yield f'{name} “{text}” is not translatable'
        if element.tag in ('object', 'template') and element.get('class') in BUTTONS:
            properties, accessible = own_names(element)
            if 'icon-name' in properties and 'label' not in properties and 'label' not in accessible:
                yield f'{element.get("class")} {element.get("id", "")} shows an icon and has no accessible label'


def main():
    root = pathlib.Path(sys.argv[1])
    files = sorted((root / 'resources').rglob('*.ui'))
    problems = []
    for path in files:
        try:
            tree = xml.etree.ElementTree.parse(path)
        except xml.etree.ElementTree.ParseError as error:
            problems.append(f'{path.relative_to(root)}: {error}')
            continue
        problems += [f'{path.relative_to(root)}: {problem}' for problem in problems_of(tree)]
    print('\n'.join(problems) or f'{len(files)} interface files')
    sys.exit(bool(problems) or not files)


main()
