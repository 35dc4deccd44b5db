{{ config(custom='own', meta={'level': 2}) }}
{{ say('version', dbt_version) }}
{{ say('project', project_name) }}
{{ say('target', [target.name, target.schema, target.type, target.threads, target.profile_name, target.get('missing', 'x')]) }}
{{ say('vars', [var('level'), var('words'), var('nothing', 'else'), var.has_var('level'), var.has_var('nothing')]) }}
{{ say('env', env_var('BTN_GOLDEN_NOTHING', 'unset')) }}
{{ say('database', [database, schema]) }}
{{ say('sql_now', sql_now) }}
{{ say('json', [fromjson('{"a": [1, null]}'), tojson({'b': 1, 'a': [true, none]}, sort_keys=true), fromjson('nope', 'otherwise')]) }}
{{ say('yaml', [fromyaml('a: [1, x]'), toyaml({'b': 1, 'a': 2}), fromyaml('{', 'otherwise')]) }}
{{ say('sets', [set([1, 2, 2]) | list, set(1), set(1, ['d']), set_strict([3, 3]) | list]) }}
{{ say('zips', [zip([1, 2], ['a', 'b']) | list, zip(1, [2]), zip_strict([1], [2]) | list]) }}
{{ say('md5', local_md5('hello')) }}
{{ say('diff', diff_of_two_dicts({'a': ['x', 'y'], 'b': ['z']}, {'A': ['X']})) }}
{{ say('otel', [otel_trace_id(), otel_span_id()]) }}
{{ say('macro', [context['say'] is defined, context.get('nobody') is none, 'dbt' in context]) }}
{{ say('builtins', [builtins.keys() | list | sort | first, builtins.ref is defined, builtins.var('level')]) }}
{{ say('flags', [flags.FULL_REFRESH, flags.STORE_FAILURES, flags.WHICH]) }}
{{ say('datetime', modules.datetime.datetime(2024, 2, 28, 10, 30) + modules.datetime.timedelta(days=2)) }}
{{ say('strptime', modules.datetime.datetime.strptime('2024-01-31', '%Y-%m-%d').strftime('%d/%m/%y')) }}
{{ say('zone', modules.pytz.timezone('Europe/Berlin').localize(modules.datetime.datetime(2024, 7, 1)).isoformat()) }}
{{ say('re', [modules.re.match('(a)(?P<x>b)', 'abc').groupdict(), modules.re.sub('b+', '-', 'abbbc'), modules.re.findall('[a-c]', 'xaybz'), modules.re.match('a(b)', 'ab').lastindex]) }}
{{ say('itertools', [modules.itertools.product([1, 2], ['a']) | list, modules.itertools.chain([1], [2]) | list, modules.itertools.combinations([1, 2, 3], 2) | list]) }}
{% if execute %}
{{ say('config', [config.get('custom'), config.get('nothing', 'd'), config.get('materialized'), config.require('custom'), config.get('meta'), config.persist_relation_docs()]) }}
{{ say('meta', [config.meta_get('level'), config.meta_get('owner'), config.meta_get('none', 'd'), config.meta_require('level')]) }}
{{ say('validated', config.get('custom', validator=validation.any[basestring])) }}
{{ say('model', [model.name, model.unique_id, model.resource_type, model.config.tags, model.path, model.original_file_path, model.alias, model.fqn]) }}
{{ say('model keys', model.keys() | list | sort) }}
{{ say('graph', [graph.keys() | list | sort, graph.nodes.keys() | list | sort, graph['nodes']['seed.values.people'].name]) }}
{{ say('selected', selected_resources | sort) }}
{{ say('hooks', [pre_hooks, post_hooks]) }}
{{ say('thread', thread_id) }}
{% endif %}
select 1 as id
