#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The differences of an edition from an older state are tracked changes: rejecting all gives what the older state is
# exported as, accepting all what the newer one is, in words, styles, looks, links, notes, lists and page numbers.
#   tracked-changes.py TOOL REPORT
import copy
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

from wordprocessing import Document

LANGUAGES = ('ar', 'en', 'es', 'fr', 'ru', 'zh')
ROUNDS = 10  # reports made at random


class Report:
    """A report that is changed; what is done to it is done in all six languages."""

    def __init__(self, data):
        self.data = copy.deepcopy(data)

    @property
    def replies(self):
        return self.data['replies']

    def parts(self):
        return [self.data['summary'], self.data['introduction'], *self.replies]

    def reply(self, name):
        return next(reply for reply in self.replies if reply['id'] == name)

    @staticmethod
    def blocks(part):
        return [variant['blocks'] for variant in part['variants'].values()]

    def change(self, part, index, change):
        for blocks in self.blocks(part):
            change(blocks[index])

    def insert(self, part, index, kind, text):
        for blocks in self.blocks(part):
            blocks.insert(index, {'id': f'n{len(blocks)}x{index}', 'kind': kind, 'text': text})

    def remove(self, part, index):
        for blocks in self.blocks(part):
            del blocks[index]

    def add_reply(self, name, respondent):
        reply = copy.deepcopy(self.replies[0])
        self.replies.append({**reply, 'id': name, 'respondent': respondent})


def put(key, text):
    return lambda block: block.__setitem__(key, text)


def wrap(before, after):
    return lambda block: block.__setitem__('text', before + block['text'] + after)


def change_facts(report):
    report.data['facts'].update({'symbol': 'A/79/8888', 'session': '79', 'date': '2024-07-01', 'job-number': '24-11111',
                                 'agenda': 'adopted', 'agenda-item': '102(t)'})


def remove_facts(report):
    for fact in ('date', 'agenda-item', 'job-number', 'symbol'):
        del report.data['facts'][fact]


def change_notes(report):
    reply = report.replies[0]
    report.change(reply, 0, wrap('', '<note>An <em>old</em> note.</note>'))
    report.change(reply, 2, wrap('', '<note>See <a href="https://example.org/a">there</a>.</note>'))


def change_notes_again(report):
    reply = report.replies[0]
    report.change(reply, 0, wrap('', '<note>A <em>new</em> note.</note>'))
    report.change(reply, 3, wrap('', '<note>Another.</note>'))


def change_looks(report):
    reply = report.replies[0]
    report.change(reply, 0, wrap('<em>', '</em>'))
    report.change(reply, 2, wrap('<strong>', '</strong>'))
    report.change(reply, 3, wrap('<a href="https://example.org/other">', '</a>'))
    report.change(reply, 8, put('kind', 'bullet'))
    report.change(reply, 9, put('kind', 'lettered'))


def change_lists(report):
    reply = report.replies[0]
    report.remove(reply, 4)
    report.insert(reply, 6, 'lettered', 'One more letter.')
    report.insert(report.reply('r3'), 3, 'lettered', 'A first letter.')
    report.insert(report.reply('r5'), 4, 'paragraph', 'It parts the list in two.')


def change_frame(report):
    summary, introduction = report.data['summary'], report.data['introduction']
    report.insert(summary, 1, 'paragraph', 'A last paragraph of the summary.')
    report.insert(summary, 2, 'paragraph', 'And one more.')
    report.remove(introduction, 1)
    report.insert(introduction, 3, 'numbered', 'A paragraph more.')


def keep_replies(*names):
    def keep(report):
        report.data['replies'] = [reply for reply in report.replies if reply['id'] in names]
    return keep


def move_replies(report):
    report.reply('r1')['respondent'] = 'ZMB'
    report.add_reply('r20', 'AND')
    report.add_reply('r21', 'unodc')


def miss_translations(report):
    for reply in report.replies:
        reply['variants'] = {code: variant for code, variant in reply['variants'].items() if code == reply['original']}


def be_another(report):
    report.data['id'] = 'another'
    report.replies.reverse()
    for number, reply in enumerate(report.replies):
        reply['id'] = f'r{number + 1}'


CHANGES = {
    'nothing': ((), ()),
    'facts': ((), (change_facts,)),
    'no facts': ((), (remove_facts,)),
    'notes': ((change_notes,), (change_notes_again,)),
    'looks': ((), (change_looks,)),
    'lists': ((), (change_lists,)),
    'frame': ((), (change_frame,)),
    'fewer replies': ((), (keep_replies('r1', 'r3'),)),
    'a section gone': ((), (keep_replies('r1', 'r2', 'r3', 'r4'),)),
    'no replies': ((), (keep_replies(),)),
    'moved replies': ((), (move_replies,)),
    'missing translations': ((), (miss_translations,)),
    'another report': ((), (be_another, change_looks)),
    'everything': ((change_notes,), (change_facts, change_lists, change_frame, move_replies)),
}


def change_at_random(report, dice):
    words = ('measures', '国际社会', 'мера', 'تدابير', '12', '<em>of</em>', 'A/78/1')
    kinds = ('paragraph', 'bullet', 'lettered', 'heading-1')
    for _ in range(dice.randint(1, 12)):
        part = dice.choice(report.parts())
        blocks = report.blocks(part)
        count = min((len(b) for b in blocks), default=0)
        index = dice.randrange(count) if count else 0
        action = dice.randrange(6)
        if action == 0 and count > 1:
            report.remove(part, index)
        elif action == 1 and count:
            report.change(part, index, wrap(dice.choice(words) + ' ', ''))
        elif action == 2 and count:
            report.change(part, index, put('text', ' '.join(dice.choices(words, k=6))))
        elif action == 3 and part in report.replies and count:
            report.change(part, index, put('kind', dice.choice(kinds)))
        elif action == 4 and part in report.replies and len(report.replies) > 1:
            report.replies.remove(part)
        elif action == 5:
            for number, variant in enumerate(blocks):
                name = f'x{dice.randrange(10 ** 6)}-{number}'
                variant.insert(min(index, len(variant)), {'id': name, 'kind': 'paragraph', 'text': dice.choice(words)})


class Bench:
    def __init__(self, tool, folder):
        self.tool, self.folder = tool, folder

    def export(self, report, language, since=None):
        def save(name, content):
            path = os.path.join(self.folder, name)
            with open(path, 'w', encoding='utf-8') as file:
                json.dump(content.data, file)
            return path

        target = os.path.join(self.folder, 'edition.docx')
        arguments = [self.tool, 'export', f'--language={language}', '-o', target]
        if since is not None:
            arguments.append(f'--since={save("older.wmdreport", since)}')
        subprocess.run([*arguments, save('newer.wmdreport', report)], check=True, stderr=subprocess.DEVNULL)
        return target

    def compare(self, name, older, newer, language):
        """Each from the other; returns the number of tracked changes."""
        before = Document(self.export(older, language)).read()
        after = Document(self.export(newer, language)).read()
        return (self.check(name, language, self.export(newer, language, older), before, after) +
                self.check(f'{name}, back', language, self.export(older, language, newer), after, before))

    def check(self, name, language, tracked, before, after):
        for accept, expected in ((False, before), (True, after)):
            found = Document(tracked, accept).read()
            for wanted, got in zip(expected, found):
                if wanted != got:
                    sys.exit(f'{name}, {language}, {"accepted" if accept else "rejected"}:\n{wanted}\n{got}')
            if len(found) != len(expected):
                sys.exit(f'{name}, {language}: {len(found)} paragraphs, not {len(expected)}')
        members = Document(tracked).members
        return sum(content.count(b'w:author="WMD Report"') for content in members.values())


def main(tool, path):
    with open(path, encoding='utf-8') as file:
        data = json.load(file)
    languages = itertools.cycle(LANGUAGES)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(tool, folder)
        for name, (before, after) in CHANGES.items():
            older, newer = Report(data), Report(data)
            for change in before:
                change(older)
            for change in after:
                change(newer)
            for language in LANGUAGES if name == 'everything' else (next(languages), next(languages)):
                n = bench.compare(name, older, newer, language)
                if (n > 0) != (name != 'nothing'):
                    sys.exit(f'{name}, {language}: {n} changes')
        for number in range(ROUNDS):
            dice = random.Random(number)
            older, newer = Report(data), Report(data)
            change_at_random(older, dice)
            change_at_random(newer, dice)
            bench.compare(f'at random {number}', older, newer, next(languages))


main(*sys.argv[1:])
