#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The arrows between the layers: reads every include of src/ and fails on one that the table of
# src/DESIGN.md does not have, and on a toolkit header outside the application.
#   layers.py SOURCE-ROOT
import pathlib
import re
import sys

# Layer: the layers whose headers it may include. A new folder of src/ needs a row here.
ARROWS = {
    'reference': [],
    'model': ['reference'],
    'store': ['model', 'reference'],
    'rules': ['model', 'reference'],
    'compose': ['model', 'reference'],
    'typeset': ['compose'],
    'publish': ['compose', 'typeset'],
    'exchange': ['model', 'reference'],
}
ARROWS['tool'] = list(ARROWS)
ARROWS['ui'] = list(ARROWS)

# Header (or its folder): the only layers that may use the library.
LIBRARIES = {
    'gtk/': ['ui'],
    'gdk/': ['ui'],
    'adwaita.h': ['ui'],
    'json-glib/': ['reference', 'store', 'rules', 'exchange', 'tool'],
    'gsf/': ['publish', 'exchange'],
    'libxml/': ['publish', 'exchange'],
    'cairo': ['typeset', 'publish', 'ui'],
    'pango/': ['typeset', 'publish', 'ui'],
    'hb': ['typeset', 'publish'],
}

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([a-z]+)/[^"]+"|<([^>]+)>)', re.MULTILINE)


def problems_of(layer, text):
    for own, system in INCLUDE.findall(text):
        if own and own != layer and own not in ARROWS[layer]:
            yield f'includes the layer {own}/'
        for header, users in LIBRARIES.items():
            if system.startswith(header) and layer not in users:
                yield f'includes <{system}>'


def main():
    src = pathlib.Path(sys.argv[1]) / 'src'
    files = sorted(path for path in src.rglob('*') if path.suffix in ('.c', '.h'))
    problems = []
    for path in files:
        layer = path.relative_to(src).parts[0]
        if layer not in ARROWS:
            problems.append(f'{path.relative_to(src)}: {layer}/ is no layer')
            continue
        text = path.read_text(encoding='utf-8')
        problems += [f'{path.relative_to(src)}: {layer}/ {problem}' for problem in problems_of(layer, text)]
    print('\n'.join(problems) or f'{len(files)} files keep to the layers')
    sys.exit(bool(problems) or not files)


main()
