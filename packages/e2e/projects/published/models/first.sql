{{ config(materialized='table') }}
select range as id, {{ var('generation', 0) }} as generation from range(30000)
