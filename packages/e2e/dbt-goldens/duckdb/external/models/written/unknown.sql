{{ config(format='xml', enabled=var('with_mistakes', false)) }}
select 1 as id
