{# What goes through JSON and YAML keeps being what it was in Python. #}
{% set read = fromjson('{"a": 1.0, "b": 12345678901234567890, "c": [1e3, 0.5, -2, "x 1.0"], "d": {"e": 1.5e-7}}') %}
{% set written = toyaml({'a': [1.0, 4549.34, 1e22, 1e-7, 3], 'b': {'c': read.c}, 'd': (1, 2.0)}) %}
select
  $${{ read }}$$ as read,
  {{ read.a }} + 1 as a,
  $${{ written }}$$ as written,
  $${{ toyaml(1.5) }}$$ as alone,
  $${{ toyaml(fromjson(tojson({"f": 4.0}))) }}$$ as round
