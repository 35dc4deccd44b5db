{{ config(materialized='table_function', parameters=['low', 'high := 30']) }} select * from {{ ref('orders') }} where amount between low and high
