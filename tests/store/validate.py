#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The WMD Report authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The native file against its JSON Schema:
#   validate.py SCHEMA --cases CASES     what the reader refuses is refused by the schema, where it can be said there
#   validate.py SCHEMA REPORT…           each report is valid
#   validate.py SCHEMA --members REPORT  each member that the schema describes occurs in the report, and no other but x-…
# Prints what is wrong. Exit code 77 when the module jsonschema is missing.
import json
import sys

try:
    import jsonschema
except ImportError:
    print('the Python module jsonschema is not installed')
    sys.exit(77)


def load(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def check_cases(validator, cases):
    for number, case in enumerate(cases):
        if validator.is_valid(case['document']) == case['schema']:
            yield f'case {number} ({case["path"]}): {"accepted" if case["schema"] else "refused"}'


def check_reports(validator, paths):
    for path in paths:
        for error in validator.iter_errors(load(path)):
            yield f'{path}: {error.json_path}: {error.message}'


def resolve(schema, node):
    while '$ref' in node:
        node = schema['$defs'][node['$ref'].rsplit('/', 1)[1]]
    return node


def objects(node):
    """Every object description below node, node itself included."""
    if isinstance(node, dict):
        if isinstance(node.get('properties'), dict):
            yield node
        for inner in node.values():
            yield from objects(inner)


def walk(schema, node, value, seen):
    """Follows value along the schema; notes the members seen and yields those that are not described."""
    node = resolve(schema, node)
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in node.get('properties', {}):
                seen.add((id(node), name))
                yield from walk(schema, node['properties'][name], inner, seen)
            elif 'additionalProperties' not in node:
                yield name
    elif isinstance(value, list):
        for inner in value:
            yield from walk(schema, node['items'], inner, seen)


def check_members(schema, report):
    seen = set()
    for name in walk(schema, schema, report, seen):
        if not name.startswith('x-') and name not in ('de', 'pt'):
            yield f'{name} occurs and is not described'
    for node in objects(schema):
        for name in node['properties']:
            # One language stands for all six.
            if (id(node), name) not in seen and name not in schema['$defs']['language']['enum']:
                yield f'{name} is described and does not occur'


def main():
    schema = load(sys.argv[1])
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)
    if sys.argv[2] == '--cases':
        problems = list(check_cases(validator, load(sys.argv[3])))
    elif sys.argv[2] == '--members':
        problems = list(check_members(schema, load(sys.argv[3])))
    else:
        problems = list(check_reports(validator, sys.argv[2:]))
    print('\n'.join(problems))
    sys.exit(1 if problems else 0)


if __name__ == '__main__':
    main()
