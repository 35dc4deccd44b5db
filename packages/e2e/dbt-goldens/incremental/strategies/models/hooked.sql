{{ config(materialized='incremental', unique_key='id', pre_hook="create table if not exists hk(a int)", post_hook=["insert into hk select count(*) from {{ this }}", {'sql':'insert into hk values (-1)','transaction':false}]) }}{% set step = var('step') | int %}
select i as id, i % 2 as k, {{step}} as v, i*{{step}} as w from range({{step}}, {{step}}+4) r(i)
