{{ config(materialized='table', tags=['called'], meta={'who': 'call'}) }}
select 1 as id
