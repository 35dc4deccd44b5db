"""Random templates that mostly render: expressions are made by type, names are known with their types.

A template is a tree of `Node`s, so that a failing one can be made smaller by cutting branches.
"""

import random
import re

import fuzz_productions as forms

NUMBERS = [
    '0',
    '1',
    '2',
    '3',
    '5',
    '7',
    '10',
    '-1',
    '-7',
    '42',
    '100',
    '1000',
    '9007199254740993',
    '10 ** 20',
]
FLOATS = [
    '0.0',
    '1.0',
    '0.5',
    '1.5',
    '2.5',
    '-2.5',
    '3.14159',
    '0.1',
    '1e16',
    '1e-5',
    '100.0',
    '-0.0',
    '2.675',
    '1e100',
]
TEXTS = [
    "''",
    "'a'",
    "'abc'",
    "'Hello World'",
    "'  pad '",
    "'a,b,,c'",
    "'it\\'s'",
    '"say \\"x\\""',
    "'x_y-z'",
    "'42'",
    "'-3.5'",
    "'line one\\nline two'",
    "'é漢🎉'",
    "'<b>&amp;</b>'",
    "'%s'",
    "'{}'",
    "'TRUE'",
    "'foo bar baz qux quux'",
    "'tab\\there'",
    "'order_id'",
    "'a' 'b'",
    "'\\\\'",
    "'ünï'",
]
WORDS = ["'a'", "'b'", "'abc'", "'Zed'", "'id'", "'Name'", "'x y'", "'10'", "'9'", "''", "'é'"]
DATA = [
    'select ',
    ' from t',
    '\n',
    '  \n  ',
    ', ',
    'text',
    '-- note\n',
    ' { x } ',
    "'quoted'",
    '100%',
    '\t',
    ' ',
    'a\n\nb',
    '\r\n',
    '\xa0',
    '\u2028',
    '\x0b \x85',
    '{',
    '{ {',
    '%}',
    '#',
    'é🎉',
    '}}',
    '$1 `x`',
    '\\n',
]
# What dbt's patterns for blocks do not take for a tag.
PLAIN_DATA = [piece for piece in DATA if not set(piece) & set('{}#%')]
TYPES = ['int', 'float', 'str', 'bool', 'ints', 'strs', 'dict', 'tuple', 'rows', 'none']


# Between the macro file and the template.
SEPARATOR = '\x01'


class Node:
    __slots__ = ('kind', 'parts')

    def __init__(self, kind, *parts):
        self.kind = kind
        self.parts = list(parts)

    def __str__(self):
        return ''.join(map(str, self.parts))


class Grammar:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.wildness = 0.0

    # -- the whole

    def case(self):
        self.names = []
        self.macros = []
        self.loops = 0
        self.in_macro = False
        # dbt cuts macros out of a file with patterns of its own, which do not know every spelling of a tag.
        self.in_file = False
        self.counter = 0
        self.wildness = self.pick([0.0, 0.0, 0.0, 0.0, 0.02, 0.15])
        context = self.context()
        tree = Node('body')
        self.is_small = self.chance(0.5)
        if self.is_small:
            # One or two expressions: quick, and full of wrong calls.
            self.wildness = self.pick([0.0, 0.0, 0.0, 0.1, 0.4])
            tree.parts += [self.output() for _ in range(self.random.randint(1, 2))]
            return context, tree
        if self.chance(0.2):
            tree.parts += [self.macro_file(), SEPARATOR]
        tree.parts.append(self.body(self.random.randint(2, 4), self.random.randint(1, 7)))
        return context, tree

    def macro_file(self):
        """Macros beside the template; they see the context only."""
        made = Node('body')
        self.in_file = True
        for _ in range(self.random.randint(1, 2)):
            made.parts += [self.macro(2), '\n']
        self.in_file = False
        return made

    def context(self):
        items = []
        for kind in self.random.sample(TYPES, self.random.randint(2, 6)):
            name = f'c_{kind}'
            items.append(f"'{name}': {self.literal_value(kind)}")
            self.names.append((name, kind))
        return '{' + ', '.join(items) + '}'

    def literal_value(self, kind):
        """A Python literal; the context is read by both sides."""
        make = {
            'int': lambda: self.pick(NUMBERS[:-1]),
            'float': lambda: self.pick(FLOATS),
            'str': lambda: self.pick(TEXTS),
            'bool': lambda: self.pick(['True', 'False']),
            'none': lambda: 'None',
            'ints': lambda: self.listing(lambda: self.pick(NUMBERS[:12])),
            'strs': lambda: self.listing(lambda: self.pick(WORDS)),
            'tuple': lambda: self.pick(
                ['()', '(1,)', "(1, 'a')", "('x', 2.0, None)", '(1, (2, 3))', '(3, 1, 2)']
            ),
            'dict': lambda: self.pick(
                [
                    '{}',
                    "{'a': 1, 'b': 2}",
                    "{'b': [1, 2.0], 'a': {'c': None}}",
                    "{'x': 'y', 'items': 3}",
                    "{1: 'one', '1': 'text', None: 0}",
                    "{'Name': 'v', 'id': 10, 'flag': True}",
                ]
            ),
            'rows': lambda: self.pick(
                [
                    '[]',
                    "[{'name': 'b', 'n': 2, 'ok': True}, {'name': 'A', 'n': 1, 'ok': False}, {'name': 'c', 'n': 2, 'ok': True}]",
                    "[{'name': 'id', 'n': 1.5, 'ok': None}]",
                    "[{'name': 'x', 'n': 3, 'ok': True, 'more': {'k': [1, 2]}}, {'name': 'y', 'n': -3, 'ok': True, 'more': {'k': []}}]",
                ]
            ),
        }
        return make[kind]()

    def listing(self, make):
        return '[' + ', '.join(make() for _ in range(self.random.randint(0, 5))) + ']'

    # -- small helpers

    def pick(self, options):
        return self.random.choice(options)

    def chance(self, probability):
        return self.random.random() < probability

    def fresh(self, prefix='v'):
        self.counter += 1
        return f'{prefix}{self.counter}'

    def known(self, kind):
        return [name for name, known in self.names if known == kind]

    # -- statements

    def body(self, depth, count=None):
        count = self.random.randint(1, 4) if count is None else count
        return Node('body', *[self.statement(depth) for _ in range(count)])

    def scoped_body(self, depth, extra=(), loops=None):
        before = list(self.names), list(self.macros), self.loops
        self.names += extra
        self.loops = self.loops if loops is None else loops
        made = self.body(depth)
        self.names, self.macros, self.loops = before
        return made

    def begin(self):
        if self.in_file:
            return self.pick(['{% ', '{%- '])
        return self.pick(['{% ', '{% ', '{% ', '{%- ', '{%', '{%+ ', '{%-\n'])

    def end(self):
        if self.in_file:
            return self.pick([' %}', ' -%}'])
        return self.pick([' %}', ' %}', ' %}', ' -%}', '%}', ' +%}', '\n%}'])

    def tag(self, *parts):
        return [self.begin(), *parts, self.end()]

    def statement(self, depth):
        simple = [
            self.data,
            self.output,
            self.output,
            self.output,
            self.set,
            self.do,
            self.comment,
            self.raw,
        ]
        if self.loops:
            simple += [self.jump]
        if self.in_macro:
            simple += [self.give_back]
        if depth <= 0:
            return self.pick(simple)()
        nested = [
            self.condition,
            self.loop,
            self.loop,
            self.with_block,
            self.set_block,
            self.macro,
            self.macro_call,
            self.call_block,
            self.filter_block,
            self.namespace,
            self.recursive_loop,
            self.helper,
        ]
        if self.in_file:
            nested = [make for make in nested if make not in (self.macro, self.call_block)]
        return self.pick(simple + nested)(depth) if self.chance(0.55) else self.pick(simple)()

    def data(self, depth=0):
        pieces = PLAIN_DATA if self.in_file else DATA
        return Node('stmt', ''.join(self.pick(pieces) for _ in range(self.random.randint(1, 3))))

    def output(self, depth=0):
        kind = self.pick(TYPES[:8] + ['str', 'str', 'int', 'any'])
        left = '{{ ' if self.in_file else self.pick(['{{ ', '{{ ', '{{ ', '{{- ', '{{', '{{+ '])
        right = self.pick([' }}', ' }}', ' }}', ' -}}', ' }}', '\n}}'])
        return Node('stmt', left, self.expr(kind, self.random.randint(1, 4), bare=True), right)

    def comment(self, depth=0):
        if self.in_file:
            return Node('stmt', '{# note #}')
        return Node(
            'stmt', self.pick(['{# note #}', '{#- {{ x }} -#}', '{# a\nb #}', '{##}', "{# it's #}"])
        )

    def raw(self, depth=0):
        if self.in_file:
            return self.data()
        close = self.pick([' %}', ' -%}', '%}'])
        return Node(
            'stmt',
            self.begin(),
            'raw',
            close,
            self.pick(['{{ x }}', '{% if %}', ' a ', '{# c #}\n']),
            self.begin(),
            'endraw',
            self.end(),
        )

    def set(self, depth=0):
        kind = self.pick(TYPES[:9])
        value = self.expr(kind, 3, bare=True)
        reuse = self.known(kind)
        name = self.pick(reuse) if reuse and self.chance(0.4) else self.fresh()
        if self.chance(0.1):
            other = self.fresh()
            node = Node(
                'stmt',
                *self.tag('set ', name, ', ', other, ' = ', value, ', ', self.expr('int', 1)),
            )
            self.names += [(name, kind), (other, 'int')]
            return node
        self.names.append((name, kind))
        return Node('stmt', *self.tag('set ', name, ' = ', value))

    def do(self, depth=0):
        lists = [name for name, kind in self.names if kind in ('ints', 'strs')]
        dicts = self.known('dict')
        if lists and self.chance(0.6):
            name = self.pick(lists)
            value = self.expr('int' if name in self.known('ints') else 'str', 2)
            call = self.pick(
                [
                    [name, '.append(', value, ')'],
                    [name, '.insert(', self.pick(['0', '1', '-1', '99']), ', ', value, ')'],
                    [name, '.extend([', value, '])'],
                    [name, '.reverse()'],
                ]
            )
            return Node('stmt', *self.tag('do ', *call))
        if dicts:
            name = self.pick(dicts)
            key = self.pick(["'k'", "'a'", '1', "'z'"])
            call = self.pick(
                [
                    [name, '.update({', key, ': ', self.expr('any', 2), '})'],
                    [name, '.setdefault(', key, ', ', self.expr('any', 1), ')'],
                    [name, '.pop(', key, ', none)'],
                    [name, '.update(k=', self.expr('any', 1), ')'],
                ]
            )
            return Node('stmt', *self.tag('do ', *call))
        return Node('stmt', *self.tag('do ', self.expr('any', 2)))

    def jump(self, depth=0):
        return Node(
            'stmt',
            *self.tag('if ', self.expr('bool', 1)),
            *self.tag(self.pick(['break', 'continue'])),
            *self.tag('endif'),
        )

    def give_back(self, depth=0):
        return Node(
            'stmt',
            *self.tag('if ', self.expr('bool', 1)),
            *self.tag('do return(', self.expr('any', 2), ')'),
            *self.tag('endif'),
        )

    def condition(self, depth):
        parts = self.tag('if ', self.expr('bool', 3, bare=True)) + [self.scoped_body(depth - 1)]
        while self.chance(0.25):
            parts += self.tag('elif ', self.expr('bool', 2)) + [self.scoped_body(depth - 1)]
        if self.chance(0.5):
            parts += self.tag('else') + [self.scoped_body(depth - 1)]
        return Node('stmt', *parts, *self.tag('endif'))

    def loop(self, depth):
        kind = self.pick(['ints', 'strs', 'rows', 'items', 'text', 'pairs'])
        name, other = self.fresh('i'), self.fresh('j')
        source, targets, head = {
            'ints': lambda: (self.expr('ints', 2), [(name, 'int')], name),
            'strs': lambda: (self.expr('strs', 2), [(name, 'str')], name),
            'rows': lambda: (self.expr('rows', 2), [(name, 'row')], name),
            'text': lambda: (self.expr('str', 1), [(name, 'str')], name),
            'items': lambda: (
                Node('expr', self.expr('dict', 1), '.items()'),
                [(name, 'any'), (other, 'any')],
                f'{name}, {other}',
            ),
            'pairs': lambda: (
                Node('expr', '[(1, ', self.expr('str', 1), '), (2, ', self.expr('str', 1), ')]'),
                [(name, 'int'), (other, 'str')],
                f'({name}, {other})',
            ),
        }[kind]()
        test = []
        if self.chance(0.2):
            self.names += targets
            test = [' if ', self.expr('bool', 2)]
            del self.names[-len(targets) :]
        if kind in ('text', 'ints', 'strs', 'rows'):
            # A copy: a list that grows while it is looped over never ends.
            source = Node('expr', '(', source, self.pick([')[:]', '|list)']))
        parts = self.tag('for ', head, ' in ', source, *test)
        parts.append(self.scoped_body(depth - 1, targets, self.loops + 1))
        if self.chance(0.2):
            parts += self.tag('else') + [self.scoped_body(depth - 1)]
        return Node('stmt', *parts, *self.tag('endfor'))

    def recursive_loop(self, depth):
        name = self.fresh('n')
        tree = self.pick(
            [
                "[{'v': 1, 'c': [{'v': 2, 'c': []}, {'v': 3, 'c': []}]}]",
                "[{'v': 'a', 'c': []}, {'v': 'b', 'c': [{'v': 'c', 'c': [{'v': 'd', 'c': []}]}]}]",
            ]
        )
        inner = self.pick(
            [
                '{{ loop(%s.c) }}' % name,
                '{%% if %s.c %%}<{{ loop(%s.c) }}>{%% endif %%}' % (name, name),
                '{{ loop.depth }}{{ loop(%s.c)|upper }}' % name,
            ]
        )
        return Node(
            'stmt',
            *self.tag('for ', name, ' in ', tree, ' recursive'),
            '{{ %s.v }}' % name,
            self.pick(['{{ loop.index }}', '', '{{ loop.last }}']),
            inner,
            *self.tag('endfor'),
        )

    def with_block(self, depth):
        kind, name = self.pick(TYPES[:8]), self.fresh('w')
        return Node(
            'stmt',
            *self.tag('with ', name, ' = ', self.expr(kind, 2)),
            self.scoped_body(depth - 1, [(name, kind)]),
            *self.tag('endwith'),
        )

    def set_block(self, depth):
        name = self.fresh('b')
        filters = self.pick(['', '', '|upper', '|trim', "|replace('a', 'b')|title"])
        node = Node(
            'stmt',
            *self.tag('set ', name, filters),
            self.scoped_body(depth - 1, (), 0),
            *self.tag('endset'),
        )
        self.names.append((name, 'str'))
        return node

    def filter_block(self, depth):
        name = self.pick(['upper', 'trim', "replace('a', 'o')", 'indent(2, true)', 'lower|title'])
        return Node(
            'stmt',
            *self.tag('filter ', name),
            self.scoped_body(depth - 1, (), 0),
            *self.tag('endfilter'),
        )

    def namespace(self, depth):
        name, total = self.fresh('ns'), self.expr('int', 1)
        parts = self.tag('set ', name, ' = namespace(n=', total, ', s=', self.expr('str', 1), ')')
        item = self.fresh('i')
        step = Node('expr', f'{name}.n + ', item)
        loop = (
            self.tag('for ', item, ' in (', self.expr('ints', 1), ')|list')
            + self.tag('set ', f'{name}.n = ', step)
            + self.tag('endfor')
        )
        return Node('stmt', *parts, *loop, '{{ ', f'{name}.n ~ {name}.s', ' }}')

    def helper(self, depth):
        name, item = self.fresh('h'), self.fresh('i')
        made, use = self.pick(
            [
                ["joiner(', ')", f'{{{{ {name}() }}}}{{{{ {item} }}}}'],
                ["cycler('a', 1, none)", f'{{{{ {name}.next() }}}}{{{{ {name}.current }}}}'],
                ['namespace(a=[])', f'{{% do {name}.a.append({item}) %}}{{{{ {name}.a }}}}'],
            ]
        )
        source = Node('expr', self.expr(self.pick(['ints', 'strs', 'str', 'tuple', 'dict']), 2))
        return Node(
            'stmt',
            *self.tag('set ', name, ' = ', made),
            *self.tag('for ', item, ' in (', source, ')|list'),
            use,
            *self.tag('endfor'),
        )

    def macro(self, depth):
        name = self.fresh('m')
        kinds = [self.pick(TYPES[:8]) for _ in range(self.random.randint(0, 3))]
        names = [(self.fresh('p'), kind) for kind in kinds]
        defaults = self.random.randint(0, len(names))
        heads = []
        for at, (parameter, kind) in enumerate(names):
            heads.append(', ' if at else '')
            heads.append(
                parameter
                + (self.pick([': string', ': any', ': list[int]']) if self.chance(0.1) else '')
            )
            if at >= len(names) - defaults:
                heads += [' = ', self.expr(kind, 1)]
        was = self.in_macro
        self.in_macro = True
        inside = self.scoped_body(depth - 1, names, 0)
        if self.chance(0.2):
            inside.parts.append(Node('stmt', '{{ varargs }}{{ kwargs }}'))
        self.in_macro = was
        calls = self.chance(0.3)
        if calls:
            inside.parts.append(
                Node(
                    'stmt', '{{ caller(', self.pick(['', '1', "'q', 2"]), ') if caller else none }}'
                )
            )
        self.macros.append((name, kinds, len(kinds) - defaults, calls))
        return Node(
            'stmt', *self.tag('macro ', name, '(', *heads, ')'), inside, *self.tag('endmacro')
        )

    def macro_call(self, depth=0):
        if not self.macros:
            return self.output()
        return Node('stmt', '{{ ', self.call_of(self.pick(self.macros)), ' }}')

    def call_of(self, macro):
        name, kinds, required, _ = macro
        count = self.random.randint(required, len(kinds))
        parts = []
        for at in range(count):
            parts += [', ' if at else '', self.expr(kinds[at], 2)]
        return Node('expr', name, '(', *parts, ')')

    def call_block(self, depth):
        takers = [macro for macro in self.macros if macro[3]]
        if not takers:
            return self.macro(depth)
        head = self.pick(['', '()', '(u=1, v=2)'])
        return Node(
            'stmt',
            *self.tag('call', head, ' ', self.call_of(self.pick(takers))),
            self.scoped_body(depth - 1, (), 0),
            *self.tag('endcall'),
        )

    # -- expressions

    def expr(self, kind, depth, bare=False):
        if depth > 0 and self.chance(self.wildness):
            return self.expand(self.pick(WILD), depth)
        if kind == 'any':
            kind = self.pick(TYPES)
        names = self.known(kind)
        if names and self.chance(0.35):
            return Node('expr', self.pick(names))
        if depth <= 0:
            return Node('expr', self.literal(kind))
        if self.chance(0.06):
            return self.expand(f'(<{kind}> if <bool> else <{kind}>)', depth)
        form = self.form(kind)
        return self.expand(f'({form})' if '|' in form and not bare else form, depth)

    def form(self, kind):
        if self.loops and kind in IN_LOOP and self.chance(0.1):
            return IN_LOOP[kind]
        if self.macros and kind == 'str' and self.chance(0.05):
            return '<call>|string'
        return self.pick(FORMS[kind])

    def expand(self, form, depth):
        """A form as a node: its holes filled, one of each group of pieces taken."""
        form = CHOICE.sub(lambda choice: self.pick(choice[1].split('¦')), form)
        text_and_holes = HOLE.split(form)
        parts = [
            part if at % 2 == 0 else self.fill(part, depth)
            for at, part in enumerate(text_and_holes)
        ]
        return Node('expr', *parts)

    def fill(self, hole, depth):
        if hole.startswith('literal '):
            return self.literal(hole[8:])
        if hole in WORDS_OF:
            return self.pick(WORDS_OF[hole])
        if hole == 'bounds':
            return Node('slice', self.pick(WORDS_OF_BOUNDS))
        if hole == 'call':
            return self.call_of(self.pick(self.macros))
        if hole == 'arguments':
            return Node('arguments', *self.arguments())
        return self.expr(hole, depth - 1)

    def arguments(self):
        parts = []
        for at in range(self.pick([0, 0, 1, 1, 1, 2, 3])):
            parts += [', ' if at else '', self.expr('any', 0)]
        return parts

    def literal(self, kind):
        if kind == 'row':
            return "{'name': 'r', 'n': 0, 'ok': false}"
        text = self.literal_value(kind)
        return f'({text})' if kind in ('int', 'float') and text.startswith('-') else text


FORMS = {
    kind: text.strip().split('\n')
    for kind, text in {
        'int': forms.INT,
        'float': forms.FLOAT,
        'str': forms.STR,
        'bool': forms.BOOL,
        'ints': forms.INTS,
        'strs': forms.STRS,
        'rows': forms.ROWS,
        'row': forms.ROW,
        'dict': forms.DICT,
        'tuple': forms.TUPLE,
        'none': forms.NONE,
    }.items()
}
WILD = forms.WILD.strip().split('\n')
IN_LOOP = forms.IN_LOOP
WORDS_OF_BOUNDS = forms.BOUNDS.split()
WORDS_OF = {
    'word': WORDS,
    'order': [' == ', ' != ', ' < ', ' <= ', ' > ', ' >= '],
    'safe test': forms.SAFE_TESTS.split(),
    'method': forms.METHODS.split(),
    'filter': forms.FILTERS.split(),
    'test': forms.TESTS.split(),
    'filter use': forms.FILTER_USES.split(),
    'test use': forms.TEST_USES.split(),
}
CHOICE = re.compile('«([^»]*)»')
HOLE = re.compile('<((?:literal )?[a-z]+(?: test| use)?)>')
