{{ config(database='nothing', schema='nothing', materialized='incremental') }}
select {{ this.schema is none }} as has_none, '{{ this }}' as called, '{{ schema }}' as schema_name, '{{ model.schema }}' as of_model
