#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# An export that takes long says on a terminal which document it writes, in a line that is taken away at the end; a short
# one says nothing, and nor does any where standard error is not a terminal.
#   export-progress.py TOOL REPORT
import copy
import json
import os
import pty
import re
import subprocess
import sys
import tempfile

LINE = re.compile(r'“(\w\w)” as (\w+), document (\d+) of (\d+)…')


def lengthen(report, target, times):
    with open(report, encoding='utf-8') as file:
        data = json.load(file)
    replies = data['replies']
    data['replies'] = [{**copy.deepcopy(reply), 'id': f'{reply["id"]}x{number}'}
                       for number in range(times) for reply in replies]
    with open(target, 'w', encoding='utf-8') as file:
        json.dump(data, file)


def run(tool, report, folder, terminal, *options):
    """Returns standard output and standard error."""
    ours, theirs = pty.openpty() if terminal else os.pipe()
    with subprocess.Popen([tool, 'export', *options, '-o', folder, report], stdout=subprocess.PIPE,
                          stderr=theirs) as process:
        os.close(theirs)
        errors = b''
        try:
            while chunk := os.read(ours, 4096):
                errors += chunk
        except OSError:  # what a terminal says at its end
            pass
        output = process.stdout.read().decode()
    os.close(ours)
    if process.returncode != 0:
        sys.exit(f'{options}: {process.returncode}, {errors.decode()}')
    return output, errors.decode()


def has_terminals():
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError:
        return False
    return True


def main(tool, report):
    if not has_terminals():
        print('there are no pseudo terminals here')
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        large = os.path.join(folder, 'long.wmdreport')
        lengthen(report, large, 60)
        options = ('--language=all', '--format=pdf,docx')
        output, errors = run(tool, large, folder, True, *options)
        shown = LINE.findall(errors)
        if not shown or {total for *_, total in shown} != {'12'}:
            sys.exit(f'{shown} is shown of 12 documents: {errors!r}')
        numbers = [int(number) for _, _, number, _ in shown]
        if numbers != sorted(numbers) or numbers[-1] != 12:
            sys.exit(f'documents are counted {numbers}')
        if not errors.rstrip().endswith('\r\033[K') or len(output.splitlines()) != 12:
            sys.exit(f'the line is left: {errors[-80:]!r}')
        if LINE.search(run(tool, large, folder, False, *options)[1]):
            sys.exit('the line is shown where there is no terminal')
        if LINE.search(run(tool, report, os.path.join(folder, 'one.txt'), True, '--language=en')[1]):
            sys.exit('the line is shown of what is short')


main(*sys.argv[1:])
