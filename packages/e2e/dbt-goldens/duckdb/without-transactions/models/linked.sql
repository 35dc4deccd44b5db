{{ config(materialized='table', post_hook=[]) }}
select id from {{ ref('keyed') }}
