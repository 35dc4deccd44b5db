"""Compares btn with the real Jinja2 on random templates, for as long as asked. See README.md."""

import argparse
import random
import re
import signal
import sys
import time
import warnings
from pathlib import Path

import referee
from fuzz_btn import PATIENCE, Btn
from fuzz_grammar import SEPARATOR, Grammar
from fuzz_report import Difference, Report
from fuzz_scopes import Scopes
from fuzz_shrink import shrink, shrink_text

# What Python thinks of the code that Jinja2 generates from wrong templates.
warnings.simplefilter('ignore', SyntaxWarning)

ADDRESS = re.compile(r' at 0x[0-9a-f]{6,}', re.IGNORECASE)
BATCH = 20
BRACKETS = '{{ }} {% %} {# #} ( ) [ ] { }'
SIGNS = '\' " | . , : - + % = ~ * \\'
WORDS = 'if else in not is endif for 1 a'
PIECES = [' ', '\n', *f'{BRACKETS} {SIGNS} {WORDS}'.split()]


class Fuzzer:
    def __init__(self, seed, mutate, corpus, only_scopes):
        self.seed, self.mutate, self.made = seed, mutate, 0
        self.corpus = [read(path) for path in sorted(corpus.rglob('*.sql'))] if corpus else []
        self.only_scopes = only_scopes
        self.btn = Btn()
        self.report = Report()
        self.started, self.shrinking = time.monotonic(), 0.0

    def run(self, seconds):
        while time.monotonic() - self.started < seconds:
            self.round()

    def make(self):
        """The next case, and its tree if it has one."""
        self.made += 1
        if self.corpus:
            return self.from_corpus(), None
        grammar = Grammar(f'{self.seed}/{self.made}')
        if self.only_scopes or grammar.random.random() < 0.15:
            context, tree = Scopes(grammar.random).case()
            return {'context': context, 'template': str(tree)}, tree
        context, tree = grammar.case()
        modes = [{}] * 8 + [{'parsing': True}] + [{'native': True}] * grammar.is_small
        case = with_text({'context': context, **grammar.random.choice(modes)}, str(tree))
        if grammar.random.random() >= self.mutate:
            return case, tree
        return {**case, 'template': mutated(case['template'], grammar.random)}, None

    def from_corpus(self):
        """Every file as it is, then the same files with their syntax broken."""
        if self.made <= len(self.corpus):
            return {'template': self.corpus[self.made - 1]}
        source = random.Random(f'{self.seed}/{self.made}')
        return {'template': mutated(source.choice(self.corpus), source)}

    def round(self):
        batch = []
        while len(batch) < BATCH:
            case, tree = self.make()
            expected = render(case)
            if expected is None:
                self.report.skipped += 1
            else:
                batch.append((case, tree, expected))
        answers = self.btn.compare([(case, expected) for case, _, expected in batch])
        for (case, tree, expected), answer in zip(batch, answers):
            self.report.count(expected)
            if answer['difference']:
                self.report.add(self.smallest(tree, Difference(case, expected, answer)))

    def smallest(self, tree, difference):
        """The same difference in a smaller template, unless there are examples enough or no time is left."""
        passed = time.monotonic() - self.started
        if self.shrinking > 0.4 * passed or self.report.knows(difference) > 8:
            return difference
        begun = time.monotonic()
        found = [difference]

        def still_differs(text):
            case = with_text(difference.case, text)
            expected = render(case)
            if expected is None:
                return False
            answer = self.btn.compare([(case, expected)])[0]
            if answer['difference'] != difference.kind:
                return False
            found.append(Difference(case, expected, answer))
            return True

        if tree:
            shrink(tree, still_differs)
        else:
            macros = difference.case.get('macros', '') + SEPARATOR
            shrink_text(difference.case['template'], lambda text: still_differs(macros + text))
        self.shrinking += time.monotonic() - begun
        return found[-1]


def with_text(case, text):
    macros, _, template = text.rpartition(SEPARATOR)
    return (
        {**case, 'macros': macros, 'template': template}
        if macros
        else {**case, 'template': template}
    )


def read(path):
    return path.read_text(encoding='utf-8', errors='replace')


def render(case):
    """Jinja2's result, or None when it cannot be compared."""
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        expected = referee.render(case)
    except TooSlow:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    unusable = ADDRESS.search(expected.get('output', '')) or is_about_python(expected)
    return None if unusable else expected


class TooSlow(BaseException):
    pass


def too_slow(*_):
    raise TooSlow


def is_about_python(expected):
    """Limits of the Python process, and mistakes that Jinja2 meets while it folds constants."""
    error = expected.get('error', {'type': '', 'message': '', 'line': 1})
    if error['type'] == 'RecursionError':
        return True
    if re.search('Exceeds the limit|statically nested', error['message']):
        return True
    is_folded = error['type'] != 'TypeError' or error['line'] is None
    return is_folded and 'unhashable' in error['message']


def mutated(text, source):
    for _ in range(source.randint(1, 3)):
        at = source.randrange(len(text) + 1)
        length = source.choice([0, 0, 1, 2, 5])
        text = text[:at] + source.choice(['', source.choice(PIECES)]) + text[at + length :]
    return text


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument('--seconds', type=float, default=60)
    options.add_argument('--seed', default=str(random.SystemRandom().randrange(10**6)))
    options.add_argument('--mutate', type=float, default=0.08, help='share of broken templates')
    options.add_argument(
        '--corpus', type=Path, help='compare the .sql files of this folder instead'
    )
    options.add_argument('--scopes', action='store_true', help='only templates about names')
    given = options.parse_args()
    signal.signal(signal.SIGALRM, too_slow)
    fuzzer = Fuzzer(given.seed, given.mutate, given.corpus, given.scopes)
    try:
        fuzzer.run(given.seconds)
    except KeyboardInterrupt:
        pass
    fuzzer.report.print(time.monotonic() - fuzzer.started, given.seed)
    sys.exit(1 if fuzzer.report.totals else 0)


if __name__ == '__main__':
    main()
