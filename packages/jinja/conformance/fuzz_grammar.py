"""Random templates that mostly render: expressions are made by type, names are known with their types.

A template is a tree of `Node`s, so that a failing one can be made smaller by cutting branches.
"""

import random

NUMBERS = ['0', '1', '2', '3', '5', '7', '10', '-1', '-7', '42', '100', '1000', '9007199254740993', '10 ** 20']
FLOATS = ['0.0', '1.0', '0.5', '1.5', '2.5', '-2.5', '3.14159', '0.1', '1e16', '1e-5', '100.0', '-0.0', '2.675', '1e100']
TEXTS = [
    "''", "'a'", "'abc'", "'Hello World'", "'  pad '", "'a,b,,c'", "'it\\'s'", '"say \\"x\\""', "'x_y-z'", "'42'", "'-3.5'",
    "'line one\\nline two'", "'é漢🎉'", "'<b>&amp;</b>'", "'%s'", "'{}'", "'TRUE'", "'foo bar baz qux quux'", "'tab\\there'",
    "'order_id'", "'a' 'b'", "'\\\\'", "'ünï'",
]
WORDS = ["'a'", "'b'", "'abc'", "'Zed'", "'id'", "'Name'", "'x y'", "'10'", "'9'", "''", "'é'"]
DATA = [
    'select ', ' from t', '\n', '  \n  ', ', ', 'text', '-- note\n', ' { x } ', "'quoted'", '100%', '\t', ' ', 'a\n\nb', '}}', '$1 `x`', '\\n',
]
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
            'tuple': lambda: self.pick(['()', '(1,)', "(1, 'a')", "('x', 2.0, None)", '(1, (2, 3))', '(3, 1, 2)']),
            'dict': lambda: self.pick([
                '{}', "{'a': 1, 'b': 2}", "{'b': [1, 2.0], 'a': {'c': None}}", "{'x': 'y', 'items': 3}", "{1: 'one', '1': 'text', None: 0}",
                "{'Name': 'v', 'id': 10, 'flag': True}",
            ]),
            'rows': lambda: self.pick([
                '[]', "[{'name': 'b', 'n': 2, 'ok': True}, {'name': 'A', 'n': 1, 'ok': False}, {'name': 'c', 'n': 2, 'ok': True}]",
                "[{'name': 'id', 'n': 1.5, 'ok': None}]", "[{'name': 'x', 'n': 3, 'ok': True, 'more': {'k': [1, 2]}}, {'name': 'y', 'n': -3, 'ok': True, 'more': {'k': []}}]",
            ]),
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
        simple = [self.data, self.output, self.output, self.output, self.set, self.do, self.comment, self.raw]
        if self.loops:
            simple += [self.jump]
        if self.in_macro:
            simple += [self.give_back]
        if depth <= 0:
            return self.pick(simple)()
        nested = [
            self.condition, self.loop, self.loop, self.with_block, self.set_block, self.macro, self.macro_call, self.call_block,
            self.filter_block, self.namespace, self.recursive_loop, self.helper,
        ]
        if self.in_file:
            nested = [make for make in nested if make not in (self.macro, self.call_block)]
        return self.pick(simple + nested)(depth) if self.chance(0.55) else self.pick(simple)()

    def data(self, depth=0):
        return Node('stmt', ''.join(self.pick(DATA) for _ in range(self.random.randint(1, 3))))

    def output(self, depth=0):
        kind = self.pick(TYPES[:8] + ['str', 'str', 'int', 'any'])
        left = self.pick(['{{ ', '{{ ', '{{ ', '{{- ', '{{', '{{+ '])
        right = self.pick([' }}', ' }}', ' }}', ' -}}', ' }}', '\n}}'])
        return Node('stmt', left, self.expr(kind, self.random.randint(1, 4), bare=True), right)

    def comment(self, depth=0):
        return Node('stmt', self.pick(['{# note #}', '{#- {{ x }} -#}', '{# a\nb #}', '{##}', "{# it's #}"]))

    def raw(self, depth=0):
        if self.in_file:
            return self.data()
        close = self.pick([' %}', ' -%}', '%}'])
        return Node('stmt', self.begin(), 'raw', close, self.pick(['{{ x }}', '{% if %}', ' a ', '{# c #}\n']), self.begin(), 'endraw', self.end())

    def set(self, depth=0):
        kind = self.pick(TYPES[:9])
        value = self.expr(kind, 3, bare=True)
        reuse = self.known(kind)
        name = self.pick(reuse) if reuse and self.chance(0.4) else self.fresh()
        if self.chance(0.1):
            other = self.fresh()
            node = Node('stmt', *self.tag('set ', name, ', ', other, ' = ', value, ', ', self.expr('int', 1)))
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
            call = self.pick([
                [name, '.append(', value, ')'], [name, '.insert(', self.pick(['0', '1', '-1', '99']), ', ', value, ')'],
                [name, '.extend([', value, '])'], [name, '.reverse()'],
            ])
            return Node('stmt', *self.tag('do ', *call))
        if dicts:
            name = self.pick(dicts)
            key = self.pick(["'k'", "'a'", '1', "'z'"])
            call = self.pick([
                [name, '.update({', key, ': ', self.expr('any', 2), '})'], [name, '.setdefault(', key, ', ', self.expr('any', 1), ')'],
                [name, '.pop(', key, ', none)'], [name, '.update(k=', self.expr('any', 1), ')'],
            ])
            return Node('stmt', *self.tag('do ', *call))
        return Node('stmt', *self.tag('do ', self.expr('any', 2)))

    def jump(self, depth=0):
        return Node('stmt', *self.tag('if ', self.expr('bool', 1)), *self.tag(self.pick(['break', 'continue'])), *self.tag('endif'))

    def give_back(self, depth=0):
        return Node('stmt', *self.tag('if ', self.expr('bool', 1)), *self.tag('do return(', self.expr('any', 2), ')'), *self.tag('endif'))

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
            'items': lambda: (Node('expr', self.expr('dict', 1), '.items()'), [(name, 'any'), (other, 'any')], f'{name}, {other}'),
            'pairs': lambda: (Node('expr', '[(1, ', self.expr('str', 1), '), (2, ', self.expr('str', 1), ')]'), [(name, 'int'), (other, 'str')], f'({name}, {other})'),
        }[kind]()
        test = []
        if self.chance(0.2):
            self.names += targets
            test = [' if ', self.expr('bool', 2)]
            del self.names[-len(targets):]
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
        tree = self.pick([
            "[{'v': 1, 'c': [{'v': 2, 'c': []}, {'v': 3, 'c': []}]}]", "[{'v': 'a', 'c': []}, {'v': 'b', 'c': [{'v': 'c', 'c': [{'v': 'd', 'c': []}]}]}]",
        ])
        inner = self.pick(['{{ loop(%s.c) }}' % name, '{%% if %s.c %%}<{{ loop(%s.c) }}>{%% endif %%}' % (name, name), '{{ loop.depth }}{{ loop(%s.c)|upper }}' % name])
        return Node('stmt', *self.tag('for ', name, ' in ', tree, ' recursive'), '{{ %s.v }}' % name, self.pick(['{{ loop.index }}', '', '{{ loop.last }}']), inner, *self.tag('endfor'))

    def with_block(self, depth):
        kind, name = self.pick(TYPES[:8]), self.fresh('w')
        return Node('stmt', *self.tag('with ', name, ' = ', self.expr(kind, 2)), self.scoped_body(depth - 1, [(name, kind)]), *self.tag('endwith'))

    def set_block(self, depth):
        name = self.fresh('b')
        filters = self.pick(['', '', '|upper', '|trim', "|replace('a', 'b')|title"])
        node = Node('stmt', *self.tag('set ', name, filters), self.scoped_body(depth - 1, (), 0), *self.tag('endset'))
        self.names.append((name, 'str'))
        return node

    def filter_block(self, depth):
        name = self.pick(['upper', 'trim', "replace('a', 'o')", 'indent(2, true)', 'lower|title'])
        return Node('stmt', *self.tag('filter ', name), self.scoped_body(depth - 1, (), 0), *self.tag('endfilter'))

    def namespace(self, depth):
        name, total = self.fresh('ns'), self.expr('int', 1)
        parts = self.tag('set ', name, ' = namespace(n=', total, ', s=', self.expr('str', 1), ')')
        item = self.fresh('i')
        step = Node('expr', f'{name}.n + ', item)
        loop = self.tag('for ', item, ' in (', self.expr('ints', 1), ')|list') + self.tag('set ', f'{name}.n = ', step) + self.tag('endfor')
        return Node('stmt', *parts, *loop, '{{ ', f'{name}.n ~ {name}.s', ' }}')

    def helper(self, depth):
        name, item = self.fresh('h'), self.fresh('i')
        made, use = self.pick([
            ["joiner(', ')", f'{{{{ {name}() }}}}{{{{ {item} }}}}'], ["cycler('a', 1, none)", f'{{{{ {name}.next() }}}}{{{{ {name}.current }}}}'],
            ['namespace(a=[])', f'{{% do {name}.a.append({item}) %}}{{{{ {name}.a }}}}'],
        ])
        source = Node('expr', self.expr(self.pick(['ints', 'strs', 'str', 'tuple', 'dict']), 2))
        return Node('stmt', *self.tag('set ', name, ' = ', made), *self.tag('for ', item, ' in (', source, ')|list'), use, *self.tag('endfor'))

    def macro(self, depth):
        name = self.fresh('m')
        kinds = [self.pick(TYPES[:8]) for _ in range(self.random.randint(0, 3))]
        names = [(self.fresh('p'), kind) for kind in kinds]
        defaults = self.random.randint(0, len(names))
        heads = []
        for at, (parameter, kind) in enumerate(names):
            heads.append(', ' if at else '')
            heads.append(parameter + (self.pick([': string', ': any', ': list[int]']) if self.chance(0.1) else ''))
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
            inside.parts.append(Node('stmt', '{{ caller(', self.pick(['', '1', "'q', 2"]), ') if caller else none }}'))
        self.macros.append((name, kinds, len(kinds) - defaults, calls))
        return Node('stmt', *self.tag('macro ', name, '(', *heads, ')'), inside, *self.tag('endmacro'))

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
        return Node('stmt', *self.tag('call', head, ' ', self.call_of(self.pick(takers))), self.scoped_body(depth - 1, (), 0), *self.tag('endcall'))

    # -- expressions

    def expr(self, kind, depth, bare=False):
        if depth > 0 and self.chance(self.wildness):
            return self.wild(depth)
        if kind == 'any':
            kind = self.pick(TYPES)
        names = self.known(kind)
        if names and self.chance(0.35):
            return Node('expr', self.pick(names))
        if depth <= 0:
            return Node('expr', self.literal(kind))
        if self.chance(0.06):
            return Node('expr', '(', self.expr(kind, depth - 1), ' if ', self.expr('bool', depth - 1), ' else ', self.expr(kind, depth - 1), ')')
        parts = getattr(self, f'make_{kind}')(lambda k, d=depth - 1: self.expr(k, d))
        filtered = any(isinstance(part, str) and '|' in part for part in parts)
        return Node('expr', '(', *parts, ')') if filtered and not bare else Node('expr', *parts)

    def literal(self, kind):
        if kind == 'row':
            return "{'name': 'r', 'n': 0, 'ok': false}"
        text = self.literal_value(kind)
        return text if kind in ('int', 'float') and not text.startswith('-') else f'({text})' if kind in ('int', 'float') else text

    def wild(self, depth):
        one, two = self.expr('any', depth - 1), self.expr('any', depth - 1)
        forms = [
            [one, ' + ', two], [one, ' - ', two], [one, ' * 2'], [one, ' / ', two], [one, ' // 2'], [one, ' % 3'], [one, ' < ', two], [one, ' >= ', two],
            [one, '[0]'], [one, "['a']"], [one, '.a'], [one, '[1:]'], [one, ' in ', two], ['-', one], [one, '|', self.pick(FILTERS)], ['missing'],
            ['missing.x'], [one, '|map("upper")|list'], [one, ' is ', self.pick(TESTS)], [one, '.upper()'], [one, '.items()|list'], [one, '()'],
            [one, ' ~ ', two], [one, ' == ', two], [one, '.missing.x'], [one, '[', two, ']'], [one, '|join(', two, ')'], ["'%s' % ", one],
            ["'%d' % ", one], ["'{:>6}'.format(", one, ')'], [one, '|sort(attribute=', two, ')'], ['[', one, ', ', two, ']|sum'], ['[', one, ', ', two, ']|max'],
        ]
        if self.chance(0.4):
            forms = [[one, '.', self.pick(METHODS), '(', *self.arguments(), ')'], [one, '|', self.pick(FILTER_NAMES), '(', *self.arguments(), ')'], [one, ' is ', self.pick(TEST_NAMES), '(', *self.arguments(), ')']]
        return Node('expr', '(', *self.pick(forms), ')')

    def arguments(self):
        parts = []
        for at in range(self.pick([0, 0, 1, 1, 1, 2, 3])):
            parts += [', ' if at else '', self.expr('any', 0)]
        return parts

    def make_none(self, e):
        return self.pick([['none'], ['None'], [e('dict'), ".get('nope')"]])

    def make_row(self, e):
        return ["{'name': ", e('str'), ", 'n': ", e('int'), ", 'ok': ", e('bool'), '}']

    def make_int(self, e):
        forms = [
            lambda: [self.literal('int')], lambda: ['(', e('int'), ' + ', e('int'), ')'], lambda: ['(', e('int'), ' - ', e('int'), ')'],
            lambda: ['(', e('int'), ' * ', e('int'), ')'], lambda: ['(', e('int'), ' // ', self.pick(['2', '3', '-4', '7']), ')'],
            lambda: ['(', e('int'), ' % ', self.pick(['2', '5', '-3']), ')'], lambda: ['(', e('int'), ' ** ', self.pick(['0', '1', '2', '3']), ')'],
            lambda: ['(-', e('int'), ')'], lambda: ['(', e('int'), ')|abs'], lambda: [e('strs'), '|length'], lambda: [e('str'), '|length'],
            lambda: [e('ints'), '|sum'], lambda: [e('str'), '.count(', e('str'), ')'], lambda: [e('str'), '|int'], lambda: [e('float'), '|round|int'],
            lambda: [e('str'), '.find(', self.pick(WORDS), ')'], lambda: [e('dict'), '|length'], lambda: ['(', e('bool'), ' + 1)'],
            lambda: ['(', e('int'), ' or ', e('int'), ')'], lambda: [e('str'), '|wordcount'], lambda: [e('ints'), '.count(', e('int'), ')'],
            lambda: [e('rows'), "|map(attribute='n')|map('int')|sum"], lambda: ['(1, ', e('int'), ')|max'], lambda: [e('float'), '|int'],
            lambda: ["'0x1F'|int(base=16)"], lambda: [e('str'), "|int(default=", e('int'), ')'],
        ]
        if self.loops:
            forms += [lambda: [self.pick(['loop.index', 'loop.index0', 'loop.revindex', 'loop.length', 'loop.depth'])]] * 4
        return self.pick(forms)()

    def make_float(self, e):
        return self.pick([
            lambda: [self.literal('float')], lambda: ['(', e('int'), ' / ', self.pick(['2', '3', '4.0', '10', '-7']), ')'], lambda: ['(', e('float'), ' + ', e('int'), ')'],
            lambda: ['(', e('float'), ' * ', e('float'), ')'], lambda: [e('int'), '|float'], lambda: [e('float'), '|round(', self.pick(['1', '2', '0', '3']), ')'],
            lambda: [e('float'), '|round(', self.pick(['0', '1', '2']), ', ', self.pick(["'floor'", "'ceil'", "'common'"]), ')'],
            lambda: ['(', e('float'), ' - ', e('float'), ')'], lambda: [e('str'), '|float'], lambda: ['(', e('float'), ')|abs'], lambda: ['(', e('float'), ' // 2)'],
            lambda: ['(', e('float'), ' % ', self.pick(['2', '1.5', '-3']), ')'], lambda: ['(', e('float'), ' ** 2)'], lambda: ['[', e('float'), ', ', e('int'), ']|sum|float'],
        ])()

    def make_str(self, e):
        forms = [
            lambda: [self.literal('str')], lambda: ['(', e('str'), ' ~ ', e('any'), ')'], lambda: ['(', e('str'), ' + ', e('str'), ')'], lambda: ['(', e('any'), ' ~ ', e('any'), ')'],
            lambda: [e('str'), '|', self.pick(['upper', 'lower', 'title', 'capitalize', 'trim', 'string', 'reverse', 'e', 'striptags', 'forceescape', 'safe', 'urlencode', 'pprint'])],
            lambda: [e('str'), '.', self.pick(['upper', 'lower', 'title', 'capitalize', 'strip', 'lstrip', 'rstrip', 'swapcase', 'casefold', 'expandtabs']), '()'],
            lambda: [e('str'), '|replace(', e('str'), ', ', e('str'), ')'], lambda: [e('str'), '.replace(', self.pick(WORDS), ', ', e('str'), self.pick(['', ', 1', ', 0', ', -1']), ')'],
            lambda: [e('strs'), '|join', self.pick(['', "(', ')", "('-')", "('')"])], lambda: [e('ints'), "|join('/')"], lambda: [self.pick(["', '", "''", "' and '"]), '.join(', e('strs'), ')'],
            lambda: [e('str'), '[', self.bounds(e), ']'], lambda: ['(', e('str'), ' * ', self.pick(['0', '1', '2', '3', '-1']), ')'],
            lambda: [e('any'), '|string'], lambda: [e('any'), '|tojson'], lambda: [e('dict'), '|tojson(indent=2)'], lambda: [e('str'), '|default(', e('str'), self.pick(['', ', true']), ')'],
            lambda: ["'", self.pick(['%s', '%r', '%10s|', '%-6s|', '%.2s']), "' % ", e('str')], lambda: ["'", self.pick(['%s=%s', '%r/%s', '%5s:%-5s|']), "' % (", e('any'), ', ', e('any'), ')'],
            lambda: ["'", self.pick(['%d', '%05d', '%+d', '%x', '%o', '% d', '%6d|', '%-6d|', '%e', '%g', '%.2f', '%s', '%i', '%#x']), "' % ", e('int')],
            lambda: ["'", self.pick(['%f', '%.1f', '%08.3f', '%e', '%g', '%+.2f', '%s', '%r', '%d', '%.0f', '%G']), "' % ", e('float')],
            lambda: ["'", self.pick(['{}', '{:>8}', '{:<8}|', '{:^9}|', '{:*^7}', '{!r}', '{:.2}', '{!r:>10}', '{:s}']), "'.format(", e('str'), ')'],
            lambda: ["'", self.pick(['{}', '{:d}', '{:,}', '{:05d}', '{:+}', '{:x}', '{:b}', '{:>8}', '{:<8}|', '{:e}', '{:.2f}', '{:_}', '{:#x}', '{:%}', '{:g}', '{:^8}|']), "'.format(", e('int'), ')'],
            lambda: ["'", self.pick(['{}', '{:.2f}', '{:,.1f}', '{:e}', '{:g}', '{:%}', '{:10.3f}', '{:<10}|', '{:+.1f}', '{:.3}', '{:.0f}', '{:012.4f}', '{!r}']), "'.format(", e('float'), ')'],
            lambda: ["'{} {b} {}'.format(", e('any'), ', ', e('any'), ', b=', e('any'), ')'], lambda: ["'{0[0]}{0}'.format(", "'ab' ~ ", e('str'), ')'],
            lambda: ["'%s-%s'|format(", e('any'), ', ', e('any'), ')'], lambda: [e('str'), '|truncate(', self.pick(['5', '8', '3']), ', ', self.pick(['true', 'false']), ", '…', ", self.pick(['0', '2']), ')'],
            lambda: [e('str'), '|indent', self.pick(['', '(2)', '(2, true)', "('> ', true, true)", '(blank=true)'])], lambda: [e('str'), '|wordwrap(', self.pick(['5', '8', '3, false', "6, true, '|'"]), ')'],
            lambda: [e('str'), '|center(', self.pick(['9', '20', '4']), ')'], lambda: [e('str'), '.', self.pick(["ljust(8, '.')", 'rjust(8)', 'center(7)', "zfill(6)", "center(8, '*')"])],
            lambda: [e('strs'), "|first|default('none')"], lambda: [e('strs'), "|last|default('none')"], lambda: [e('str'), "|first|default('-')"], lambda: ['(', e('str'), ' or ', e('str'), ')'],
            lambda: ['(', e('str'), ' and ', e('str'), ')'], lambda: [e('rows'), "|map(attribute='name')|join(',')"], lambda: [e('str'), '.split(', self.pick(["','", '', "'a'", "' '"]), ')[0]|default("")'],
            lambda: [e('str'), '.', self.pick(["partition('a')", "rpartition(',')"]), '[', self.pick(['0', '1', '2']), ']'], lambda: [e('str'), '|trim(', self.pick(["'a'", "' '", "'xy_'"]), ')'],
            lambda: [e('int'), '|filesizeformat', self.pick(['', '(true)'])], lambda: [e('str'), '.', self.pick(["removeprefix('a')", "removesuffix('c')", "strip('ab')", "lstrip(' ')"])],
            lambda: [e('strs'), '|sort|join'], lambda: [e('dict'), '|string'], lambda: [e('strs'), "|map('upper')|join('+')"], lambda: [e('any'), '|pprint'],
            lambda: ['{', "'class': ", e('str'), ", 'n': ", e('int'), ", 'x': none}|xmlattr"], lambda: [e('str'), '|list|reverse|join'],
            lambda: [e('dict'), self.pick(['.items()', '.keys()', '.values()', '|items|list', '|dictsort(by="key")']), '|string'] if self.chance(0.3) else [e('dict'), '|list|string'],
            lambda: [e('rows'), "|groupby('", self.pick(['n', 'name', 'ok']), "')|list|string"], lambda: ['echo(', e('any'), ', k=', e('any'), ')|string'], lambda: ['echo(*', e('ints'), ')|string'],
            lambda: [e('any'), '|', self.pick(['list', 'first', 'last', 'length', 'sort', 'join', 'unique|list', 'map("string")|list']), '|string'] if self.chance(0.1) else [e('str'), '|urlize'],
            lambda: [self.pick(['range(3)', 'range(1, 9, 2)', 'range(5, 0, -1)']), self.pick(['', '[1]', '[::2]', '|reverse|list', '|last']), '|string'],
        ]
        if self.loops:
            forms += [lambda: ["loop.cycle('a', 'b')"], lambda: [self.pick(['loop.previtem', 'loop.nextitem']), "|default('-')|string"]]
        if self.macros:
            forms += [lambda: [self.call_of(self.pick(self.macros)), '|string']] * 3
        return self.pick(forms)()

    def make_bool(self, e):
        compare = self.pick([' == ', ' != ', ' < ', ' <= ', ' > ', ' >= '])
        forms = [
            lambda: [self.pick(['true', 'false', 'True', 'False'])], lambda: ['(', e('int'), compare, e('int'), ')'], lambda: ['(', e('str'), compare, e('str'), ')'],
            lambda: ['(', e('float'), compare, e('int'), ')'], lambda: ['(', e('any'), self.pick([' == ', ' != ']), e('any'), ')'], lambda: ['(not ', e('any'), ')'],
            lambda: ['(', e('bool'), self.pick([' and ', ' or ']), e('bool'), ')'], lambda: ['(', e('str'), self.pick([' in ', ' not in ']), e('strs'), ')'],
            lambda: ['(', e('str'), self.pick([' in ', ' not in ']), e('str'), ')'], lambda: ['(', e('any'), ' in ', e('ints'), ')'], lambda: ['(', e('str'), ' in ', e('dict'), ')'],
            lambda: ['(', e('any'), ' is ', self.pick(['', 'not ']), self.pick(SAFE_TESTS), ')'], lambda: ['(', e('int'), ' is ', self.pick(['odd', 'even', 'divisibleby 3', 'divisibleby(2)']), ')'],
            lambda: ['(', e('int'), ' is ', self.pick(['eq ', 'ne ', 'lt ', 'ge ']), self.pick(['1', '2', '3']), ')'], lambda: ['(', e('int'), ' < ', e('int'), ' <= ', e('float'), ')'],
            lambda: [e('str'), '.', self.pick(['isdigit', 'isalpha', 'isupper', 'islower', 'isspace', 'isalnum', 'istitle', 'isidentifier', 'isnumeric']), '()'],
            lambda: [e('str'), '.', self.pick(['startswith', 'endswith']), '(', e('str'), ')'], lambda: ['(missing is ', self.pick(['defined', 'undefined', 'not defined']), ')'],
            lambda: ['(', e('ints'), compare, e('ints'), ')'], lambda: ['(', e('tuple'), ' == ', e('tuple'), ')'], lambda: ['(', e('bool'), ' == ', e('int'), ')'],
            lambda: ['(', e('str'), ' is in ', e('strs'), ')'],
        ]
        if self.loops:
            forms += [lambda: [self.pick(['loop.first', 'loop.last', 'loop.previtem is defined', 'loop.nextitem is defined', 'loop.changed(loop.index // 2)'])]] * 4
        return self.pick(forms)()

    def make_ints(self, e):
        return self.pick([
            lambda: [self.literal('ints')], lambda: ['[', e('int'), ', ', e('int'), ']'], lambda: ['range(', self.pick(['0', '3', '1, 5', '5, 0, -2']), ')|list'],
            lambda: ['(', e('ints'), ' + ', e('ints'), ')'], lambda: [e('ints'), '|sort', self.pick(['', '(reverse=true)'])], lambda: [e('ints'), '|reverse|list'],
            lambda: [e('ints'), '|unique|list'], lambda: [e('ints'), '[', self.bounds(e), ']'], lambda: [e('ints'), "|", self.pick(['select', 'reject']), "('", self.pick(['odd', 'even']), "')|list"],
            lambda: [e('ints'), "|", self.pick(['select', 'reject']), "('", self.pick(['gt', 'lt', 'eq', '>=', 'ne']), "', ", e('int'), ')|list'], lambda: ['(', e('ints'), ' * 2)'],
            lambda: [e('strs'), "|map('length')|list"], lambda: [e('ints'), "|map('abs')|list"], lambda: [e('rows'), "|map(attribute='n')|map('int')|list"], lambda: [e('strs'), "|map('int', default=", e('int'), ')|list'],
            lambda: [e('ints'), '|batch(2)|map("sum")|list'], lambda: [e('ints'), '|slice(2)|map("length")|list'], lambda: [e('ints'), '.copy()'], lambda: [e('ints'), '|select|list'],
        ])()

    def make_strs(self, e):
        return self.pick([
            lambda: [self.literal('strs')], lambda: ['[', e('str'), ', ', e('str'), ']'], lambda: [e('str'), '.split(', self.pick(["','", '', "'a'", "' '", "',', 1", 'none, 1']), ')'],
            lambda: [e('str'), '|list'], lambda: [e('strs'), '|sort', self.pick(['', '(case_sensitive=true)', '(reverse=true)', '(true, true)'])], lambda: [e('strs'), "|map('", self.pick(['upper', 'lower', 'title', 'trim', 'string', 'capitalize', 'e', 'reverse']), "')|list"],
            lambda: [e('strs'), '|unique', self.pick(['', '(true)']), '|list'], lambda: ['(', e('strs'), ' + ', e('strs'), ')'], lambda: [e('strs'), '[', self.bounds(e), ']'],
            lambda: [e('rows'), "|map(attribute='name')|list"], lambda: [e('strs'), '|select|list'], lambda: [e('strs'), "|reject('in', ", e('strs'), ')|list'], lambda: [e('dict'), "|map('string')|list"],
            lambda: [e('strs'), "|map('replace', ", self.pick(WORDS), ', ', self.pick(WORDS), ')|list'], lambda: [e('str'), '.splitlines()'], lambda: [e('ints'), "|map('string')|list"], lambda: [e('strs'), '|reverse|list'],
            lambda: [e('rows'), "|", self.pick(['selectattr', 'rejectattr']), "('ok')|map(attribute='name')|list"], lambda: [e('strs'), '|groupby(0)|map("first")|map("string")|list'], lambda: [e('str'), ".rsplit(',', 1)"],
        ])()

    def make_rows(self, e):
        return self.pick([
            lambda: [self.literal('rows')], lambda: ['[', e('row'), ', ', e('row'), ']'], lambda: [e('rows'), "|selectattr('ok')|list"], lambda: [e('rows'), "|rejectattr('ok')|list"],
            lambda: [e('rows'), "|sort(attribute='", self.pick(['name', 'n', 'n,name']), "'", self.pick(['', ', reverse=true', ', case_sensitive=true']), ')'], lambda: [e('rows'), "|selectattr('n', '", self.pick(['gt', 'eq', 'lt']), "', ", e('int'), ')|list'],
            lambda: [e('rows'), "|unique(attribute='", self.pick(['n', 'name']), "')|list"], lambda: [e('rows'), "|groupby('", self.pick(['n', 'name']), "')|map('last')|map('first')|list"], lambda: [e('rows'), '[', self.pick(['1:', ':1', '::-1']), ']'],
            lambda: ['(', e('rows'), ' + ', e('rows'), ')'],
        ])()

    def make_dict(self, e):
        return self.pick([
            lambda: [self.literal('dict')], lambda: ["{'a': ", e('any'), ", 'b': ", e('any'), '}'], lambda: ["dict(a=", e('any'), ', k=', e('any'), ')'],
            lambda: ['{', e('str'), ': ', e('int'), ', ', e('int'), ': ', e('str'), '}'], lambda: [e('dict'), '.copy()'], lambda: ["dict([('x', ", e('any'), ')])'], lambda: ['{', e('tuple'), ': ', e('any'), '}'] if self.chance(0.3) else ['{}'],
            lambda: ["{'n': ", e('none'), ", 'l': ", e('ints'), '}'],
        ])()

    def make_tuple(self, e):
        return self.pick([
            lambda: [self.literal('tuple')], lambda: ['(', e('any'), ', ', e('any'), ')'], lambda: ['(', e('int'), ',)'], lambda: ['(', e('tuple'), ' + ', e('tuple'), ')'], lambda: [e('tuple'), '[', self.bounds(e), ']'],
            lambda: ['(', e('tuple'), ' * 2)'], lambda: [e('str'), ".partition(',')"],
        ])()

    def bounds(self, e):
        return Node('slice', self.pick(['1:', ':2', '::-1', '::2', '-2:', ':-1', '1:3', '5:1:-1', ':', '-3:-1', '2::-1']))


SAFE_TESTS = [
    'string', 'number', 'mapping', 'iterable', 'sequence', 'none', 'defined', 'undefined', 'boolean', 'integer', 'float', 'true', 'false', 'callable', 'lower', 'upper',
]
TESTS = SAFE_TESTS + ['odd', 'even', 'divisibleby 2', 'in [1]', 'eq 1', 'gt 1', 'sameas none', 'escaped', 'filter', 'test']
METHODS = (
    'upper lower title capitalize swapcase casefold strip lstrip rstrip split rsplit splitlines join replace find rfind index rindex count startswith endswith '
    'center ljust rjust zfill partition rpartition removeprefix removesuffix expandtabs isdigit isalpha format append extend insert pop remove reverse sort copy '
    'clear get keys values items update setdefault popitem bit_length is_integer'
).split()
FILTER_NAMES = (
    'abs attr batch capitalize center default dictsort escape filesizeformat first float forceescape format groupby indent int items join last length list lower map '
    'max min pprint reject rejectattr replace reverse round safe select selectattr slice sort string striptags sum title tojson trim truncate unique upper urlencode '
    'urlize wordcount wordwrap xmlattr'
).split()
TEST_NAMES = (
    'boolean callable defined divisibleby eq equalto escaped even false filter float ge gt in integer iterable le lower lt mapping ne none number odd sameas sequence '
    'string test true undefined upper'
).split()
FILTERS = [
    'upper', 'lower', 'title', 'trim', 'length', 'list', 'first', 'last', 'sort', 'sum', 'join', 'int', 'float', 'abs', 'round', 'string', 'tojson', 'unique|list', 'reverse|list',
    'max', 'min', 'capitalize', 'default("d")', 'replace("a", "b")', 'indent', 'batch(2)|list', 'slice(2)|list', 'dictsort', 'items|list', 'map("string")|list', 'select|list', 'reject|list',
    'map(attribute="a")|list', 'selectattr("a")|list', 'groupby("a")', 'truncate(4)', 'wordcount', 'wordwrap(5)', 'center(6)', 'e', 'striptags', 'urlencode', 'filesizeformat', 'format(1)',
    'pprint', 'xmlattr', 'attr("a")', 'sort(attribute="a")', 'sum(attribute="a")', 'max(attribute="a")', 'map("upper")|list', 'map("int")|list', 'round(1)', 'int(3)', 'float(1.5)', 'random is defined',
]
