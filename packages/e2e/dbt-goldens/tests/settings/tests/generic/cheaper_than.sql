{% test cheaper_than(model, limit_price) %}
{{ config(fail_calc="count(distinct id)") }}
select * from {{ model }} where price >= {{ limit_price }}
{% endtest %}
