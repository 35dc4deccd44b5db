{{ config(materialized='incremental', unique_key='id', database='beside') }}
select id, current_setting('TimeZone') as zone, n from {{ ref('beside') }}, {{ ref('scratch') }} order by at desc
