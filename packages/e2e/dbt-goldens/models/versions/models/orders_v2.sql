select 1 as id, 'b' as name, 2 as amount
