{{ config(options={'partition_by': 'region, id', 'overwrite': true}) }}
select id, region, amount from {{ ref('sales') }}
