{{ config(materialized='incremental', unique_key='id', on_schema_change='append_new_columns', contract={'enforced': true}) }}
select 10 as id, 1 as customer_id, {{ 'null' if var('broken', false) else "'open'" }}::text as state
