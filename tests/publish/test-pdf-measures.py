#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages as mutool finds them, against measures taken from seven documents issued in New York (2012 to 2025).

    test-pdf-measures.py TOOL REPORT.wmdreport
"""

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

WIDTH, HEIGHT, TOLERANCE = 612, 792, 1.5


class Run:
    """Glyphs of one look on one line: places in points, the baseline from the top."""

    def __init__(self, page, span, glyphs):
        matrix = [float(number) for number in span.get('trm').split()]
        self.page = page
        self.text = ''.join(glyph.get('unicode') for glyph in glyphs if len(glyph.get('unicode')) == 1)
        self.bold = 'Bold' in span.get('font')
        self.italic = 'Italic' in span.get('font')
        self.size = matrix[3]
        self.stretch = matrix[0] / matrix[3]
        starts = [float(glyph.get('x')) for glyph in glyphs]
        ends = [start + float(glyph.get('adv')) * matrix[0] for start, glyph in zip(starts, glyphs)
                if glyph.get('unicode') != ' ']
        self.left, self.right = min(starts), max(ends, default=min(starts))
        self.baseline = HEIGHT - float(glyphs[0].get('y'))


class Shape:
    """What is filled: a rule, or a figure of many pieces."""

    def __init__(self, page, path):
        xs = [float(node.get('x')) for node in path if node.get('x')]
        ys = [HEIGHT - float(node.get('y')) for node in path if node.get('y')]
        self.page = page
        self.n_pieces = len(path.findall('moveto'))
        self.left, self.right, self.top, self.bottom = min(xs), max(xs), min(ys), max(ys)


def read(path):
    out = subprocess.run(['mutool', 'trace', path], check=True, capture_output=True).stdout
    root = ElementTree.fromstring(out)
    runs, shapes = [], []
    for page in root.findall('page'):
        number = int(page.get('number'))
        runs += [Run(number, span, list(glyphs)) for text in page.iter('fill_text') for span in text.findall('span')
                 for _, glyphs in itertools.groupby(span.findall('g'), lambda glyph: glyph.get('y'))]
        shapes += [Shape(number, fill) for fill in page.iter('fill_path')]
    rules = [shape for shape in shapes if shape.n_pieces <= 1]
    return root, runs, rules, [shape for shape in shapes if shape.n_pieces > 1]


class Edition:
    def __init__(self, path, rtl):
        self.root, self.runs, self.rules, self.figures = read(path)
        self.rtl = rtl
        self.problems = []

    def x(self, place):
        return WIDTH - place if self.rtl else place

    def start(self, run):
        """Where a reader begins the run or rule."""
        return run.right if self.rtl else run.left

    def end(self, run):
        return run.left if self.rtl else run.right

    def expect(self, name, found, wanted, tolerance=TOLERANCE):
        if found is None or abs(found - wanted) > tolerance:
            self.problems.append('%s: %s, not %.2f' % (name, found if found is None else '%.2f' % found, wanted))

    def find(self, page, size, bold=False, italic=False, where=lambda run: True):
        for run in self.runs:
            if (run.page == page and abs(run.size - size) < 0.15 and run.bold == bold and run.italic == italic
                    and run.text.strip() and where(run)):
                return run
        return None

    def expect_run(self, name, run, start=None, end=None, baseline=None, stretch=None):
        if run is None:
            self.problems.append(name + ' is not there')
            return
        if start is not None:
            self.expect(name + ', beginning', self.start(run), self.x(start))
        if end is not None:
            self.expect(name + ', end', self.end(run), self.x(end))
        if baseline is not None:
            self.expect(name + ', baseline', run.baseline, baseline)
        if stretch is not None:
            self.expect(name + ', stretch', run.stretch, stretch, 0.005)

    def expect_rule(self, name, page, top, thick, left, right):
        rules = [rule for rule in self.rules if rule.page == page and abs(rule.top - top) < TOLERANCE]
        if not rules:
            self.problems.append(name + ' is not there')
            return
        rule = rules[0]
        self.expect(name + ', thickness', rule.bottom - rule.top, thick, 0.1)
        self.expect(name + ', left', rule.left, left)
        self.expect(name + ', right', rule.right, right)

    # --- what issued documents have ---

    def check_first_page(self, latin):
        box = [float(number) for number in self.root.find('page').get('mediabox').split()]
        self.expect('page, width', box[2], WIDTH, 0)
        self.expect('page, height', box[3], HEIGHT, 0)
        self.expect_rule('thin rule', 1, 64.8, 0.48, 60, 552.6)
        self.expect_rule('thick rule', 1, 208.9, 1.44, 59.3, 551.9)
        letter = self.find(1, 20, where=lambda run: run.text == 'A')
        self.expect_run('first letter of the symbol', letter, baseline=56.5)
        rest = self.find(1, 10, where=lambda run: run.text.startswith('/'))
        self.expect('symbol, edge', self.end(rest) if not self.rtl else letter.left, self.x(552))
        distribution = [run for run in self.runs if run.page == 1 and abs(run.size - 10) < 0.15 and 70 < run.baseline < 130]
        for number, baseline in enumerate((86.7, 98.4, 110.4, 122.4)):
            self.expect('distribution, line %d' % (number + 1), distribution[number].baseline, baseline)
        job = self.find(1, 10, where=lambda run: '23-' in run.text)
        self.expect_run('job number', job, baseline=738.7)
        code = max(self.figures, key=lambda figure: figure.bottom - figure.top)
        self.expect('QR code, left', code.left, self.x(498.1) - (54.7 if self.rtl else 0))
        self.expect('QR code, top', code.top, 709.3)
        self.expect('QR code, width', code.right - code.left, 54.7)
        self.expect('QR code, height', code.bottom - code.top, 54.7)
        bars = max((figure for figure in self.figures if figure is not code), key=lambda figure: figure.right - figure.left)
        self.expect('bar code, bottom', bars.bottom, 749)
        if not latin:
            return
        self.expect('bar code, left', bars.left, 65.4)
        self.expect('distribution, left', distribution[0].left, 397)
        self.expect_run('job number', job, start=65.4)
        self.expect_run('name', self.find(1, 14), start=123.4, baseline=57.8, stretch=0.957)
        self.expect_run('organ', self.find(1, 20, bold=True), start=123.4, baseline=86.4, stretch=0.972)
        self.expect_run('session', self.find(1, 10, bold=True), start=60, baseline=225)
        self.expect_run('agenda item', self.find(1, 10, where=lambda run: 210 < run.baseline < 245), start=60)
        titles = [run for run in self.runs if run.page == 1 and run.size == 14 and run.bold]
        self.expect_run('title', titles[0], start=123.4, stretch=1.02)
        author = self.find(1, 12, bold=True)
        self.expect_run('author', author, start=123.4, baseline=titles[-1].baseline + 25.8)
        self.expect_run('summary', self.find(1, 12, italic=True), start=72.3)
        self.expect_run('summary, first line', self.find(1, 10, where=lambda run: author.baseline < run.baseline < 700), 147.2)
        frame = [rule for rule in self.rules if rule.page == 1 and rule.top > author.baseline]
        self.expect('frame of the summary, left', min(rule.left for rule in frame), 60)
        self.expect('frame of the summary, right', max(rule.right for rule in frame), 552.8)
        self.expect('frame of the summary, thickness', frame[0].bottom - frame[0].top, 0.37, 0.13)

    def check_footnote(self):
        rule = next((rule for rule in self.rules if rule.page == 1 and rule.top > 600 and rule.right - rule.left < 80), None)
        self.expect('rule of the footnotes, beginning', self.start(rule), self.x(99.6))
        self.expect('rule of the footnotes, end', self.end(rule), self.x(171.7))
        note = self.find(1, 8.5, where=lambda run: run.baseline < 709)
        if not self.rtl:
            self.expect_run('footnote', note, start=123.4)
            mark = self.find(1, 8.5 * 0.65)
            self.expect_run('mark of the footnote', mark, end=119.8)

    def check_furniture(self):
        for page in (2, 3, 4):
            odd = page % 2 == 1
            edge, other = (552, 60) if odd else (60, 552)
            begin, finish = (self.end, self.start) if odd else (self.start, self.end)
            bold = [run for run in self.runs if run.page == page and run.bold and abs(run.size - 8.5) < 0.2]
            head = next((run for run in bold if run.baseline < 64), None)
            foot = next((run for run in bold if run.baseline > 740), None)
            job = next((run for run in self.runs if run.page == page and run.baseline > 740 and not run.bold), None)
            self.expect_run('head of page %d' % page, head, baseline=59)
            self.expect('head of page %d, edge' % page, begin(head), self.x(edge))
            self.expect_run('foot of page %d' % page, foot, baseline=755.2)
            self.expect('foot of page %d, edge' % page, begin(foot), self.x(edge))
            self.expect('job number of page %d, edge' % page, finish(job), self.x(other))
            self.expect('job number of page %d, size' % page, job.size, 7, 0.2)
            self.expect_rule('rule of page %d' % page, page, 64.8, 0.24, 60, 552.6)

    def check_text(self):
        """The first numbered paragraphs, and the column that text keeps to."""
        number = self.find(3, 10, where=lambda run: run.text.startswith('1.'))
        self.expect_run('number of a paragraph', number, start=123.4)
        line = [run for run in self.runs if run.page == 3 and abs(run.baseline - number.baseline) < 0.1 and run is not number]
        self.expect_run('numbered paragraph', line[0], start=147.1)
        lines = sorted({round(run.baseline, 1) for run in self.runs if run.page == 3 and run.size == 10})
        after = [line for line in lines if line > number.baseline][:2]
        self.expect('pitch', after[1] - after[0], 12, 0.1)
        self.expect('turn-over line', min(run.left for run in self.runs if run.page == 3 and abs(run.baseline - after[0]) < 0.1), 123.4)
        body = [run for run in self.runs if run.page > 2 and run.size == 10 and 70 < run.baseline < 735]
        self.expect('column, right', max(run.right for run in body), 488)
        section = self.find(3, 14, bold=True)
        self.expect_run('number of a section', section, end=111)
        title = self.find(3, 14, bold=True, where=lambda run: run is not section)
        self.expect_run('section', title, start=123.4)
        self.expect('from the section to its text', number.baseline - title.baseline, 24.6)
        letter = next((run for run in self.runs if run.page > 2 and run.text.startswith(('(a)', 'a)'))), None)
        self.expect_run('lettered item', letter, start=146.9)


def main(tool, report):
    if shutil.which('mutool') is None:
        print('mutool is not installed')
        return 1 if os.environ.get('CI') else 77
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for language in ('ar', 'en', 'es', 'fr', 'ru'):
            path = os.path.join(folder, language + '.pdf')
            subprocess.run([tool, 'export', '--language=' + language, '--format=pdf', '-o', path, report], check=True,
                           stderr=subprocess.DEVNULL)
            edition = Edition(path, language == 'ar')
            edition.check_first_page(latin=language != 'ar')
            edition.check_footnote()
            edition.check_furniture()
            if language != 'ar':
                edition.check_text()
            for problem in edition.problems:
                print('%s: %s' % (language, problem))
                failed = True
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
