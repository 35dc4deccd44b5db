{{ config(enabled=var('dark', false)) }} select 1 as id
