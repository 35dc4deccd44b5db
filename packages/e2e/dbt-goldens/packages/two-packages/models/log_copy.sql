select id, what from {{ target.schema }}.log order by id
