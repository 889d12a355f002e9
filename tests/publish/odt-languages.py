#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every letter of an OpenDocument text is marked with its language, in all editions: that of the edition; where a text is
# not held in it, that of the text; in the distribution block, that of the masthead. The format has a language for each
# kind of script, and Latin names among Arabic and Chinese are English. And what Arabic is not set in its font is not.
#   odt-languages.py TOOL REPORT
import copy
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

LANGUAGES = ('ar', 'en', 'es', 'fr', 'ru', 'zh')
NAMESPACES = {'office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
              'style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
              'text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
              'fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'}
MASTHEAD_LANGUAGE = {'ar': 'en', 'ru': 'en', 'zh': 'en'}  # of the distribution block, where it is not that of the edition
ATTRIBUTES = {'western': 'fo:language', 'complex': 'style:language-complex', 'asian': 'style:language-asian'}
OWN_SCRIPT = {'ar': 'complex', 'zh': 'asian'}
# What the font of Arabic has.
NASKH = re.compile(r'[\s0-9!,.:«»\u0600-\u06ff\u200b-\u200f\ufb50-\ufdff\ufe70-\ufeff]')


def name(short):
    prefix, local = short.split(':')
    return f'{{{NAMESPACES[prefix]}}}{local}'


def find_script(letter):
    code = ord(letter)
    if 0x600 <= code < 0x780 or 0xfb50 <= code < 0xfe00 or 0xfe70 <= code < 0xff00:
        return 'complex'
    return 'asian' if 0x2e80 <= code < 0xa000 or 0xf900 <= code < 0xfb00 else 'western'


class Package:
    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.roots = [ElementTree.fromstring(package.read(member)) for member in ('styles.xml', 'content.xml')]
        self.styles = {}
        self.defaults = {}
        notes = self.roots[0].find('.//' + name('text:notes-configuration'))
        self.note_style = notes.get(name('text:citation-body-style-name'))
        for root in self.roots:
            for style in root.iter(name('style:style')):
                self.styles[style.get(name('style:family')), style.get(name('style:name'))] = style
            for style in root.iter(name('style:default-style')):
                self.defaults.update(self.properties(style) if style.get(name('style:family')) == 'paragraph' else {})

    @staticmethod
    def properties(style):
        found = style.find(name('style:text-properties'))
        return dict(found.attrib) if found is not None else {}

    def resolve(self, family, style_name):
        """The text properties of a style with those of its ancestors."""
        style = self.styles.get((family, style_name))
        if style is None:
            sys.exit(f'there is no style {style_name} of {family}')
        parent = style.get(name('style:parent-style-name'))
        return {**(self.resolve(family, parent) if parent else {}), **self.properties(style)}

    def paragraphs(self):
        """The style of each paragraph, and its runs: text and properties; notes are paragraphs of their own."""
        for root in self.roots:
            for element in root.iter():
                if element.tag in (name('text:p'), name('text:h')):
                    style = element.get(name('text:style-name'))
                    runs = []
                    self.add_runs(element, {**self.defaults, **self.resolve('paragraph', style)}, runs)
                    yield style, runs

    def add_runs(self, element, properties, runs):
        if element.tag in (name('text:span'), name('text:a')):
            properties = {**properties, **self.resolve('text', element.get(name('text:style-name')))}
        if element.tag == name('text:note-citation'):
            properties = {**properties, **self.resolve('text', self.note_style), 'note': True}
        runs.append(('\t' if element.tag == name('text:tab') else element.text or '', properties))
        for child in element:
            if child.tag not in (name('text:note-body'), name('text:p')) and 'drawing' not in child.tag:
                self.add_runs(child, properties, runs)
            runs.append((child.tail or '', properties))


def plain(text):
    return re.sub(r'\W', '', re.sub(r'<note>.*?</note>|<[^>]*>|\{[^}]*\}', '', text))


def list_texts(data):
    """The language of each text of the report, and of the notes in it."""
    texts = {}
    for part in (data['summary'], data['introduction'], *data['replies']):
        for language, variant in part['variants'].items():
            for block in variant['blocks']:
                for text in (block['text'], *re.findall('<note>(.*?)</note>', block['text'])):
                    texts.setdefault(plain(text), set()).add(language)
    texts.pop('', None)
    return texts


def check(path, edition, texts):
    """Returns how many letters are of which language."""
    counts = {}
    for style, runs in Package(path).paragraphs():
        text = ''.join(text for text, properties in runs if 'note' not in properties)
        held = texts.get(plain(text.split('\t')[-1]), {edition})  # after the label
        language = edition if edition in held else min(held)
        if style.startswith('Distribution'):
            language = MASTHEAD_LANGUAGE.get(edition, edition)
        own = OWN_SCRIPT.get(language, 'western')
        for run, properties in runs:
            for letter in filter(str.isalpha, run):
                script = find_script(letter)
                wanted = language if script == own else {'western': 'en', 'complex': 'ar', 'asian': 'zh'}[script]
                if script == 'western' and OWN_SCRIPT.get(edition) is None and script != own:
                    wanted = edition  # a Latin name in a foreign paragraph is of the edition
                got = properties.get(name(ATTRIBUTES[script]))
                if got != wanted:
                    sys.exit(f'{edition}, {style}: “{run}” in “{text}” is marked as {got}, not {wanted}')
                counts[wanted] = counts.get(wanted, 0) + 1
            if edition == 'ar' and language == 'ar' and properties.get(name('style:font-name-complex')) != 'Times New Roman':
                signs = {c for c in run if not NASKH.match(c) and not c.isalpha()}
                if signs or re.search('[0-9]', run):
                    sys.exit(f'ar, {style}: “{run}” in “{text}” is set in the font of Arabic')
    return counts


def add_notes(report):
    """Each language has a note of its own."""
    for reply in report['replies']:
        for language, variant in reply['variants'].items():
            words = {'ar': 'ملاحظة', 'zh': '附注', 'ru': 'Примечание'}.get(language, f'Nota {language}')
            variant['blocks'][0]['text'] += f'<note>{words} {reply["id"]} (A/78/1).</note>'


def keep_originals(report):
    for reply in report['replies']:
        reply['variants'] = {reply['original']: reply['variants'][reply['original']]}


def main(tool, path):
    with open(path, encoding='utf-8') as file:
        whole = json.load(file)
    add_notes(whole)
    partial = copy.deepcopy(whole)
    keep_originals(partial)
    with tempfile.TemporaryDirectory() as folder:
        source, target = (os.path.join(folder, file) for file in ('report.wmdreport', 'edition.odt'))
        for data in (whole, partial):
            with open(source, 'w', encoding='utf-8') as file:
                json.dump(data, file)
            for language in LANGUAGES:
                subprocess.run([tool, 'export', f'--language={language}', '-o', target, source], check=True,
                               stderr=subprocess.DEVNULL)
                counts = check(target, language, list_texts(data))
                print(language, counts)
                if counts.get(language, 0) < 200 or (data is partial and len(counts) < 3):
                    sys.exit(f'{language}: letters by language: {counts}')


main(*sys.argv[1:])
