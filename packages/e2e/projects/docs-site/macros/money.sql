{% macro cents(column) %}cast({{ column }} * 100 as integer){% endmacro %}

{% test too_many(model, most) %}
select * from {{ model }} qualify row_number() over () > {{ most }}
{% endtest %}
