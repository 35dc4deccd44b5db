{{ config(materialized='stamped', suffix='s1', pre_hook="create table if not exists said (what varchar)", post_hook=["insert into said select 'after ' || count(*) from {{ this }}", {'sql': "insert into said values ('outside')", 'transaction': false}], persist_docs={'relation': true, 'columns': true}) }}
select i as id from range(5) t(i)
