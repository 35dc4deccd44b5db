{{ config(materialized=var('shape', 'table')) }}
select id, name from {{ ref('people') }}
