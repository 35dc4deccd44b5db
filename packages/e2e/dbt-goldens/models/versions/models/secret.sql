{{ config(materialized='table', access='private') }} select count(*) as n from {{ ref('both') }}
