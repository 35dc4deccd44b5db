{#-
  What freshness is measured against: the variable `as_of`; without it the newest value of the column itself, so
  that files which lie here for a year are not old by that.
-#}
{% macro as_of(column) -%}
    {%- set given = var('as_of', none) -%}
    {{ "timestamp '" ~ given ~ "'" if given else 'max(' ~ column ~ ')' }}
{%- endmacro %}
