-- depends_on: {{ ref('base') }} {{ ref('people') }}
{% if execute %}
{{ say(column_type) }}
{{ say(is_core_v2()) }}
{{ say(config.get('materialized')) }}
{{ say(config.get('nope')) }}
{{ say(config.get('meta')) }}
{{ say(config.meta_get('a')) }}
{{ say(config.set('a',1)) }}
{{ say(config.persist_relation_docs()) }}
{{ say(config.persist_column_docs()) }}
{{ say(config['materialized']) }}
{{ say(config.materialized) }}
{{ say(execute) }}
{{ say(render('a {{ 1 + 1 }}')) }}
{{ say(invocation_args_dict.which) }}
{{ say(invocation_args_dict.keys()|list|sort|length > 30) }}
{{ say(dbt_metadata_envs) }}
{{ say(sql_now) }}
{{ say(defer_relation) }}
{{ say(source_node) }}
{{ say('a' is string) }}
{{ say('1'|as_number) }}
{{ say('true'|as_bool) }}
{{ say('x'|as_text) }}
{{ say('[1]'|as_native) }}
{{ say([3,1]|sort) }}
{{ say({'a':1}|tojson) }}
{{ say((1,2)) }}
{{ say('%s-%d'|format('a',1)) }}
{{ say('{:>5}'.format('a')) }}
{{ say('a'.center(5,'*')) }}
{{ say('abc'[::-1]) }}
{{ say(7 // 2) }}
{{ say(-7 % 3) }}
{{ say(2 ** 10) }}
{{ say(1 < 2 < 3) }}
{{ say('a' not in 'b') }}
{{ say({'b':1,'a':[true,none,1.5,'x']}) }}
{{ say("it's"|string) }}
{{ say(["it's",'"']) }}
{{ say(1e20) }}
{{ say(1.0) }}
{{ say(10000000000000000000000) }}
{{ say(0.1+0.2) }}
{{ say('ä'|upper) }}
{{ say(namespace(a=1).a) }}
{{ say(range(3)|list) }}
{{ say(lipsum is defined) }}
{{ say(cycler('a','b').next()) }}
{{ say(dict(a=1)) }}
{{ say(target.keys()|list|sort) }}
{{ say(target.threads) }}
{{ say(modules.re.split('[,;]','a,b;c')) }}
{{ say(modules.pytz.utc) }}
{{ say(var('a','b')) }}
{% endif %}
select 1 as id
