"""Writes goldens/<area>.json from cases/<area>.txt with the real Jinja2. See README.md."""

import json
import re
import sys
from pathlib import Path

import referee

HERE = Path(__file__).parent
ADDRESS = re.compile(r' at 0x[0-9a-f]{6,}')
OPTION = re.compile(r'^@(context|native|parsing)(?:\s+(.*))?$')


def parse_cases(text):
    """The cases of one file; the format is described in README.md."""
    section, shared, parsing, cases = '', None, {}, []
    lines, at = text.split('\n'), 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith('## '):
            section, shared, parsing = line[3:].strip(), None, {}
        elif line == '@parsing':
            parsing = {'parsing': True}
        elif line.startswith('@context '):
            shared = line[9:].strip()
        elif line.startswith(('>>> ', '>>* ')):
            known = {(case['name'], case.get('context')) for case in cases}
            for template in short_templates(line):
                if (f'{section}: {template}', shared) in known:
                    continue
                known.add((f'{section}: {template}', shared))
                cases.append(
                    with_context(
                        {'name': f'{section}: {template}', 'template': template, **parsing}, shared
                    )
                )
        elif line.startswith('=== '):
            body = []
            while at < len(lines) and not lines[at].startswith(('=== ', '>>> ', '>>* ', '## ')):
                body.append(lines[at])
                at += 1
            cases.append({**long_case(f'{section}: {line[4:].strip()}', body, shared), **parsing})
        elif line.strip() and not line.startswith('# '):
            raise SystemExit(f'line {at}: not a case: {line!r}')
    return cases


def short_templates(line):
    """`>>> ` is one template; `>>* ` is a row of expressions, each a template of its own."""
    text = line[4:]
    return re.split(r'(?<=\}\}) (?=\{\{)', text) if line.startswith('>>* ') else [text]


def with_context(case, context):
    return {**case, 'context': context} if context else case


def long_case(name, body, shared):
    """Options, an optional `@macros` part up to `@template`, then the template itself."""
    case = with_context({'name': name}, shared)
    while body and (option := OPTION.match(body[0])):
        case[option[1]] = option[2] or True
        body = body[1:]
    if body and body[0] == '@macros':
        split = body.index('@template')
        case['macros'] = '\n'.join(body[1:split])
        body = body[split + 1 :]
    text = '\n'.join(body[:-1] if body and body[-1] == '' else body)
    case['template'] = text.replace('\u2423', ' ').replace('\u21e5', '\t').replace('\u240d', '\r')
    return case


def generate(path):
    cases = parse_cases(path.read_text(encoding='utf-8'))
    names = [case['name'] for case in cases]
    for name in {name for name in names if names.count(name) > 1}:
        raise SystemExit(f'{path.name}: two cases named {name!r}')
    goldens = [{**case, **referee.render(case)} for case in cases]
    unstable = [golden['name'] for golden in goldens if ADDRESS.search(golden.get('output', ''))]
    if unstable:
        raise SystemExit(f'{path.name}: the output holds an address in\n' + '\n'.join(unstable))
    target = HERE / 'goldens' / f'{path.stem}.json'
    rows = ',\n'.join('  ' + json.dumps(golden, ensure_ascii=False) for golden in goldens)
    target.write_text(f'[\n{rows}\n]\n', encoding='utf-8')
    return goldens


def main(areas):
    total = failing = 0
    for path in sorted((HERE / 'cases').glob('*.txt')):
        if areas and path.stem not in areas:
            continue
        goldens = generate(path)
        errors = sum('error' in golden for golden in goldens)
        print(f'{path.stem:24} {len(goldens):5} cases, {errors:4} of them errors')
        total, failing = total + len(goldens), failing + errors
    print(f'{"all":24} {total:5} cases, {failing:4} of them errors')


if __name__ == '__main__':
    main(sys.argv[1:])
