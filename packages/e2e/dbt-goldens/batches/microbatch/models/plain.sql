{{ config(materialized='table') }}
select count(*) as n, (select count(*) from {{ source('raw', 'clicks') }}) as raw_n, '{{ model.batch }}' as batch from {{ ref('clicks') }}
