{{ config(materialized='table', database='beside', schema='marts', indexes=[{'columns': ['id']}]) }}
select id, at::timestamptz as at from {{ ref('events') }}
