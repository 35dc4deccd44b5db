"""Compares btn with the real Jinja2 on random templates, for as long as asked. See README.md."""

import argparse
import json
import os
import random
import re
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from collections import Counter, defaultdict
from pathlib import Path

import referee
from fuzz_grammar import SEPARATOR, Grammar
from fuzz_shrink import shrink, shrink_text

warnings.simplefilter('ignore', SyntaxWarning)

HERE = Path(__file__).parent
ADDRESS = re.compile(r' at 0x[0-9a-f]{6,}')
BATCH = 20
# Seconds that either engine may take for one template.
PATIENCE = 5
PIECES = ['{{', '}}', '{%', '%}', '{#', '#}', ' ', '(', ')', '[', ']', "'", '"', '|', '.', ',', ':', '-', '+', '%', '\n', 'if', 'else', 'in', 'not', 'is', '=', '~', 'endif', 'for', '1', 'a', '{', '}', '*', '\\']


class Btn:
    """A Node process that renders with btn and compares; started again when it hangs."""

    def __init__(self):
        self.bundle = str(Path(tempfile.mkdtemp()) / 'driver.mjs')
        build = ['npx', 'esbuild', str(HERE / 'fuzz-driver.ts'), '--bundle', '--platform=node', '--format=esm', f'--outfile={self.bundle}', '--log-level=error']
        subprocess.run(build, check=True, cwd=HERE)
        self.start()

    def start(self):
        self.process = subprocess.Popen(['node', self.bundle], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self.unread = b''

    def compare(self, pairs):
        """How btn differs in each pair of case and expected result."""
        lines = [json.dumps({'case': case, 'expected': expected}) + '\n' for case, expected in pairs]
        # In a thread: both processes could wait for each other when both pipes are full.
        threading.Thread(target=self.send, args=(self.process.stdin, ''.join(lines).encode())).start()
        answers = []
        for at in range(len(pairs)):
            line = self.read_line()
            if line is None:
                return answers + self.give_up(pairs[at:])
            answers.append(json.loads(line))
        return answers

    @staticmethod
    def send(pipe, data):
        try:
            while data:
                data = data[pipe.write(data):]
        except OSError:
            pass  # The process has ended; whoever reads its answers notices.

    def read_line(self):
        """None when the process says nothing for too long, or has ended."""
        while b'\n' not in self.unread:
            ready = select.select([self.process.stdout], [], [], PATIENCE)[0]
            piece = os.read(self.process.stdout.fileno(), 1 << 20) if ready else b''
            if not piece:
                return None
            self.unread += piece
        line, _, self.unread = self.unread.partition(b'\n')
        return line

    def give_up(self, pairs):
        """The first of the pairs hung or ended the process; the others are asked again."""
        self.process.kill()
        self.process.wait()
        self.start()
        lost = {'difference': 'btn hangs or ends', 'actual': {'error': {'type': 'Hang', 'message': '', 'line': None}}}
        return [lost] + (self.compare(pairs[1:]) if len(pairs) > 1 else [])


class Fuzzer:
    def __init__(self, seed, mutate, corpus):
        self.seed, self.mutate, self.made = seed, mutate, 0
        self.corpus = [read(path) for path in sorted(corpus.rglob('*.sql'))] if corpus else []
        self.btn = Btn()
        self.compared = self.rendered = self.skipped = 0
        self.error_types = Counter()
        self.groups = defaultdict(list)
        self.totals = Counter()
        self.started, self.shrinking = time.monotonic(), 0.0

    def make(self):
        self.made += 1
        if self.corpus:
            return self.from_corpus(), None
        grammar = Grammar(f'{self.seed}/{self.made}')
        context, tree = grammar.case()
        modes = [{}] * 8 + [{'parsing': True}] + [{'native': True}] * grammar.is_small
        mode = grammar.random.choice(modes)
        case = with_text({'context': context, **mode}, str(tree))
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
                self.skipped += 1
                continue
            batch.append((case, tree, expected))
        answers = self.btn.compare([(case, expected) for case, _, expected in batch])
        for (case, tree, expected), answer in zip(batch, answers):
            self.compared += 1
            self.rendered += 'output' in expected
            if 'error' in expected:
                self.error_types[expected['error']['type']] += 1
            if answer['difference']:
                self.note(case, tree, expected, answer)

    def note(self, case, tree, expected, answer):
        kind = cause(answer, expected)
        self.totals[answer['difference']] += 1
        smaller = None
        if self.shrinking < 0.4 * (time.monotonic() - self.started) and len(self.groups[kind]) < 8:
            begun = time.monotonic()
            smaller = self.smallest(case, tree, answer['difference'])
            self.shrinking += time.monotonic() - begun
        if smaller is None:
            self.groups[kind].append(None)
            return
        case, expected, answer = smaller
        key = cause(answer, expected)
        key = f'{key} · {" ".join(words(whole_text(case)))}' if answer['difference'] == 'output' else key
        self.groups[key].append((case, expected, answer['actual']))

    def smallest(self, case, tree, kind):
        last = {}

        def still_fails(text):
            candidate = with_text(case, text)
            expected = render(candidate)
            if expected is None:
                return False
            answer = self.btn.compare([(candidate, expected)])[0]
            if answer['difference'] != kind:
                return False
            last['found'] = (candidate, expected, answer)
            return True

        text = shrink(tree, still_fails) if tree else shrink_text(case['template'], lambda text: still_fails(join(case, text)))
        still_fails(text)
        return last.get('found')

    def report(self, seconds):
        share = 100 * self.rendered / max(1, self.compared)
        print(f'\n{self.compared} templates compared in {seconds:.0f} s (seed {self.seed}), {share:.1f} % of them render without an error')
        print(f'{self.skipped} not compared: endless, about Python itself, or the output holds an address')
        print('errors of Jinja2:', ', '.join(f'{name} {count}' for name, count in self.error_types.most_common()))
        print(f'{sum(self.totals.values())} differences:', ', '.join(f'{name} {count}' for name, count in self.totals.most_common()) or 'none')
        for key, found in sorted(self.groups.items(), key=lambda item: -len(item[1])):
            examples = sorted((it for it in found if it), key=lambda it: len(it[0]['template']))
            if not examples:
                continue
            print(f'\n== {len(found)} × {key}')
            for case, expected, actual in examples[:2]:
                modes = ' '.join(mode for mode in ('native', 'parsing') if case.get(mode))
                print('  template', modes, json.dumps(case['template'], ensure_ascii=False)[:2000])
                if case.get('macros'):
                    print('  macros  ', json.dumps(case['macros'], ensure_ascii=False)[:2000])
                used = re.findall(r'c_\w+', whole_text(case))
                if used:
                    print('  context ', case.get('context'))
                print('  jinja2  ', show(expected))
                print('  btn     ', show(actual))


def with_text(case, text):
    macros, _, template = text.rpartition(SEPARATOR)
    return {**case, 'macros': macros, 'template': template} if macros else {**case, 'template': template}


def whole_text(case):
    return join(case, case['template'])


def join(case, template):
    return case.get('macros', '') + SEPARATOR + template


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
    """Limits of the Python process, and mistakes that Jinja2 meets when it computes constants ahead of time."""
    error = expected.get('error', {'type': '', 'message': '', 'line': 1})
    if error['type'] == 'RecursionError' or re.search('Exceeds the limit|statically nested', error['message']):
        return True
    return error['type'] == 'TypeError' and error['line'] is None and 'unhashable' in error['message']


def mutated(text, source):
    for _ in range(source.randint(1, 3)):
        at = source.randrange(len(text) + 1)
        length = source.choice([0, 0, 1, 2, 5])
        text = text[:at] + source.choice(['', source.choice(PIECES)]) + text[at + length:]
    return text


def cause(answer, expected):
    actual = answer['actual'].get('error')
    if not actual:
        return answer['difference'] + (' · ' + gist(expected['error']['message']) if 'error' in expected else '')
    return answer['difference'] + ' · ' + gist(actual['message'])


def gist(message):
    return re.sub(r'\'[^\']*\'|"[^"]*"|\d+', '…', message.split('\n')[0])[:90]


def words(template):
    """The filters, methods, tests and statements of a template: what the difference is probably about."""
    return sorted(set(re.findall(r'(?:\||\.|\bis )\s*[a-z_]+|\{%[-+]?\s*[a-z]+|//|\*\*|[%*/~<>]=?', template)))[:8]


def show(result):
    if 'output' in result:
        return json.dumps(result['output'], ensure_ascii=False)
    error = result['error']
    return f'{error["type"]} on line {error["line"]}: {error["message"].splitlines()[0] if error["message"] else ""}'


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument('--seconds', type=float, default=60)
    options.add_argument('--seed', default=str(random.SystemRandom().randrange(10 ** 6)))
    options.add_argument('--mutate', type=float, default=0.08, help='share of templates with broken syntax')
    options.add_argument('--corpus', type=Path, help='a folder of .sql files to compare instead: as they are, then broken')
    given = options.parse_args()
    signal.signal(signal.SIGALRM, too_slow)
    fuzzer = Fuzzer(given.seed, given.mutate, given.corpus)
    started = time.monotonic()
    try:
        while time.monotonic() - started < given.seconds:
            fuzzer.round()
    except KeyboardInterrupt:
        pass
    fuzzer.report(time.monotonic() - started)
    sys.exit(1 if fuzzer.totals else 0)


if __name__ == '__main__':
    main()
