{% set growth = metric('growth') %}
{% set others = [metric('shop', 'revenue'), metric('orders_placed'), metric('so_far')] %}
{% if execute %}
/* {{ growth }} {{ growth.label }}: {{ growth.type }} {{ growth.type_params.expr }}
   {{ growth.full_metric_dependency() | sort | join(', ') }}
   {{ growth.base_metric_dependency() | sort | join(', ') }}
   {{ growth.derived_metric_dependency() | sort | join(', ') }}
   {{ growth.derived_metric_dependency_depth() }}
{%- for other in others %}
   {{ other.metric_name }} {{ other.package_name }} {{ other.unique_id }} {{ other.filter }} {{ other.type_params }}
{%- endfor %} */
{% endif %}
select 1 as id
