{{ config(schema='nothing') }}
select 1 as id
