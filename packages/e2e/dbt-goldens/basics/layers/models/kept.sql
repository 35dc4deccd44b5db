{{ config(materialized='ephemeral') }}
select * from {{ ref('stg_orders') }} where amount_eur is not null
