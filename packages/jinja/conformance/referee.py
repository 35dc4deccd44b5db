"""Renders templates with the real Jinja2, configured as dbt configures it.

The environment, the parser for typed macro arguments, the tags and the macro call with
`return()` come from the installed dbt-common; nothing of it is rebuilt here. One thing differs
on purpose: a macro written inside a template keeps its plain name, so that templates with
macros are self-contained. Macros given beside the template (`macros`) are wired as dbt does.
"""

import ast

import dbt_common.clients.jinja as dbt_jinja
import jinja2
import jinja2.nativetypes
import jinja2.runtime
from dbt_common.exceptions.macros import MacroReturn

MACRO_BLOCKS = {'macro', 'materialization', 'test', 'docs'}


class Macro(jinja2.runtime.Macro):
    """A macro that hands over the value given to `return()`. A call block does not catch it."""

    def _invoke(self, arguments, autoescape):
        try:
            return super()._invoke(arguments, autoescape)
        except MacroReturn as result:
            if self.name is None:
                raise
            return result.value


jinja2.runtime.Macro = Macro


class PlainNameParser(dbt_jinja.MacroFuzzParser):
    parse_macro = jinja2.parser.Parser.parse_macro


def plain_environment(native=False, parsing=False):
    environment = dbt_jinja.get_environment(native=native, capture_macros=parsing)

    def parse(source, name, filename):
        return PlainNameParser(environment, source, name, filename).parse()

    environment._parse = parse
    return environment


TEXT = plain_environment()
NATIVE = plain_environment(native=True)
# dbt reads files once before anything runs; what is undefined then is tolerated.
PARSING = plain_environment(parsing=True)


def macro_return(value=None):
    raise MacroReturn(value)


def echo(*args, **kwargs):
    return [list(args), kwargs]


class MacroSource:
    def __init__(self, name, source):
        self.name = name
        self.macro_sql = source
        self.unique_id = 'macro.test.' + name


def macro_callables(text, context):
    """One callable per macro block of the text, each its own template that sees the context.

    Lines of errors count from the start of the whole text.
    """
    prefix = 'dbt_macro__'
    for block in dbt_jinja.extract_toplevel_blocks(text, allowed_blocks=MACRO_BLOCKS):
        if block.block_type_name not in MACRO_BLOCKS:
            continue
        lines_before = text[: text.index(block.full_block)].count('\n')
        source = '\n' * lines_before + block.full_block
        for node in dbt_jinja.parse(block.full_block).find_all(jinja2.nodes.Macro):
            if node.name.startswith(prefix):
                name = node.name[len(prefix) :]
                yield name, dbt_jinja.CallableMacroGenerator(MacroSource(name, source), context)


def build_context(case):
    context = dict(ast.literal_eval(case.get('context') or '{}'))
    context['return'] = macro_return
    context['echo'] = echo
    dbt_jinja.template_cache.clear()
    for name, macro in macro_callables(case.get('macros') or '', context):
        context[name] = macro
    return context


def error_line(error):
    """The innermost template line. Frames of generated code are mapped, frames that Jinja2 has rewritten are not."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.lineno
    line, step = None, error.__traceback__
    while step:
        template = step.tb_frame.f_globals.get('__jinja_template__')
        if template:
            line = template.get_corresponding_lineno(step.tb_lineno)
        elif step.tb_frame.f_code.co_filename == '<template>':
            line = step.tb_lineno
        step = step.tb_next
    return line


def unwrap(error):
    while hasattr(error, 'exc') and isinstance(error.exc, Exception):
        error = error.exc
    return error


def describe_error(error):
    cause = unwrap(error)
    line = error_line(cause)
    if line is None:
        line = error_line(error)
    if str(cause).startswith('sequence item'):
        # Raised where pieces of text are joined, far from the piece that is no text.
        line = None
    message = cause.message if isinstance(cause, jinja2.TemplateError) else str(cause)
    if isinstance(cause, SyntaxError):
        # Python refused the code that Jinja2 generated: a mistake in the template all the same.
        return {'type': 'SyntaxError', 'message': cause.msg, 'line': None}
    return {'type': type(cause).__name__, 'message': message or '', 'line': line}


def render(case):
    """The golden of a case: {'output': text} or {'error': {type, message, line}}."""
    environment = NATIVE if case.get('native') else PARSING if case.get('parsing') else TEXT
    try:
        context = build_context(case)
        template = environment.from_string(case['template'], globals=context)
        result = template.render(context)
        return {'output': repr(result) if case.get('native') else result}
    except RecursionError as error:
        return {'error': {'type': 'RecursionError', 'message': '', 'line': None}}
    except Exception as error:
        return {'error': describe_error(error)}
