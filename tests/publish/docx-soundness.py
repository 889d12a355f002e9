#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Word files are what Word opens without repair: elements in the order of the schema (ECMA-376 Part 1, annex A, with the
# transitional names of Part 4), numbers and names that are there once, and everything that is referred to is there.
#   docx-soundness.py TOOL REPORT EMBLEM
import json
import os
import posixpath
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

from wordprocessing import R, W, local, read_members

LANGUAGES = ('ar', 'en', 'es', 'fr', 'ru', 'zh')
RUN = '''rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
    webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout
    specVanish oMath'''
PARAGRAPH = '''pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
    spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
    divId cnfStyle'''
SIDES = 'top left start bottom right end insideH insideV tl2br tr2bl'
# The children that an element may have, in their order; those after "*" in any order and before the others.
ORDERS = {
    'rPr': f'ins del moveFrom moveTo {RUN} rPrChange',
    'pPr': f'{PARAGRAPH} rPr sectPr pPrChange',
    'sectPr': '''headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType
        cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange''',
    'tblPr': '''tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
        tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange''',
    'tcPr': '''cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
        headers cellIns cellDel cellMerge tcPrChange''',
    'tbl': 'tblPr tblGrid tr',
    'tr': 'tblPrEx trPr tc',
    'tblCellMar': SIDES, 'tcMar': SIDES, 'tcBorders': SIDES, 'pBdr': 'top left bottom right between bar',
    'style': '''name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
        personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr''',
    'styles': 'docDefaults latentStyles style',
    'docDefaults': 'rPrDefault pPrDefault',
    'numPr': 'ilvl numId numberingChange ins',
    'numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
    'abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
    'lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
    'num': 'abstractNumId lvlOverride',
    'lvlOverride': 'startOverride lvl',
    'font': 'altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic',
    'footnotePr': 'pos numFmt numStart numRestart footnote',
    'body': 'p|tbl sectPr',
    'document': 'background body',
    'settings': '''writeProtection view zoom removePersonalInformation mirrorMargins alignBordersAndEdges trackRevisions
        defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat docVars rsids
        themeFontLang clrSchemeMapping decimalSymbol listSeparator''',
}
ORDERS = {name: {child: place for place, step in enumerate(order.split()) for child in step.split('|')}
          for name, order in ORDERS.items()}
DRAWING = '{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}'
ANCHOR = ['simplePos', 'positionH', 'positionV', 'extent', 'effectExtent', 'wrapNone', 'docPr', 'cNvGraphicFramePr', 'graphic']
PICTURES = ['Bar Code', 'Emblem', 'QR Code', 'Recycling Mark']
ANNOTATIONS = ('ins', 'del', 'rPrChange', 'pPrChange', 'bookmarkStart')


class Checker:
    def __init__(self, name, path):
        self.name = name
        self.members = read_members(path)
        self.roots = {member: ElementTree.fromstring(content) for member, content in self.members.items()
                      if member.endswith(('.xml', '.rels'))}

    def fail(self, message):
        sys.exit(f'{self.name}: {message}')

    def check_order(self, member, element):
        order = ORDERS.get(local(element))
        last = -1
        for child in element:
            self.check_order(member, child)
            if order is None:
                continue
            place = order.get(local(child))
            if place is None:
                self.fail(f'{member}: {local(element)} has no child {local(child)}')
            if place < last:
                self.fail(f'{member}: {local(child)} comes too late in {local(element)}')
            if place == last and local(element) in ('rPr', 'pPr', 'tblPr', 'tcPr', 'lvl') and local(child) != 'lvl':
                self.fail(f'{member}: {local(child)} is twice in {local(element)}')
            last = place

    def values(self, path, attribute, *members):
        return [element.get(attribute) for member in members or self.roots for element in self.roots[member].iter(W + path)
                if element.get(attribute) is not None]

    def check_once(self, what, found):
        twice = {item for item in found if found.count(item) > 1}
        if twice:
            self.fail(f'{what} not once: {sorted(twice)}')

    def check_there(self, what, wanted, there):
        missing = set(wanted) - set(there)
        if missing:
            self.fail(f'{what} not there: {sorted(missing)}')

    def check_numbers(self):
        annotations = [number for kind in ANNOTATIONS for number in self.values(kind, W + 'id')]
        self.check_once('numbers of bookmarks and changes', annotations)
        self.check_once('bookmarks', self.values('bookmarkStart', W + 'name'))
        self.check_there('ends of bookmarks', self.values('bookmarkStart', W + 'id'), self.values('bookmarkEnd', W + 'id'))
        for name in self.values('bookmarkStart', W + 'name'):
            if not re.fullmatch(r'[A-Za-z_]\w{0,39}', name):
                self.fail(f'no name for a bookmark: {name}')
        fields = [element.text for element in self.roots['word/document.xml'].iter(W + 'instrText')]
        self.check_there('bookmarks', re.findall(r'PAGEREF (\S+)', ' '.join(fields)),
                         self.values('bookmarkStart', W + 'name'))
        self.check_there('bookmarks', self.values('hyperlink', W + 'anchor'), self.values('bookmarkStart', W + 'name'))

    def check_styles(self):
        styles = self.values('style', W + 'styleId', 'word/styles.xml')
        self.check_once('styles', styles)
        self.check_once('names of styles', [name.lower() for name in
                                            (element.find(W + 'name').get(W + 'val')
                                             for element in self.roots['word/styles.xml'].iter(W + 'style'))])
        for reference in ('pStyle', 'rStyle', 'basedOn', 'next'):
            self.check_there('styles', self.values(reference, W + 'val'), styles)
        for kind in ('paragraph', 'character', 'table', 'numbering'):
            defaults = [element for element in self.roots['word/styles.xml'].iter(W + 'style')
                        if element.get(W + 'type') == kind and element.get(W + 'default') == '1']
            if len(defaults) != 1:
                self.fail(f'{len(defaults)} default styles of the type {kind}')

    def check_numbering(self):
        there = self.values('num', W + 'numId', 'word/numbering.xml')
        self.check_once('numberings', there)
        self.check_there('numberings', self.values('numId', W + 'val'), there)
        self.check_there('abstract numberings', self.values('abstractNumId', W + 'val'),
                         self.values('abstractNum', W + 'abstractNumId'))

    def check_notes(self):
        notes = self.values('footnote', W + 'id', 'word/footnotes.xml')
        self.check_once('footnotes', notes)
        if notes[:2] != ['-1', '0']:
            self.fail(f'separators of footnotes: {notes[:2]}')
        called = self.values('footnoteReference', W + 'id', 'word/document.xml')
        if called != notes[2:]:
            self.fail(f'footnotes {notes}, called {called}')
        self.check_there('separators', self.values('footnote', W + 'id', 'word/settings.xml'), notes)

    def check_package(self):
        """Each member has a type; each relationship leads somewhere, and each that is used is there."""
        types = self.roots['[Content_Types].xml']
        overrides = [element.get('PartName')[1:] for element in types if element.get('PartName')]
        extensions = [element.get('Extension') for element in types if element.get('Extension')]
        self.check_once('types', overrides + extensions)
        self.check_there('members', overrides, self.members)
        for member in self.members:
            if member not in overrides and member.rsplit('.', 1)[-1] not in extensions:
                self.fail(f'{member} has no type')
            if member.endswith('.xml') and member not in overrides and member != '[Content_Types].xml':
                self.fail(f'{member} has no type of its own')
        for member, root in self.roots.items():
            if member.endswith('.rels'):
                continue
            folder, name = posixpath.split(member)
            path = posixpath.join(folder, '_rels', f'{name}.rels')
            links = list(self.roots[path]) if path in self.roots else []
            self.check_once(f'relationships of {member}', [link.get('Id') for link in links])
            self.check_there('targets', [posixpath.join(folder, link.get('Target')) for link in links
                                         if link.get('TargetMode') != 'External'], self.members)
            used = [value for element in root.iter() for name, value in element.attrib.items() if name.startswith(R)]
            self.check_there(f'relationships of {member}', used, [link.get('Id') for link in links])

    def check_fields(self):
        for member, root in self.roots.items():
            depth = 0
            for element in root.iter(W + 'fldChar'):
                depth += {'begin': 1, 'separate': 0, 'end': -1}[element.get(W + 'fldCharType')]
                if depth < 0:
                    self.fail(f'{member}: a field ends that did not begin')
            if depth != 0:
                self.fail(f'{member}: a field does not end')

    def check_pages(self):
        """Headers and footers for left, right and first pages, and the switches that make them different."""
        sections = list(self.roots['word/document.xml'].iter(W + 'sectPr'))
        kinds = sorted((local(band), band.get(W + 'type')) for band in sections[0] if local(band).endswith('Reference'))
        if kinds != sorted((band, kind) for band in ('headerReference', 'footerReference')
                           for kind in ('default', 'even', 'first')):
            self.fail(f'the first section has {kinds}')
        if sections[0].find(W + 'titlePg') is None or sections[1].find(W + 'titlePg') is not None:
            self.fail('the first page is not one of its own')
        if self.roots['word/settings.xml'].find(W + 'evenAndOddHeaders') is None:
            self.fail('left and right pages are the same')

    def check_pictures(self, wanted):
        """All are there, each with a number of its own and words for who does not see it."""
        anchors = [anchor for root in self.roots.values() for anchor in root.iter(DRAWING + 'anchor')]
        for anchor in anchors:
            names = [child.tag.split('}')[1] for child in anchor]
            if names != [name for name in ANCHOR if name in names]:
                self.fail(f'a picture is anchored by {names}')
        properties = [anchor.find(DRAWING + 'docPr') for anchor in anchors]
        self.check_once('numbers of pictures', [picture.get('id') for picture in properties])
        if sorted(picture.get('name') for picture in properties) != wanted:
            self.fail(f'pictures: {[picture.get("name") for picture in properties]}')
        for picture in properties:
            if not picture.get('descr'):
                self.fail(f'{picture.get("name")} is not described')

    def check(self, pictures):
        for member, root in self.roots.items():
            self.check_order(member, root)
        self.check_numbers()
        self.check_styles()
        self.check_numbering()
        self.check_notes()
        self.check_package()
        self.check_fields()
        self.check_pages()
        self.check_pictures(pictures)


def save_older(report, path):
    """An older state: a reply less, words and looks changed, a footnote more."""
    with open(report, encoding='utf-8') as file:
        data = json.load(file)
    del data['replies'][1]
    for part in (data['summary'], data['introduction'], *data['replies']):
        for variant in part['variants'].values():
            block = variant['blocks'][0]
            block['text'] = '<em>Formerly</em>' + block['text'] + '<note>See <a href="https://example.org">it</a>.</note>'
    data['facts']['symbol'] = 'A/78/1-S/2023/2'
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(data, file)


def main(tool, report, emblem):
    with tempfile.TemporaryDirectory() as folder:
        target, older = os.path.join(folder, 'edition.docx'), os.path.join(folder, 'older.wmdreport')
        save_older(report, older)
        for language in LANGUAGES:
            for options in (['--draft', f'--emblem={emblem}', '--paper=a4'], [f'--since={older}']):
                subprocess.run([tool, 'export', f'--language={language}', '-o', target, *options, report],
                               check=True, stderr=subprocess.DEVNULL)
                pictures = PICTURES if '--draft' in options else [name for name in PICTURES if name != 'Emblem']
                Checker(f'{language} {" ".join(options)}', target).check(pictures)


main(*sys.argv[1:])
