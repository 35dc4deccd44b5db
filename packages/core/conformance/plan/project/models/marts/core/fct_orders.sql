{{ config(materialized='incremental', unique_key='id', on_schema_change='append_new_columns', pre_hook="select 1", post_hook=["select 2", {"sql": "select 3", "transaction": false}]) }}
select o.*, c.name from {{ ref('stg_orders') }} o left join {{ ref('dim_customers') }} c on c.id = o.customer_id
{% if is_incremental() %} where o.id > (select max(id) from {{ this }}) {% endif %}
