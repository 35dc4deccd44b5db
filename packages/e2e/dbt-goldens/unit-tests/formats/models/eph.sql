{{ config(materialized='ephemeral') }}
select id, upper(Country) as country, amount, day, ok from {{ ref('orders') }}
