{{ config(materialized='incremental') }}

select id, amount, '{{ env_var('REGION', 'none') }}' as region, {{ double('amount') }} as twice
from {{ ref('orders') }}
{% if is_incremental() %}
where id > (select max(id) from {{ this }})
{% endif %}
