{{ config(materialized='ephemeral') }}
select {{ late() if execute else 1 }} as id
