# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF file as Python values: objects from qpdf, operators of content streams, font programs."""

import base64
import json
import re
import struct
import subprocess

REFERENCE = re.compile(r'(\d+) (\d+) R$')


class File:
    """The objects of a file. Names are strings with a slash, strings bytes or str after "u:" and "b:"."""

    def __init__(self, path):
        self.path = path
        with open(path, 'rb') as file:
            self.bytes = file.read()
        out = subprocess.run(['qpdf', '--json=2', '--json-key=qpdf', '--json-stream-data=inline',
                              '--decode-level=generalized', path], check=True, capture_output=True).stdout
        self.objects = json.loads(out)['qpdf'][1]
        self.trailer = self.objects['trailer']['value']
        self.root = self.get(self.trailer['/Root'])

    def get(self, value):
        """What a reference leads to; a stream's dictionary for a stream."""
        while isinstance(value, str) and REFERENCE.match(value):
            entry = self.objects.get('obj:' + value)
            if entry is None:
                return None
            value = entry['value'] if 'value' in entry else entry['stream']['dict']
        return value

    def data(self, reference):
        return base64.b64decode(self.objects['obj:' + reference]['stream']['data'])

    def values(self):
        """Every object, with its name."""
        for name, entry in self.objects.items():
            yield name, entry['value'] if 'value' in entry else entry['stream']['dict']

    def dictionaries(self):
        """Every dictionary, those inside others too."""
        stack = [value for _, value in self.values()]
        while stack:
            value = stack.pop()
            if isinstance(value, dict):
                yield value
                stack.extend(value.values())
            elif isinstance(value, list):
                stack.extend(value)

    def pages(self):
        """References of the pages, in order."""
        stack = [self.root['/Pages']]
        while stack:
            reference = stack.pop()
            node = self.get(reference)
            if node.get('/Type') == '/Pages':
                stack.extend(reversed(node['/Kids']))
            else:
                yield reference

    def inherited(self, page, key):
        while page is not None:
            if key in page:
                return self.get(page[key])
            page = self.get(page.get('/Parent'))
        return None


def text(value):
    """A string as qpdf writes it: "u:" and text, or "b:" and bytes in hexadecimal."""
    if value is None:
        return None
    return value[2:] if value.startswith('u:') else bytes.fromhex(value[2:]).decode('latin-1')


# --- content streams ---

TOKEN = re.compile(rb'[\0\t\n\f\r ]*(?:%[^\r\n]*[\0\t\n\f\r ]*)*'
                   rb'(?:(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))(?=[\0\t\n\f\r \[\]<>()/%]|$)'
                   rb'|(?P<name>/[^\0\t\n\f\r \[\]<>()/%]*)|(?P<dict><<|>>)|(?P<hex><[0-9A-Fa-f\s]*>)'
                   rb'|(?P<open>\()|(?P<array>[\[\]])|(?P<operator>[A-Za-z\'"*][A-Za-z0-9\'"*]*))')
ESCAPES = {b'n': b'\n', b'r': b'\r', b't': b'\t', b'b': b'\b', b'f': b'\f'}


def read_string(data, at):
    """A literal string that begins after the bracket; the string and where it ends."""
    out = bytearray()
    depth = 1
    while True:
        c = data[at:at + 1]
        at += 1
        if c == b'\\':
            octal = re.match(rb'[0-7]{1,3}', data[at:at + 3])
            if octal:
                out.append(int(octal.group(), 8) & 255)
                at += octal.end()
            else:
                out += ESCAPES.get(data[at:at + 1], data[at:at + 1].strip(b'\r\n'))
                at += 1
        elif c == b'(':
            depth += 1
            out += c
        elif c == b')':
            depth -= 1
            if depth == 0:
                return bytes(out), at
            out += c
        elif c == b'':
            raise ValueError('a string does not end')
        else:
            out += c


def operators(data):
    """Operators of a content stream, each with its operands."""
    at = 0
    stacks = [[]]
    data = data.rstrip(b'\0\t\n\f\r ')
    while at < len(data):
        match = TOKEN.match(data, at)
        if match is None:
            raise ValueError('no token at byte %d: %r' % (at, data[at:at + 20]))
        at = match.end()
        kind = match.lastgroup
        token = match.group(kind)
        if kind == 'number':
            stacks[-1].append(float(token))
        elif kind == 'name':
            stacks[-1].append(token.decode())
        elif kind == 'hex':
            digits = re.sub(rb'\s', b'', token[1:-1])
            stacks[-1].append(bytes.fromhex((digits + b'0' * (len(digits) % 2)).decode()))
        elif kind == 'open':
            string, at = read_string(data, at)
            stacks[-1].append(string)
        elif token in (b'[', b'<<'):
            stacks.append([])
        elif token == b']':
            stacks[-2].append(stacks.pop())
        elif token == b'>>':
            items = stacks.pop()
            stacks[-1].append(dict(zip(items[::2], items[1::2])))
        else:
            yield token.decode(), stacks[0]
            stacks = [[]]


# --- font programs ---

def sfnt_tables(data):
    count = struct.unpack_from('>H', data, 4)[0]
    tables = {}
    for i in range(count):
        tag, _, offset, length = struct.unpack_from('>4sIII', data, 12 + 16 * i)
        tables[tag.decode()] = data[offset:offset + length]
    return tables


class TrueType:
    """Advances of a TrueType program, by glyph, in thousandths of the size."""

    def __init__(self, data):
        tables = sfnt_tables(data)
        self.tables = tables
        self.units = struct.unpack_from('>H', tables['head'], 18)[0]
        self.count = struct.unpack_from('>H', tables['maxp'], 4)[0]
        metrics = struct.unpack_from('>H', tables['hhea'], 34)[0]
        advances = [struct.unpack_from('>H', tables['hmtx'], 4 * i)[0] for i in range(metrics)]
        advances += [advances[-1]] * (self.count - metrics)
        self.widths = {i: width * 1000 / self.units for i, width in enumerate(advances)}


class CompactFont:
    """Advances of a CFF program, by CID where it has them, else by glyph."""

    CLEARING = {1: 0, 3: 0, 18: 0, 23: 0, 19: 0, 20: 0, 21: 2, 22: 1, 4: 1, 14: 0}

    def __init__(self, data):
        self.data = data
        at = data[2]
        _, at = self.index(at)
        tops, at = self.index(at)
        _, at = self.index(at)
        self.globals, _ = self.index(at)
        top = self.dictionary(tops[0])
        self.glyphs, _ = self.index(top[17][0])
        self.count = len(self.glyphs)
        self.by_cid = (12, 30) in top
        fonts = [self.dictionary(part) for part in self.index(top[(12, 36)][0])[0]] if self.by_cid else [top]
        privates = [self.private(font) for font in fonts]
        select = self.select(top[(12, 37)][0]) if self.by_cid else [0] * self.count
        charset = self.charset(top.get(15, [0])[0]) if self.by_cid else range(self.count)
        self.widths = {cid: self.width(self.glyphs[glyph], privates[select[glyph]])
                       for glyph, cid in enumerate(charset)}

    def index(self, at):
        count = struct.unpack_from('>H', self.data, at)[0]
        if count == 0:
            return [], at + 2
        size = self.data[at + 2]
        offsets = [int.from_bytes(self.data[at + 3 + size * i:at + 3 + size * (i + 1)], 'big')
                   for i in range(count + 1)]
        base = at + 2 + size * (count + 1)
        return [self.data[base + a:base + b] for a, b in zip(offsets, offsets[1:])], base + offsets[-1]

    @staticmethod
    def dictionary(data):
        out, stack, at = {}, [], 0
        while at < len(data):
            b = data[at]
            at += 1
            if b <= 21:
                key = b
                if b == 12:
                    key = (12, data[at])
                    at += 1
                out[key] = stack
                stack = []
            elif b == 28:
                stack.append(struct.unpack_from('>h', data, at)[0])
                at += 2
            elif b == 29:
                stack.append(struct.unpack_from('>i', data, at)[0])
                at += 4
            elif b == 30:
                digits = ''
                while not digits.endswith('f'):
                    digits += '%02x' % data[at]
                    at += 1
                digits = digits[:digits.index('f')]
                stack.append(float(digits.replace('a', '.').replace('b', 'E').replace('c', 'E-').replace('e', '-')))
            elif b <= 246:
                stack.append(b - 139)
            elif b <= 250:
                stack.append((b - 247) * 256 + data[at] + 108)
                at += 1
            else:
                stack.append(-(b - 251) * 256 - data[at] - 108)
                at += 1
        return out

    def private(self, font):
        size, offset = (int(number) for number in font[18])
        private = self.dictionary(self.data[offset:offset + size])
        subrs = self.index(offset + int(private[19][0]))[0] if 19 in private else []
        return private.get(20, [0])[0], private.get(21, [0])[0], subrs

    def select(self, at):
        if self.data[at] == 0:
            return list(self.data[at + 1:at + 1 + self.count])
        ranges = struct.unpack_from('>H', self.data, at + 1)[0]
        out = []
        for i in range(ranges):
            first, font, end = struct.unpack_from('>HBH', self.data, at + 3 + 3 * i)
            out += [font] * (end - first)
        return out

    def charset(self, at):
        form, at = self.data[at], at + 1
        out = [0]
        while len(out) < self.count:
            first = struct.unpack_from('>H', self.data, at)[0]
            left = 0 if form == 0 else self.data[at + 2] if form == 1 else struct.unpack_from('>H', self.data, at + 2)[0]
            out += range(first, first + left + 1)
            at += 2 + form
        return out

    def width(self, code, private):
        """The first number of the glyph, when there is one too many for the first operator that takes all."""
        default, nominal, subrs = private
        stack, calls = [], [(code, 0)]
        while calls:
            code, at = calls.pop()
            while at < len(code):
                b = code[at]
                at += 1
                if b in self.CLEARING:
                    need = self.CLEARING[b]
                    extra = len(stack) > need if b in (21, 22, 4) else len(stack) % 2 == 1
                    return nominal + stack[0] if extra else default
                if b in (10, 29):
                    called = subrs if b == 10 else self.globals
                    bias = 107 if len(called) < 1240 else 1131 if len(called) < 33900 else 32768
                    calls.append((code, at))
                    code, at = called[int(stack.pop()) + bias], 0
                elif b == 11:
                    break
                elif b == 28:
                    stack.append(struct.unpack_from('>h', code, at)[0])
                    at += 2
                elif b == 255:
                    stack.append(struct.unpack_from('>i', code, at)[0] / 65536)
                    at += 4
                elif b >= 251:
                    stack.append(-(b - 251) * 256 - code[at] - 108)
                    at += 1
                elif b >= 247:
                    stack.append((b - 247) * 256 + code[at] + 108)
                    at += 1
                elif b >= 32:
                    stack.append(b - 139)
                else:
                    raise ValueError('the operator %d comes before the width' % b)
        return default
