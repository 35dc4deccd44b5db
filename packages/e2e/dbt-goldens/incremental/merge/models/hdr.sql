{{ config(materialized='incremental', sql_header='set variable hv = 5;', incremental_strategy='merge', unique_key='id') }}{% set step = var('step') | int %}
select i as id, getvariable('hv') as hv from range({{step}},{{step}}+2) r(i)
