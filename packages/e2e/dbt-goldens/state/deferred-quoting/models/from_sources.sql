{{ config(materialized='view') }}
select count(*) as n from {{ source('raw', 'customers') }}, {{ source('bare', 'customers') }}, {{ source('bare', 'regions') }}
