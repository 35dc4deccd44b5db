"""What the fuzzer prints at the end: differences by their cause, smallest examples first."""

import json
import re
from collections import Counter, defaultdict

# Differences that are meant or not worth a line of code: what the smallest template, Jinja2's result and btn's look like.
KNOWN = [
    ('a comment opened by the last two characters of a template', r'\{#$', '', 'never closed'),
    (
        'a slice of a constant that has none: Jinja2 folds it to nothing',
        r'\d\S*\[\S*:',
        '',
        'not subscriptable',
    ),
    ("macro files that dbt's own patterns for blocks cannot cut", '', 'Compilation Error', ''),
    ('the place of something that is no text in a call block', '', '', 'only text can be written'),
    (
        'a dict changed while it was looped over: the line',
        '',
        'changed size during',
        'changed its size',
    ),
]


class Report:
    def __init__(self):
        self.compared = self.rendered = self.skipped = 0
        self.error_types = Counter()
        self.totals = Counter()
        self.known = Counter()
        self.groups = defaultdict(list)

    def count(self, expected):
        self.compared += 1
        self.rendered += 'output' in expected
        if 'error' in expected:
            self.error_types[expected['error']['type']] += 1

    def knows(self, difference):
        """How many examples there are of the same cause."""
        return len(self.groups[difference.cause()])

    def add(self, difference):
        reason = difference.known_reason()
        if reason:
            self.known[reason] += 1
            return
        self.totals[difference.kind] += 1
        self.groups[difference.group()].append(difference)

    def print(self, seconds, seed):
        share = 100 * self.rendered / max(1, self.compared)
        print(f'\n{self.compared} templates compared in {seconds:.0f} s (seed {seed}),')
        print(f'{share:.1f} % of them render without an error')
        print(
            f'{self.skipped} not compared: endless, about Python itself, or an address in the output'
        )
        print('errors of Jinja2:', listing(self.error_types))
        print(f'{sum(self.known.values())} known differences:', listing(self.known))
        print(f'{sum(self.totals.values())} differences:', listing(self.totals))
        for key, found in sorted(self.groups.items(), key=lambda item: -len(item[1])):
            if found:
                print(f'\n== {len(found)} × {key}')
            for difference in sorted(found, key=lambda it: len(it.case['template']))[:2]:
                difference.print()


class Difference:
    """One template that the engines do not agree on."""

    def __init__(self, case, expected, answer):
        self.case, self.expected = case, expected
        self.kind, self.actual = answer['difference'], answer['actual']

    def cause(self):
        found = self.actual.get('error') or self.expected.get('error')
        return self.kind + (' · ' + gist(found['message']) if found else '')

    def group(self):
        if self.kind != 'output':
            return self.cause()
        return self.cause() + ' · ' + ' '.join(words(self.text()))

    def known_reason(self):
        for reason, template, jinja, btn in KNOWN:
            matches = (
                re.search(template, self.case['template'].strip())
                and jinja in message_of(self.expected)
                and btn in message_of(self.actual)
            )
            if matches:
                return reason
        return (
            'a constant in native rendering: Jinja2 folds it to text' if self.is_folded() else None
        )

    def is_folded(self):
        value = self.actual.get('output')
        is_native = self.case.get('native') and value is not None
        return is_native and self.expected.get('output') == repr(value)

    def text(self):
        return self.case.get('macros', '') + self.case['template']

    def print(self):
        modes = ' '.join(mode for mode in ('native', 'parsing') if self.case.get(mode))
        print('  template', modes, quoted(self.case['template']))
        if self.case.get('macros'):
            print('  macros  ', quoted(self.case['macros']))
        if re.search(r'c_\w+', self.text()):
            print('  context ', self.case.get('context'))
        print('  jinja2  ', show(self.expected))
        print('  btn     ', show(self.actual))


def listing(counter):
    return ', '.join(f'{name} {count}' for name, count in counter.most_common()) or 'none'


def message_of(result):
    return result.get('error', {}).get('message', '')


def gist(message):
    return re.sub(r'\'[^\']*\'|"[^"]*"|\d+', '…', message.split('\n')[0])[:90]


def words(template):
    """The filters, methods, tests and statements of a template: what the difference is about."""
    pattern = r'(?:\||\.|\bis )\s*[a-z_]+|\{%[-+]?\s*[a-z]+|//|\*\*|[%*/~<>]=?'
    return sorted(set(re.findall(pattern, template)))[:8]


def quoted(text):
    return json.dumps(text, ensure_ascii=False)[:2000]


def show(result):
    if 'output' in result:
        return quoted(result['output'])
    error = result['error']
    first_line = error['message'].split('\n')[0]
    return f'{error["type"]} on line {error["line"]}: {first_line}'
