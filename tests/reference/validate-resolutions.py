#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The profiles of the resolutions against their schema; and every data file of the reference is named in
# data/meson.build, so that a new year's file is not forgotten there.
#   validate-resolutions.py SOURCE-ROOT
import json
import os
import pathlib
import re
import sys

try:
    import jsonschema
except ImportError:
    print('python3-jsonschema is not installed: profiles not validated')
    sys.exit(1 if 'CI' in os.environ else 77)

data = pathlib.Path(sys.argv[1]) / 'data'
schema = json.loads((data / 'resolutions' / 'resolution.schema.json').read_text(encoding='utf-8'))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())

profiles = sorted(set((data / 'resolutions').glob('*.json')) - {data / 'resolutions' / 'resolution.schema.json'})
problems = [f'{profile.name}: {error.json_path}: {error.message}'
            for profile in profiles
            for error in validator.iter_errors(json.loads(profile.read_text(encoding='utf-8')))]

# A schema that lets everything pass would be no check.
profile = json.loads((data / 'resolutions' / '77-75.json').read_text(encoding='utf-8'))
for change in ({'deadline': '31 May 2023'}, {'session': '77'}, {'symbol': 'A/RES/77/75'}, {'requests': []}, {'other': 1}):
    if validator.is_valid(profile | change):
        problems.append(f'the schema allows {change}')

compiled = set(re.findall(r"'([a-z0-9/-]+\.json)'", (data / 'meson.build').read_text(encoding='utf-8')))
for file in [*profiles, *(data / 'respondents').glob('*.json')]:
    if file.relative_to(data).as_posix() not in compiled:
        problems.append(f'{file.relative_to(data)} is not in data/meson.build')

print('\n'.join(problems) or f'{len(profiles)} profiles are valid')
sys.exit(bool(problems))
