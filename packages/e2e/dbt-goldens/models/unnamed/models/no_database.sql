{{ config(database='nothing', materialized='table') }}
select 1 as id
