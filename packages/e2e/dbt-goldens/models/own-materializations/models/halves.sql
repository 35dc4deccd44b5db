{{ config(materialized='split') }} select id from {{ ref('numbers') }}
