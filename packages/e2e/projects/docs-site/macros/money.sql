{% macro cents(column) %}cast({{ column }} * 100 as integer){% endmacro %}

{% test too_many(model, limit) %}
select * from {{ model }} qualify row_number() over () > {{ limit }}
{% endtest %}
