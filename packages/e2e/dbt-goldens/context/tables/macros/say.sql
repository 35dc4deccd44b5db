{# A line of the compiled file: what an expression gives. #}
{% macro say(name, value) %}-- {{ name }}: {{ (value | string) | replace('\n', '\\n') }}
{% endmacro %}

{# A whole table: names, types by what they are to the database, rows, names of rows. #}
{% macro tell(name, t) %}
{% if execute %}
{{ say(name ~ ' columns', t.column_names) }}
{{ say(name ~ ' types', t | string) }}
{% for row in t.rows %}{{ say(name ~ ' row', row.values()) }}{% endfor %}
{{ say(name ~ ' row names', t.row_names) }}
{% endif %}
{% endmacro %}

{% macro is_dear(row) %}{{ return(row['price'] is not none and row['price'] > 2) }}{% endmacro %}
{% macro first_letter(row) %}{{ return((row['name'] or '-')[0]) }}{% endmacro %}

{% macro goods() %}
  {{ return(run_query("
    select * from (values
      (1, 'apple', 'fruit', 1.50::decimal(6,2), date '2024-01-01', true),
      (2, 'beet', 'root', 3.25, date '2024-01-02', false),
      (3, 'cherry', 'fruit', 12.00, null, null),
      (4, 'carrot', 'root', null, date '2024-01-04', true),
      (5, null, 'fruit', 1.50, date '2024-01-05', false)
    ) as t(id, name, kind, price, day, is_on) order by id")) }}
{% endmacro %}
