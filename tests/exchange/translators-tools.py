#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What translators' tools make of the files that the tool writes for them: the Translate Toolkit reads every unit; what it
# translates, and what OmegaT does, where that is installed, is taken back.
#   translators-tools.py TOOL REPORT
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

try:
    from translate.storage import factory
except ImportError:
    print('the Translate Toolkit (python3-translate) is not installed')
    sys.exit(1 if os.environ.get('CI') else 77)

LANGUAGES = ('ar', 'en', 'es', 'fr', 'ru', 'zh')
XLIFF = '{urn:oasis:names:tc:xliff:document:1.2}'
PROJECT = '''<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>EN-GB</source_lang><target_lang>ZH-CN</target_lang><sentence_seg>false</sentence_seg></project></omegat>
'''
MEMORY = '''<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
 creationtoolversion="3.6" segtype="paragraph" srclang="EN-GB"/><body>
<tu><tuv lang="EN-GB"><seg>Germany supports the resolution.</seg></tuv>
<tuv lang="ZH-CN"><seg>德国支持该决议。</seg></tuv></tu>
<tu><tuv lang="EN-GB"><seg>La ley&lt;x0/&gt; rige la &lt;g1&gt;importación&lt;/g1&gt; de UF&lt;g2&gt;6&lt;/g2&gt;.</seg></tuv>
<tuv lang="ZH-CN"><seg>法律&lt;x0/&gt;规范UF&lt;g2&gt;6&lt;/g2&gt;的&lt;g1&gt;进口&lt;/g1&gt;。</seg></tuv></tu></body></tmx>
'''


def run(*arguments, **keywords):
    return subprocess.run(arguments, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **keywords)


def list_units(path):
    return [unit for file in ElementTree.parse(path).getroot() for unit in file.iter(f'{XLIFF}trans-unit')]


def text_of(element):
    return ''.join(element.itertext())


def check_toolkit_xliff(path):
    ours = list_units(path)
    theirs = factory.getobject(path).units
    wanted = [(text_of(unit.find(f'{XLIFF}source')), text_of(unit.find(f'{XLIFF}target'))) for unit in ours]
    found = [(unit.source, unit.target) for unit in theirs]
    return [] if wanted and wanted == found else [f'{path}: {len(found)} units of {len(wanted)} are read the same']


def check_toolkit_tmx(path):
    wanted = ElementTree.parse(path).getroot().findall('body/tu')
    found = [unit for unit in factory.getobject(path).units if unit.source and unit.target]
    return [] if wanted and len(wanted) == len(found) else [f'{path}: {len(found)} pairs of {len(wanted)}']


def take_back(tool, path, report):
    """The Chinese that the report gets, by part and block."""
    result = f'{path}.wmdreport'
    run(tool, 'import', path, f'--into={report}', '-o', result)
    with open(result, encoding='utf-8') as file:
        return {(reply['id'], block['id']): block['text'] for reply in json.load(file)['replies']
                for block in reply['variants'].get('zh', {'blocks': []})['blocks']}


def compare(name, found, wanted):
    return [] if found == wanted else [f'of {name} comes back {found}']


def check_omegat(tool, report, folder):
    """A translator's memory fills in a unit of words and one with codes; that is what the file says then."""
    project = os.path.join(folder, 'project')
    for name in ('source', 'target', 'omegat', 'tm', 'glossary', 'dictionary'):
        os.makedirs(os.path.join(project, name))
    with open(os.path.join(project, 'omegat.project'), 'w', encoding='utf-8') as file:
        file.write(PROJECT)
    with open(os.path.join(project, 'omegat', 'project_save.tmx'), 'w', encoding='utf-8') as file:
        file.write(MEMORY)
    run(tool, 'xliff', '--language=zh', '-o', os.path.join(project, 'source', 'report.xlf'), report)
    run('omegat', project, '--mode=console-translate', f'--config-dir={os.path.join(folder, "settings")}')
    return compare('OmegaT', take_back(tool, os.path.join(project, 'target', 'report.xlf'), report), {
        ('r1', 'b2'): '法律<note>Ley 1.523, <em>Diario</em>.</note>规范UF<sub>6</sub>的'
                      '<a href="https://example.org/?a=1&amp;b=2">进口</a>。',
        ('r3', 'b1'): '德国支持该决议。'})


def check_toolkit_back(tool, report, folder):
    """The toolkit writes the file anew, with one unit translated."""
    path = os.path.join(folder, 'toolkit.xlf')
    run(tool, 'xliff', '--language=zh', '-o', path, report)
    store = factory.getobject(path)
    for unit in store.units:
        if unit.source == 'Germany supports the resolution.':
            unit.target = '德国支持该决议。'
    store.save()
    return compare('the Translate Toolkit', take_back(tool, path, report), {('r3', 'b1'): '德国支持该决议。'})


def main():
    tool, sample = sys.argv[1:]
    small = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'data', 'translations.wmdreport')
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            path = os.path.join(folder, f'{language}.xlf')
            run(tool, 'xliff', f'--language={language}', '-o', path, sample)
            problems += check_toolkit_xliff(path)
            path = os.path.join(folder, f'{language}.tmx')
            run(tool, 'tmx', f'--language={language}', '-o', path, sample)
            problems += check_toolkit_tmx(path)
        problems += check_toolkit_back(tool, small, folder)
        if shutil.which('omegat'):
            problems += check_omegat(tool, small, folder)
        else:
            print('OmegaT is not installed, and was not asked')
    print('\n'.join(problems))
    return bool(problems)


sys.exit(main())
