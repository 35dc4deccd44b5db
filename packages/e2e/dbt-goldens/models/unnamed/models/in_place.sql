{{ config(schema='nothing', materialized='ephemeral') }}
select 1 as id
