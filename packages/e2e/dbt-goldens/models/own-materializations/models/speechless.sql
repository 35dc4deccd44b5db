{{ config(materialized='speechless') }} select 1 as id
