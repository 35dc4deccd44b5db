{% set day = modules.datetime.date(2020, 1, 2) %}
{% set moment = modules.datetime.datetime(2020, 1, 2, 3, 4, 5, 600) %}
{% set list, dict, pair = [1, 2], {'k': 1}, (1, (2, 3)) %}
{% set circle = [1] %}
{% do circle.append(circle) %}
{% set values = [
  toyaml({'day': day, 'moment': moment, 1: 2, true: [1], none: 'x', 1.5: 3, 'off': 'off', '1': 4, 'y': 'yes'}),
  toyaml(moment.replace(tzinfo=modules.pytz.utc)),
  toyaml({2: 1, 10: 2, 1: 3}, sort_keys=true),
  toyaml({2: 1, 'a': 2, 1: 0}, sort_keys=true),
  toyaml({'nested': {day: {2: {3: [1]}}}, 'empty': {}}),
  toyaml({'time': modules.datetime.time(1, 2)}, 'no such thing'),
  toyaml(modules.datetime.timedelta(days=1), 'no such thing'),
  toyaml({'a': list, 'b': [list, dict], 'c': dict}),
  toyaml([day, day, none, none, 'x', 'x', (), ()]),
  toyaml(circle),
  toyaml({'empty': [[], []], 'none': {}}),
  toyaml(set([3])),
  toyaml({'a': set(['x']), 'b': [set([pair])], 'c': set([])}),
  toyaml({pair: 'x', 'z': 1}),
  toyaml([{pair: list, 'l': list, (): {}}]),
  toyaml({pair: {pair: dict}, 'd': dict, '': 0}),
  toyaml({'a\nb': [1], 'x' * 130: {'y': 'z'}}),
] %}
{% for value in values %}
select {{ loop.index }} as n, '{{ value | replace("'", '"') | replace('\n', '|') }}' as written{{ ' union all' if not loop.last }}
{% endfor %}
