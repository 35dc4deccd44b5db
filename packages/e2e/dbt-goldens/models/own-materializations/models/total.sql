{{ config(materialized='counted') }} select id from {{ ref('numbers') }}
