{{ config(alias=1.50, tags=[8, 'x'], unique_key=[1, 2], materialized='table') }}
select 1 as id
