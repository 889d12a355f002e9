# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader of Office Open XML documents that knows nothing of the program: what a document says, and what it would say
were all tracked changes in it accepted or rejected (ECMA-376 Part 1, 17.13.5)."""
import re
import zipfile
from xml.etree import ElementTree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'


def local(element):
    return element.tag.split('}')[1] if element.tag.startswith(W) else element.tag


def find(element, path):
    return element.find('/'.join(W + step for step in path.split('/'))) if element is not None else None


def value(element, path):
    found = find(element, path)
    return found.get(W + 'val') if found is not None else None


def read_members(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def settle(root, accept):
    """Accepts or rejects all changes below an element."""
    kept, gone = ('ins', 'del') if accept else ('del', 'ins')
    _settle_runs(root, kept, gone)
    _settle_marks(root, kept, gone)
    _settle_properties(root, accept)
    return root


def _settle_runs(parent, kept, gone):
    children = []
    for child in list(parent):
        name = local(child)
        if name == gone and local(parent) not in ('rPr', 'trPr'):
            continue
        _settle_runs(child, kept, gone)
        if name == kept and local(parent) not in ('rPr', 'trPr'):
            children.extend(child)
        else:
            children.append(child)
    parent[:] = children
    for element in parent:
        if local(element) in ('delText', 'delInstrText'):
            element.tag = W + ('t' if local(element) == 'delText' else 'instrText')


def _settle_marks(parent, kept, gone):
    children, pending = [], []
    for child in list(parent):
        if local(child) != 'p':
            if pending:
                raise ValueError(f'the end of a paragraph goes before {local(child)}')
            _settle_marks(child, kept, gone)
            children.append(child)
            continue
        properties = find(child, 'pPr')
        position = 0 if properties is None else 1
        child[position:position] = pending
        pending = []
        mark = find(properties, 'rPr')
        if mark is not None and find(mark, gone) is not None:
            pending = [element for element in child if local(element) != 'pPr']
            continue
        if mark is not None:
            properties.remove(mark)
        children.append(child)
    if pending:
        raise ValueError('the end of a last paragraph goes')
    parent[:] = children


def _settle_properties(root, accept):
    for element in root.iter():
        for change in [child for child in element if local(child) in ('rPrChange', 'pPrChange')]:
            element.remove(change)
            if not accept:
                element[:] = [child for child in element if local(child) == 'sectPr'] + list(change[0])


class Document:
    """What a document says, after all changes in it were accepted (True) or rejected (False)."""

    def __init__(self, path, accept=True):
        self.members = read_members(path)
        self.accept = accept
        self.numbering = self._read_numbering()
        self.notes = self._read_notes()
        self.body = self._read('word/document.xml')
        self.links = self._read_links('word/_rels/document.xml.rels')

    def _read(self, name):
        return settle(ElementTree.fromstring(self.members[name]), self.accept)

    def _read_links(self, name):
        if name not in self.members:
            return {}
        return {element.get('Id'): element.get('Target') for element in ElementTree.fromstring(self.members[name])}

    def _read_notes(self):
        self.links = self._read_links('word/_rels/footnotes.xml.rels')
        return {note.get(W + 'id'): [self._read_paragraph(p) for p in note.iter(W + 'p')]
                for note in self._read('word/footnotes.xml')}

    def _read_numbering(self):
        """The format of each numbering."""
        root = ElementTree.fromstring(self.members['word/numbering.xml'])
        formats = {abstract.get(W + 'abstractNumId'): (value(abstract, 'lvl/numFmt'), value(abstract, 'lvl/lvlText'))
                   for abstract in root.iter(W + 'abstractNum')}
        return {number.get(W + 'numId'): formats[value(number, 'abstractNumId')] for number in root.iter(W + 'num')}

    def _read_run(self, run, address):
        look = frozenset((local(element), element.get(W + 'val')) for element in find(run, 'rPr') or []
                         if local(element) != 'rtl')
        for element in run:
            name = local(element)
            if name == 't':
                yield element.text or '', look, address
            elif name == 'instrText':  # what it refers to has other numbers in another document
                yield re.sub(r'_Toc\d+', '_Toc', element.text), look, address
            elif name in ('tab', 'br'):
                yield f'<{name}>', look, address
            elif name == 'fldChar':
                yield f'<field {element.get(W + "fldCharType")}>', look, address
            elif name == 'footnoteReference':
                note = self.notes[element.get(W + 'id')]
                yield f'<note {note}>', look, address

    def _read_content(self, parent, address=None):
        for element in parent:
            name = local(element)
            if name == 'r':
                yield from self._read_run(element, address)
            elif name == 'hyperlink':
                yield from self._read_content(element, self.links.get(element.get(R + 'id'), 'within'))
            elif name in ('ins', 'del'):
                raise ValueError(f'{name} is left')

    def _read_paragraph(self, paragraph):
        """Its style and its text as (text, look, address of a link), over which nothing changes."""
        pieces = []
        for text, look, address in self._read_content(paragraph):
            if pieces and pieces[-1][1:] == (look, address):
                text = pieces.pop()[0] + text
            pieces.append((text, look, address))
        return value(paragraph, 'pPr/pStyle'), pieces

    def _read_label(self, paragraph, counters):
        """Which numbering a paragraph has of its own, and its place in the list."""
        number = value(paragraph, 'pPr/numPr/numId')
        if number is None:
            return None
        counters[number] = counters.get(number, 0) + 1
        return self.numbering[number], counters[number]

    def read(self):
        """All paragraphs: (style, label, text)."""
        counters = {}
        paragraphs = []
        for paragraph in self.body.iter(W + 'p'):
            style, pieces = self._read_paragraph(paragraph)
            paragraphs.append((style, self._read_label(paragraph, counters), pieces))
        for name in sorted(self.members):
            if name.startswith(('word/header', 'word/footer')):
                paragraphs.extend((name, None, self._read_paragraph(p)) for p in self._read(name).iter(W + 'p'))
        return paragraphs
