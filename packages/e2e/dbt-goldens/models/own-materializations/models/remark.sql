{{ config(materialized='noted') }}
-- depends_on: {{ ref('numbers') }}
