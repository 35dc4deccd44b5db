{{ config(materialized='ephemeral', meta={'owner': 'x'}) }}
select * from {{ ref('raw_orders') }}
