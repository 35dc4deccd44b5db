{{ config(materialized='external', location='target/shared', options={'partition_by': 'status', 'overwrite': true}) }}
select label, status from {{ ref('labels') }}
