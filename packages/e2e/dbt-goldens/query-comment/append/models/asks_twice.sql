{{ config(materialized='incremental') }}
select regexp_extract(current_query(), '^\s*(/\*.*?\*/)', 1) as before_it, regexp_extract(current_query(), '(/\*.*?\*/)[\s;]*$', 1) as after_it
