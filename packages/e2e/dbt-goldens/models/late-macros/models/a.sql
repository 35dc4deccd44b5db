{{ config(materialized='ephemeral') }}
select {{ always() }} as id {% if execute %}, {{ later() }} as late, {{ ask() }} as asked{% endif %}
