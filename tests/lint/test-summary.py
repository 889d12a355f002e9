#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The closing line of build-aux/test counts what it should, and no result is never success.
#   test-summary.py SOURCE-ROOT
import json
import pathlib
import subprocess
import sys
import tempfile

TAP = '# random seed: x\n1..3\n# Start of a tests\nok 1 /a/b\nok 2 /a/c # SKIP no reader\n'
# What a test printed and what Meson made of it: the closing line and the exit code.
CASES = [
    ([], '0 passed, 0 failed, 0 skipped', 1),
    ([('OK', '')], '1 passed, 0 failed, 0 skipped', 0),
    ([('SKIP', 'no display')], '0 passed, 0 failed, 1 skipped', 1),
    ([('OK', TAP + 'ok 3 /a/d\n')], '2 passed, 0 failed, 1 skipped', 0),
    ([('FAIL', TAP + 'not ok 3 /a/d\n')], '1 passed, 1 failed, 1 skipped', 1),
    ([('ERROR', TAP + 'Bail out! a criterion\n')], '1 passed, 1 failed, 1 skipped', 1),
    ([('TIMEOUT', TAP)], '1 passed, 1 failed, 1 skipped', 1),
    ([('FAIL', 'a lint message'), ('OK', '')], '1 passed, 1 failed, 0 skipped', 1),
]


def summarize(program, entries, folder):
    log = pathlib.Path(folder) / 'meson-logs' / 'testlog.json'
    if entries is not None:
        log.parent.mkdir()
        lines = [json.dumps({'name': 'n', 'result': result, 'stdout': output}) + '\n' for result, output in entries]
        log.write_text(''.join(lines), encoding='utf-8')
    done = subprocess.run([program, folder], stdout=subprocess.PIPE, text=True, check=False)
    return done.stdout.splitlines()[-1], done.returncode


def main():
    program = pathlib.Path(sys.argv[1]) / 'build-aux' / 'test-summary'
    failures = 0
    for entries, line, code in CASES + [(None, '0 passed, 0 failed, 0 skipped', 1)]:
        with tempfile.TemporaryDirectory() as folder:
            got = summarize(program, entries, folder)
        if got != (line, code):
            print(f'{entries}: {got} rather than {(line, code)}')
            failures += 1
    sys.exit(failures > 0)


main()
