{{ config(options='zstd', enabled=var('wrong', false)) }}
select 1 as id
