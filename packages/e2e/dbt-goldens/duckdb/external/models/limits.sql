{{ config(materialized='table_function', parameters=['low', 'high']) }}
select * from {{ ref('days') }} where amount between low and high
