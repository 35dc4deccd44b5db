{{ config(
  materialized='table'
) }}
-- a remark
select *, '{{ twice('x') }}' as both
from {{ ref('plain') }}
{% if true %}
where id = 1
{% endif %}
