{{ config(materialized='table', contract={'enforced': true}) }}
select 'Ada' as "Full Name", 1 as id
