{{ config(materialized='incremental', on_schema_change='fail', contract={'enforced':true}, unique_key='id') }}{% set step = var('step') | int %}
select i::integer as id from range({{step}},{{step}}+2) r(i)
