"""Random templates about nothing but names: who sees which value of `a`, `b` and `c` in which scope."""

from fuzz_grammar import Node

NAMES = 'abc'
CONTEXTS = ["{'a': 1}", "{'a': 1, 'b': 2}", "{'a': 1, 'b': 2, 'c': 3}", '{}']


class Scopes:
    def __init__(self, random):
        self.random = random
        self.value = 9

    def case(self):
        return self.random.choice(CONTEXTS), self.body(self.random.randint(2, 4))

    def body(self, depth):
        count = self.random.randint(1, 4)
        return Node('body', *[self.statement(depth) for _ in range(count)])

    def name(self):
        return self.random.choice(NAMES)

    def expr(self):
        self.value += 1
        forms = [str(self.value), self.name(), f'[{self.name()}, {self.value}]']
        return self.random.choice(forms)

    def statement(self, depth):
        simple = [self.show, self.show, self.assign]
        if depth <= 0:
            return self.random.choice(simple)()
        nested = [self.loop, self.branch, self.scope, self.block, self.macro, self.call]
        if self.random.random() < 0.45:
            return self.random.choice(simple)()
        return self.random.choice(nested)(depth - 1)

    def show(self):
        return Node('stmt', f'{{{{ {self.name()} is callable or {self.name()} }}}};')

    def assign(self):
        form = self.random.choice(['{0} = {1}', '{0} = {1}', '{0}, {2} = {1}, {3}'])
        text = form.format(self.name(), self.expr(), self.name(), self.expr())
        return Node('stmt', f'{{% set {text} %}}')

    def loop(self, depth):
        test = self.random.choice(['', '', f' if {self.name()}'])
        source = self.random.choice(['[1, 2]', '[]', f'[{self.name()}, {self.name()}]'])
        head = f'{{% for {self.random.choice("abci")} in {source}{test} %}}'
        parts = [head, self.body(depth)]
        if self.random.random() < 0.3:
            parts += ['{% else %}', self.body(depth)]
        return Node('stmt', *parts, '{% endfor %}')

    def branch(self, depth):
        test = self.random.choice(['true', 'false', self.name(), f'{self.name()} is defined'])
        parts = [f'{{% if {test} %}}', self.body(depth)]
        if self.random.random() < 0.4:
            parts += ['{% else %}', self.body(depth)]
        return Node('stmt', *parts, '{% endif %}')

    def scope(self, depth):
        value = self.random.choice(['', f'{self.name()} = {self.expr()}'])
        return Node('stmt', f'{{% with {value} %}}', self.body(depth), '{% endwith %}')

    def block(self, depth):
        begin, end = self.random.choice(
            [(f'set {self.name()}', 'endset'), ('filter upper', 'endfilter')]
        )
        return Node('stmt', f'{{% {begin} %}}', self.body(depth), f'{{% {end} %}}')

    def parameters(self):
        return self.random.choice(['', 'a', 'b', f'a={self.name()}', f'b, c={self.name()}'])

    def macro(self, depth):
        name = self.random.choice(['m', 'n', self.name()])
        head = f'{{% macro {name}({self.parameters()}) %}}'
        arguments = self.random.choice(['', self.name(), str(self.value)])
        use = f'{{{{ {name}({arguments}) if {name} is callable }}}}'
        return Node('stmt', head, self.body(depth), '{% endmacro %}', use)

    def call(self, depth):
        inner = self.random.choice(['caller()', f'caller() ~ {self.name()}'])
        macro = f'{{% macro k() %}}{{{{ {inner} }}}}{{% endmacro %}}'
        parameter = self.random.choice(['', '', f'(a={self.name()})'])
        return Node(
            'stmt', macro, f'{{% call{parameter} k() %}}', self.body(depth), '{% endcall %}'
        )
