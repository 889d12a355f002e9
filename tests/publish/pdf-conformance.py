#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a PDF file against clauses of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).

No validator of either is among the packages of Debian. This one reads the file with qpdf and knows nothing of how it
was written. It checks what a machine can, of what such a file can hold; each problem names the clause.

    pdf-conformance.py FILE.pdf...     prints problems; exit code 1 when there are any
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

from pdf_model import CompactFont, File, TrueType, operators, text

PDFA, PDFUA = 'PDF/A-2 ', 'PDF/UA-1 '
NAMESPACES = {
    'pdfaid': 'http://www.aiim.org/pdfa/ns/id/',
    'pdfuaid': 'http://www.aiim.org/pdfua/ns/id/',
    'dc': 'http://purl.org/dc/elements/1.1/',
    'xmp': 'http://ns.adobe.com/xap/1.0/',
    'pdf': 'http://ns.adobe.com/pdf/1.3/',
    'rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    'pdfaProperty': 'http://www.aiim.org/pdfa/ns/property#',
    'pdfaSchema': 'http://www.aiim.org/pdfa/ns/schema#',
}
PREDEFINED = {NAMESPACES[prefix] for prefix in ('pdfaid', 'dc', 'xmp', 'pdf')}

# Standard types of ISO 32000-1, 14.8.4, and what may stand in those that are picky.
TYPES = set('Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI '
            'Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT '
            'RP Warichu WT WP Figure Formula Form'.split())
KIDS = {'L': {'LI', 'Caption', 'L'}, 'LI': {'Lbl', 'LBody'}, 'TOC': {'TOCI', 'TOC', 'Caption'},
        'TOCI': {'Lbl', 'Reference', 'NonStruct', 'P', 'TOC'}}
PARENTS = {'LI': {'L'}, 'LBody': {'LI'}, 'TOCI': {'TOC'}}

# Operators of ISO 32000-1, Annex A.
OPERATORS = set("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n "
                "q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split())
DEVICE_SPACES = {'/DeviceRGB', '/DeviceCMYK', '/DeviceGray'}
DEVICE_OPERATORS = set('G g RG rg K k'.split())
SHOWING = set("Tj TJ ' \"".split())
PAINTING = SHOWING | set('b B b* B* f F f* s S sh Do BI'.split())


class Checker:
    def __init__(self, path):
        self.file = File(path)
        self.problems = []
        self.shown = {}       # reference of a font: codes shown with it
        self.pieces = {}      # (page, number): where marked content is
        self.elements = []    # (reference, element, parent), in reading order

    def check(self, fine, clause, message, *values):
        if not fine:
            self.problems.append(clause + ': ' + (message % values if values else message))
        return fine

    def run(self):
        for check in (self.check_file, self.check_limits, self.check_objects, self.check_colors, self.check_metadata,
                      self.check_catalog, self.check_pages, self.check_fonts, self.check_structure, self.check_nesting,
                      self.check_headings, self.check_notes, self.check_parents, self.check_links, self.check_outline):
            check()
        return self.problems

    # --- the file ---

    def check_file(self):
        data = self.file.bytes
        self.check(re.match(rb'%PDF-1\.[0-7][\r\n]', data), PDFA + '6.1.2', 'the header is not the first line')
        second = re.match(rb'[^\r\n]*\r?\n?%([^\r\n]*)', data)
        self.check(second and len(second.group(1)) >= 4 and min(second.group(1)[:4]) > 127, PDFA + '6.1.2',
                   'no comment of four bytes above 127 follows the header')
        self.check(re.search(rb'%%EOF(\r|\n|\r\n)?$', data), PDFA + '6.1.3', 'something follows the end')
        self.check('/ID' in self.file.trailer, PDFA + '6.1.3', 'the trailer has no ID')
        self.check('/Encrypt' not in self.file.trailer, PDFA + '6.1.3, ' + PDFUA + '7.16', 'the file is encrypted')
        plain = re.sub(rb'stream\r?\n.*?\r?\nendstream', b'stream endstream', data, flags=re.S)
        for match in re.finditer(rb'(?<![A-Za-z])obj\b', plain):
            around = plain[max(0, match.start() - 24):match.end() + 1]
            self.check(re.search(rb'[\r\n]\d+ \d+ obj[\r\n]$', around), PDFA + '6.1.9', 'an object begins %r', around)
        for match in re.finditer(rb'endobj', plain):
            around = plain[match.start() - 1:match.end() + 1]
            self.check(re.match(rb'[\r\n]endobj[\r\n]', around), PDFA + '6.1.9', 'an object ends %r', around)
        self.check(not re.search(rb'stream\r(?!\n)', data), PDFA + '6.1.7.1', 'a stream begins after CR alone')

    def check_limits(self):
        self.check(len(self.file.objects) < 8388607, PDFA + '6.1.13', 'too many objects')
        for dictionary in self.file.dictionaries():
            for key, value in dictionary.items():
                self.check(len(key) <= 128, PDFA + '6.1.13', 'the name %s', key)
                self.check(not isinstance(value, int) or abs(value) < 2 ** 31, PDFA + '6.1.13', 'the number %s', value)
                if isinstance(value, str) and value[:2] in ('u:', 'b:'):
                    self.check(len(value) <= 32769, PDFA + '6.1.13', 'the string %s', value[:40])
        for reference in self.file.pages():
            box = self.file.inherited(self.file.get(reference), '/MediaBox')
            self.check(all(3 <= b - a <= 14400 for a, b in zip(box[:2], box[2:])), PDFA + '6.1.13', 'a page of %s', box)

    def check_objects(self):
        forbidden = {  # key of any dictionary: clause
            '/FFilter': '6.1.7.1', '/FDecodeParms': '6.1.7.1', '/TR': '6.2.5', '/HTP': '6.2.5',
            '/OPI': '6.2.8', '/Alternates': '6.2.8', '/Ref': '6.2.9', '/PS': '6.2.9', '/AA': '6.5.2',
            '/XFA': '6.4.2', '/EF': '6.8', '/OCProperties': '6.9', '/AlternatePresentations': '6.10',
            '/PresSteps': '6.10', '/Requirements': '6.11', '/OpenAction': '6.5.1', '/JS': '6.5.1'}
        actions = {'/GoTo', '/GoToR', '/URI', '/Named', '/Thread'}
        for dictionary in self.file.dictionaries():
            for key, clause in forbidden.items():
                self.check(key not in dictionary, PDFA + clause, 'there is a key %s', key)
            filters = dictionary.get('/Filter', [])
            for name in filters if isinstance(filters, list) else [filters]:
                self.check(name not in ('/LZWDecode', '/Crypt'), PDFA + '6.1.7.2', 'the filter %s', name)
            if isinstance(dictionary.get('/S'), str) and '/URI' in dictionary or dictionary.get('/Type') == '/Action':
                self.check(dictionary['/S'] in actions, PDFA + '6.5.1', 'the action %s', dictionary['/S'])
            self.check(dictionary.get('/Interpolate') is not True, PDFA + '6.2.8', 'an image is interpolated')
            self.check(dictionary.get('/SMask', '/None') == '/None', PDFA + '6.2.10', 'there is a soft mask')
            self.check(dictionary.get('/BM', '/Normal') in ('/Normal', '/Compatible'), PDFA + '6.2.10', 'a blend mode')
            for key in ('/CA', '/ca'):
                self.check(dictionary.get(key, 1) == 1, PDFA + '6.2.10', 'there is transparency')

    def check_colors(self):
        """With no output intent nothing may depend on a device."""
        intents = [self.file.get(intent) for intent in self.file.get(self.file.root.get('/OutputIntents')) or []]
        self.has_intent = any(intent.get('/S') == '/GTS_PDFA1' and '/DestOutputProfile' in intent for intent in intents)
        if self.has_intent:
            return
        for dictionary in self.file.dictionaries():
            values = [dictionary.get('/ColorSpace'), dictionary.get('/CS')]
            values += list(dictionary.values()) if dictionary.get('/Type') is None else []
            for value in values:
                names = value if isinstance(value, list) else [value]
                self.check(not any(isinstance(name, str) and name in DEVICE_SPACES for name in names), PDFA + '6.2.4.3',
                           'a colour of a device is used without an output intent: %s', value)

    # --- what it says of itself ---

    def check_metadata(self):
        reference = self.file.root.get('/Metadata')
        if not self.check(reference is not None, PDFA + '6.6.2.1', 'there is no metadata'):
            return
        data = self.file.data(reference)
        self.check('/Filter' not in self.file.get(reference), PDFUA + '5', 'the metadata is compressed')
        head = re.match(rb'\s*<\?xpacket ([^?]*)\?>', data)
        self.check(head and b'bytes=' not in head.group(1) and b'encoding=' not in head.group(1), PDFA + '6.6.2.1',
                   'the header of the packet')
        root = ElementTree.fromstring(re.sub(rb'<\?xpacket[^?]*\?>', b'', data).decode('utf-8'))

        def find(name):
            node = root.find('.//' + name, NAMESPACES)
            return ''.join(node.itertext()).strip() if node is not None else None
        self.check(find('pdfaid:part') == '2' and find('pdfaid:conformance') == 'A', PDFA + '6.6.4',
                   'the part and conformance are %s %s', find('pdfaid:part'), find('pdfaid:conformance'))
        self.check(find('pdfuaid:part') == '1', PDFUA + '5', 'the part is %s', find('pdfuaid:part'))
        self.check(find('dc:title'), PDFUA + '7.1', 'there is no title')
        described = {node.text for node in root.iter('{%s}namespaceURI' % NAMESPACES['pdfaSchema'])}
        for node in root.iter('{%s}Description' % NAMESPACES['rdf']):
            for child in node:
                space = child.tag[1:].split('}')[0]
                self.check(space in PREDEFINED or space in described or 'pdfa/ns' in space, PDFA + '6.6.2.3',
                           'the property %s is not described', child.tag)
        info = self.file.get(self.file.trailer.get('/Info')) or {}
        pairs = {'/Title': 'dc:title', '/Author': 'dc:creator', '/Subject': 'dc:description', '/Producer': 'pdf:Producer',
                 '/Creator': 'xmp:CreatorTool', '/Keywords': 'pdf:Keywords'}
        for key, name in pairs.items():
            self.check(text(info.get(key)) == find(name), PDFA + '6.6.3', '%s and %s differ', key, name)
        for key, name in {'/CreationDate': 'xmp:CreateDate', '/ModDate': 'xmp:ModifyDate'}.items():
            digits = [re.sub(r'\D', '', value or '') for value in (text(info.get(key)), find(name))]
            self.check(digits[0] == digits[1], PDFA + '6.6.3', '%s and %s differ', key, name)

    def check_catalog(self):
        root = self.file.root
        self.check((self.file.get(root.get('/MarkInfo')) or {}).get('/Marked') is True, PDFA + '6.7.2.2, ' + PDFUA + '7.1',
                   'the file is not said to be tagged')
        self.check((self.file.get(root.get('/MarkInfo')) or {}).get('/Suspects') is not True, PDFUA + '7.1', 'suspects')
        language = text(root.get('/Lang')) or ''
        self.check(re.match(r'[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$', language), PDFA + '6.7.4, ' + PDFUA + '7.2',
                   'the language is %r', language)
        viewer = self.file.get(root.get('/ViewerPreferences')) or {}
        self.check(viewer.get('/DisplayDocTitle') is True, PDFUA + '7.1', 'the title is not to be displayed')

    # --- pages ---

    def check_pages(self):
        for number, reference in enumerate(self.file.pages(), 1):
            page = self.file.get(reference)
            if page.get('/Annots'):
                self.check(page.get('/Tabs') == '/S', PDFUA + '7.18.3', 'page %d has no tab order', number)
            self.check('/Resources' in page, PDFA + '6.2.2', 'page %d has no resources of its own', number)
            self.check('/Group' not in page, PDFA + '6.2.10', 'page %d has a group', number)
            contents = page['/Contents']
            data = b'\n'.join(map(self.file.data, contents if isinstance(contents, list) else [contents]))
            self.read_page(number, reference, data, self.file.inherited(page, '/Resources'))

    def read_page(self, number, page, data, resources):
        stack, font, depth, in_text = [], None, 0, False
        fonts = self.file.get(resources.get('/Font')) or {}
        for operator, operands in operators(data):
            self.check(operator in OPERATORS, PDFA + '6.2.2', 'page %d: the operator %s', number, operator)
            device = operator in DEVICE_OPERATORS or operator in ('cs', 'CS') and operands[0] in DEVICE_SPACES
            self.check(self.has_intent or not device, PDFA + '6.2.4.3',
                       'page %d: the operator %s', number, operator)
            if operator in ('BMC', 'BDC'):
                stack.append((operands[0], in_text))
                self.open_piece(number, page, operands, stack)
            elif operator == 'EMC':
                opened = stack.pop() if stack else None
                self.check(opened and opened[1] == in_text, 'ISO 32000-1 14.6.1', 'page %d: marked content', number)
            elif operator in ('BT', 'ET'):
                in_text = operator == 'BT'
            elif operator in ('q', 'Q'):
                depth += 1 if operator == 'q' else -1
                self.check(0 <= depth <= 28, PDFA + '6.1.13', 'page %d: states', number)
            elif operator == 'Tf':
                font = fonts.get(operands[0])
                self.check(font is not None, PDFA + '6.2.2', 'page %d: no font %s', number, operands[0])
            elif operator == 'Tr':
                self.check(operands[0] != 3, PDFA + '6.2.11.4.1', 'page %d: text that is not seen', number)
            if operator in PAINTING:
                self.check(stack, PDFUA + '7.1', 'page %d: %s is neither content nor artifact', number, operator)
            if operator in SHOWING and font is not None:
                self.note_codes(font, operands[-1])
        self.check(not stack and depth == 0, 'ISO 32000-1 14.6.1', 'page %d ends in the middle', number)

    def open_piece(self, number, page, operands, stack):
        artifact = operands[0] == '/Artifact'
        outer = [tag for tag, _ in stack[:-1]]
        self.check(not artifact or not outer, PDFUA + '7.1', 'page %d: an artifact inside content', number)
        self.check(artifact or '/Artifact' not in outer, PDFUA + '7.1', 'page %d: content inside an artifact', number)
        properties = operands[1] if len(operands) > 1 else {}
        piece = properties.get('/MCID') if isinstance(properties, dict) else None
        self.check(artifact or piece is not None or outer, PDFUA + '7.1', 'page %d: %s is no piece', number, operands[0])
        if piece is not None:
            self.check((page, piece) not in self.pieces, 'ISO 32000-1 14.7.4.3', 'page %d: piece %d twice', number, piece)
            self.pieces[page, int(piece)] = operands[0]

    def note_codes(self, font, operand):
        codes = self.shown.setdefault(font, set())
        for string in operand if isinstance(operand, list) else [operand]:
            if isinstance(string, bytes):
                codes.update(string[i] << 8 | string[i + 1] for i in range(0, len(string), 2))

    # --- fonts ---

    def check_fonts(self):
        for reference, codes in self.shown.items():
            font = self.file.get(reference)
            name = font['/BaseFont']
            if not self.check(font['/Subtype'] == '/Type0' and font['/Encoding'] == '/Identity-H', PDFA + '6.2.11.3',
                              '%s is not a composite font with codes of its own', name):
                continue
            descendant = self.file.get(self.file.get(font['/DescendantFonts'])[0])
            descriptor = self.file.get(descendant['/FontDescriptor'])
            self.check(re.match(r'/[A-Z]{6}\+', name) and name == descendant['/BaseFont'] == descriptor['/FontName'],
                       'ISO 32000-1 9.6.4', 'the names of %s', name)
            self.check({'/Registry', '/Ordering', '/Supplement'} <= set(self.file.get(descendant['/CIDSystemInfo'])),
                       PDFA + '6.2.11.3.1', '%s has no system', name)
            program, glyphs = self.read_program(name, descendant, descriptor)
            if program is not None:
                self.check_codes(name, font, descendant, codes, program, glyphs)
            self.check('/CIDSet' not in descriptor, PDFA + '6.2.11.4.2', 'the CIDSet of %s is not checked', name)

    def read_program(self, name, descendant, descriptor):
        """The program, and what glyph a code shows."""
        if '/FontFile2' in descriptor:
            program = TrueType(self.file.data(descriptor['/FontFile2']))
            mapping = descendant.get('/CIDToGIDMap')
            self.check(mapping is not None, PDFA + '6.2.11.3.2', '%s has no map of glyphs', name)
            data = None if mapping in (None, '/Identity') else self.file.data(mapping)
            return program, lambda code: code if data is None else int.from_bytes(data[2 * code:2 * code + 2], 'big')
        if '/FontFile3' in descriptor:
            stream = self.file.get(descriptor['/FontFile3'])
            self.check(stream.get('/Subtype') == '/CIDFontType0C', PDFA + '6.2.11.2', 'the program of %s', name)
            return CompactFont(self.file.data(descriptor['/FontFile3'])), lambda code: code
        self.check(False, PDFA + '6.2.11.4.1, ' + PDFUA + '7.21.4.1', '%s is not embedded', name)
        return None, None

    def check_codes(self, name, font, descendant, codes, program, glyphs):
        widths = self.read_widths(descendant)
        unicode = self.read_to_unicode(name, font)
        for code in sorted(codes):
            glyph = glyphs(code)
            self.check(glyph != 0, PDFA + '6.2.11.8, ' + PDFUA + '7.21.8', '%s shows .notdef as %d', name, code)
            if self.check(glyph in program.widths, PDFA + '6.2.11.4.1', '%s has no glyph for %d', name, code):
                self.check(abs(widths.get(code, descendant.get('/DW', 1000)) - program.widths[glyph]) <= 1,
                           PDFA + '6.2.11.5, ' + PDFUA + '7.21.5', '%s: the width of %d', name, code)
            said = unicode.get(code)
            if self.check(said, PDFA + '6.2.11.7.2, ' + PDFUA + '7.21.7', '%s: %d stands for nothing', name, code):
                self.check(not set(said) & {'\0', '\ufeff', '\ufffe', '\ufffd'}, PDFA + '6.2.11.7.2',
                           '%s: %d stands for %r', name, code, said)
                self.check(not re.search('[\ue000-\uf8ff]', said), PDFA + '6.2.11.7.3', '%s: %d is private', name, code)
                self.check(not re.search('[\ufb50-\ufdff\ufe70-\ufefc]', said), 'plain text',
                           '%s: %d stands for a form of a letter, %r', name, code, said)

    def read_widths(self, descendant):
        widths, items, at = {}, self.file.get(descendant.get('/W', [])), 0
        while at < len(items):
            if isinstance(items[at + 1], list):
                widths.update({items[at] + i: width for i, width in enumerate(items[at + 1])})
                at += 2
            else:
                widths.update({code: items[at + 2] for code in range(items[at], items[at + 1] + 1)})
                at += 3
        return widths

    def read_to_unicode(self, name, font):
        if not self.check('/ToUnicode' in font, PDFA + '6.2.11.7.2', '%s has no ToUnicode', name):
            return {}
        out = {}
        for operator, operands in operators(self.file.data(font['/ToUnicode'])):
            if operator == 'endbfchar':
                for code, units in zip(operands[::2], operands[1::2]):
                    out[int.from_bytes(code, 'big')] = units.decode('utf-16-be')
            self.check(operator != 'endbfrange', 'this checker', 'does not know ranges')
        return out

    # --- structure ---

    def check_structure(self):
        tree = self.file.get(self.file.root.get('/StructTreeRoot'))
        if not self.check(tree is not None, PDFA + '6.7.3, ' + PDFUA + '7.1', 'there is no structure'):
            return
        self.check(not self.file.get(tree.get('/RoleMap')), PDFA + '6.7.3.4', 'the role map is not checked')
        self.found = {}  # piece or annotation: the element that holds it
        kids = tree['/K'] if isinstance(tree['/K'], list) else [tree['/K']]
        self.check(len(kids) == 1 and self.file.get(kids[0])['/S'] == '/Document', PDFUA + '7.1', 'there is no document')
        for kid in kids:
            self.walk(kid, None)
        for piece, tag in self.pieces.items():
            self.check(piece in self.found, PDFUA + '7.1', 'piece %s of %s is in no element', piece[1], piece[0])
        for piece in self.found:
            self.check(not isinstance(piece, tuple) or piece in self.pieces, 'ISO 32000-1 14.7.4.2',
                       'piece %s is on no page', piece)

    def walk(self, reference, parent):
        element = self.file.get(reference)
        self.elements.append((reference, element, parent))
        self.check(element['/S'][1:] in TYPES, PDFA + '6.7.3.4, ' + PDFUA + '7.1', 'the type %s', element['/S'])
        expected = self.file.root['/StructTreeRoot'] if parent is None else parent
        self.check(element['/P'] == expected, 'ISO 32000-1 14.7.2', '%s has another parent', reference)
        if '/Lang' in element:
            self.check(re.match(r'[a-z]{2,3}(-|$)', text(element['/Lang'])), PDFUA + '7.2', 'the language of %s', reference)
        kids = element.get('/K', [])
        for kid in kids if isinstance(kids, list) else [kids]:
            value = self.file.get(kid)
            if isinstance(value, int):
                self.add_piece((element.get('/Pg'), value), reference)
            elif value.get('/Type') == '/MCR':
                self.add_piece((value.get('/Pg', element.get('/Pg')), value['/MCID']), reference)
            elif value.get('/Type') == '/OBJR':
                self.found[value['/Obj']] = reference
            else:
                self.walk(kid, reference)

    def add_piece(self, piece, reference):
        self.check(piece not in self.found, 'ISO 32000-1 14.7.4.2', 'piece %s is in two elements', piece)
        self.found[piece] = reference

    def kid_types(self, element):
        kids = element.get('/K', [])
        values = [self.file.get(kid) for kid in (kids if isinstance(kids, list) else [kids])]
        return [value['/S'][1:] for value in values if isinstance(value, dict) and '/S' in value]

    def check_nesting(self):
        types = {reference: element['/S'][1:] for reference, element, _ in self.elements}
        for reference, element, parent in self.elements:
            kind, kids = types[reference], self.kid_types(element)
            if kind in KIDS:
                self.check(kids and set(kids) <= KIDS[kind], PDFUA + '7.2', '%s holds %s', kind, kids)
            if kind in PARENTS:
                self.check(types.get(parent) in PARENTS[kind], PDFUA + '7.2', '%s is in %s', kind, types.get(parent))
            if kind == 'L':
                attributes = self.file.get(element.get('/A')) or {}
                self.check(attributes.get('/ListNumbering', '/None') != '/None', PDFUA + '7.6', 'a list has no numbering')
            if kind == 'LI':
                self.check(kids.count('Lbl') == 1 and kids.count('LBody') == 1, PDFUA + '7.6', 'an item of %s', kids)
            if kind == 'TOCI':
                self.check('Reference' in kids, PDFUA + '7.2', 'an entry of the contents refers to nothing')
            if kind in ('Figure', 'Formula'):
                self.check('/Alt' in element or '/ActualText' in element, PDFUA + '7.3', 'a figure is not described')
            self.check(kids or any(owner == reference for owner in self.found.values()), PDFUA + '7.1',
                       '%s %s is empty', kind, reference)

    def check_headings(self):
        last = 0
        for _, element, _ in self.elements:
            match = re.match(r'/H(\d?)$', element['/S'])
            if match is None:
                continue
            if not self.check(match.group(1), PDFUA + '7.4.4', 'headings with levels and without'):
                continue
            level = int(match.group(1))
            self.check(level <= last + 1, PDFUA + '7.4.2', 'H%d follows H%d', level, last)
            last = level
        self.check(last > 0, PDFUA + '7.4', 'there is no heading')

    def check_notes(self):
        names = [text(element.get('/ID')) for _, element, _ in self.elements if element['/S'] == '/Note']
        self.check(None not in names, PDFUA + '7.9', 'a note has no ID')
        self.check(len(set(names)) == len(names), PDFUA + '7.9', 'two notes have one ID')

    def check_parents(self):
        """From pages and annotations back to elements."""
        tree = self.file.get(self.file.root['/StructTreeRoot'])
        numbers = self.read_tree(tree['/ParentTree'])
        for reference in self.file.pages():
            parents = self.file.get(numbers.get(self.file.get(reference).get('/StructParents')))
            pieces = [piece for page, piece in self.pieces if page == reference]
            self.check(parents is not None or not pieces, 'ISO 32000-1 14.7.4.4', '%s has no parents', reference)
            for piece in pieces:
                self.check(piece < len(parents) and parents[piece] == self.found.get((reference, piece)),
                           'ISO 32000-1 14.7.4.4', 'piece %d of %s has another parent', piece, reference)
        self.numbers = numbers

    def read_tree(self, reference):
        node = self.file.get(reference)
        items = node.get('/Nums', [])
        out = dict(zip(items[::2], items[1::2]))
        for kid in node.get('/Kids', []):
            out.update(self.read_tree(kid))
        return out

    # --- links and bookmarks ---

    def check_links(self):
        types = {reference: element['/S'] for reference, element, _ in self.elements}
        count = 0
        for page in self.file.pages():
            for reference in self.file.get(self.file.get(page).get('/Annots')) or []:
                count += 1
                link = self.file.get(reference)
                self.check(link['/Subtype'] == '/Link', PDFUA + '7.18.1', 'the annotation %s', link['/Subtype'])
                self.check(link.get('/F', 0) & 0b111111 & ~4 == 0 and link.get('/F', 0) & 4, PDFA + '6.3.2',
                           'the flags of %s', reference)
                self.check(text(link.get('/Contents')), PDFUA + '7.18.5', '%s is not described', reference)
                self.check('/A' in link or '/Dest' in link, PDFUA + '7.18.5', '%s leads nowhere', reference)
                owner = self.found.get(reference)
                self.check(types.get(owner) == '/Link', PDFUA + '7.18.5', '%s is in no link', reference)
                self.check(self.numbers.get(link.get('/StructParent')) == owner, PDFUA + '7.18.1',
                           '%s has another parent', reference)
        elements = sum(kind == '/Link' for kind in types.values())
        self.check(elements <= count, PDFUA + '7.18.5', '%d of %d links cannot be followed', elements - count, elements)

    def check_outline(self):
        outline = self.file.get(self.file.root.get('/Outlines'))
        if not self.check(outline is not None, PDFUA + '7.17', 'there are no bookmarks'):
            return
        names = self.read_names(self.file.get(self.file.root.get('/Names') or {}).get('/Dests'))
        pages = set(self.file.pages())
        for dictionary in self.file.dictionaries():
            target = dictionary.get('/Dest')
            if target is None:
                continue
            place = names.get(target) if isinstance(target, str) else target
            self.check(place is not None and place[0] in pages, 'ISO 32000-1 12.3.2', '%s is no place', target)

    def read_names(self, reference):
        node = self.file.get(reference) or {}
        items = node.get('/Names', [])
        out = {name: self.file.get(place) for name, place in zip(items[::2], items[1::2])}
        for kid in node.get('/Kids', []):
            out.update(self.read_names(kid))
        return out


def main(paths):
    failed = False
    for path in paths:
        for problem in sorted(set(Checker(path).run())):
            print('%s: %s' % (path, problem))
            failed = True
    return 1 if failed or not paths else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
