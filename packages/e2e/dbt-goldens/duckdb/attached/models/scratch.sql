{{ config(database='scratch') }} select count(*) as n from {{ ref('beside') }}
