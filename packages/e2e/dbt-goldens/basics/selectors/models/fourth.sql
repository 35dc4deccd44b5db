{{ config(tags=['slow']) }} select * from {{ ref('first') }}
