{{ config(materialized='table', tags=['nightly', 'slow']) }} select * from {{ ref('second') }}
