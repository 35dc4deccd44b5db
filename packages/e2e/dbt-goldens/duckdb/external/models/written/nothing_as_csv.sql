{{ config(format='csv') }}
select id, region from {{ ref('sales') }} where id > 100
