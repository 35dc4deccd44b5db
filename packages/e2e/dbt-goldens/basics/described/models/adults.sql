{{ config(materialized='table', meta={'owner': 'ada'}) }}
select id, name, date '1990-01-01' + id::int as born, [id] as list from {{ ref('people') }}
