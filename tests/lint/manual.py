#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The manual page of the command line tool has the commands that the tool has, each with its options.
#   manual.py MANUAL-PAGE TOOL
import re
import subprocess
import sys

FLAG = re.compile(r'\bFl (-?[A-Za-z][A-Za-z-]*)')
HELP_COMMAND = re.compile(r'^  ([a-z][a-z-]*) +\S', re.MULTILINE)
HELP_OPTION = re.compile(r'^  (?:-(\w), )?--([a-z-]+)', re.MULTILINE)


def section(page, title):
    return re.split(r'^\.S[hs] .*$', page[page.index(f' {title}\n') + len(title) + 2:], 1, re.MULTILINE)[0]


def read_manual(page):
    """What each command of the synopsis takes, options by their long name, and all option names that are explained."""
    explained = {}
    for item in re.findall(r'^\.It (.*)$', section(page, 'Options'), re.MULTILINE):
        names = FLAG.findall(item)
        explained.update({name: tuple(sorted(names)) for name in names})
    commands = {}
    for usage in section(page, 'SYNOPSIS').split('.Nm\n'):
        if match := re.match(r'\.Cm ([a-z-]+)', usage):
            commands[match[1]] = {explained.get(name, (f'{name}, not explained',)) for name in FLAG.findall(usage)}
    listed = re.findall(r'^\.It Cm ([a-z-]+)$', section(page, 'Commands'), re.MULTILINE)
    return commands, listed


def read_help(tool):
    def ask(*arguments):
        return subprocess.run([tool, *arguments, '--help'], stdout=subprocess.PIPE, text=True, check=True).stdout

    commands = {}
    for name in HELP_COMMAND.findall(ask().split('Commands:')[1]):
        options = [(short, f'-{long}') for short, long in HELP_OPTION.findall(ask(name)) if long != 'help']
        commands[name] = {tuple(sorted(filter(None, names))) for names in options}
    return commands


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        manual, listed = read_manual(file.read())
    helped = read_help(sys.argv[2])
    problems = [f'{name}: the manual has {sorted(manual.get(name, []))}, the tool {sorted(helped.get(name, []))}'
                for name in sorted(set(manual) | set(helped)) if manual.get(name) != helped.get(name)]
    if listed != list(helped):
        problems.append(f'the manual explains {listed}, the tool lists {list(helped)}')
    print('\n'.join(problems) or f'{len(helped)} commands')
    sys.exit(bool(problems) or not helped)


main()
