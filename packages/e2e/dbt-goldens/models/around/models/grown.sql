{{ config(materialized='incremental', pre_hook=before_begin("insert into log values ('outside')")) }}
select id, "Full Name" as name from {{ ref('people') }}
{% if is_incremental() %} where id > (select max(id) from {{ this }}) {% endif %}
