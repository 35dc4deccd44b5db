"""Makes a failing template smaller while it still fails in the same way."""

from fuzz_grammar import Node

SIMPLE = ["''", '0', '1', "'a'", '[]', '{}', 'true', 'none', '1.5', '[1]']


def shrink(tree, still_fails, attempts=250):
    """`still_fails(text)` tells whether a candidate fails in the same way; the tree is changed in place."""
    budget = [attempts]

    def works():
        budget[0] -= 1
        return budget[0] >= 0 and still_fails(str(tree))

    changed = True
    while changed and budget[0] > 0:
        changed = any(
            [cut_statements(tree, works), *[simplify(node, works) for node in nodes_of(tree)]]
        )
    return str(tree)


def nodes_of(node):
    yield node
    for part in list(node.parts):
        if isinstance(part, Node):
            yield from nodes_of(part)


def cut_statements(tree, works):
    changed = False
    for body in [node for node in nodes_of(tree) if node.kind == 'body']:
        size = max(1, len(body.parts) // 2)
        while size:
            at = 0
            while at < len(body.parts):
                before = body.parts
                body.parts = before[:at] + before[at + size :]
                if works():
                    changed = True
                else:
                    body.parts = before
                    at += size
            size //= 2
    return changed


def simplify(node, works):
    """A statement becomes what is inside of it, an expression one of its parts or a constant."""
    before = node.parts
    for parts in candidates(node):
        if len(''.join(map(str, parts))) >= len(str(node)):
            continue
        node.parts = parts
        if works():
            return True
        node.parts = before
    return False


def candidates(node):
    inner = [part for part in node.parts if isinstance(part, Node)]
    if node.kind == 'expr':
        yield from ([simple] for simple in SIMPLE)
        yield from ([part] for part in inner if part.kind == 'expr')
    elif node.kind == 'stmt':
        yield from ([part] for part in inner if part.kind == 'body')
        yield from (['{{ ', part, ' }}'] for part in inner if part.kind == 'expr')
        text = ''.join(part if isinstance(part, str) else '\0' for part in node.parts)
        if '-%}' in text or '{%-' in text or '+%}' in text or '\n%}' in text:
            yield [plain(part) for part in node.parts]
        if not inner and len(text) > 1:
            yield [text[: len(text) // 2]]
            yield [text[len(text) // 2 :]]


def plain(part):
    if not isinstance(part, str):
        return part
    return {
        '{%- ': '{% ',
        '{%+ ': '{% ',
        '{%-\n': '{% ',
        ' -%}': ' %}',
        ' +%}': ' %}',
        '\n%}': ' %}',
    }.get(part, part)


def shrink_text(text, still_fails, attempts=200):
    """For templates without a tree: cut ever smaller pieces."""
    size = max(1, len(text) // 2)
    while size and attempts > 0:
        at = 0
        while at < len(text) and attempts > 0:
            attempts -= 1
            shorter = text[:at] + text[at + size :]
            if still_fails(shorter):
                text = shorter
            else:
                at += size
        size //= 2
    return text
