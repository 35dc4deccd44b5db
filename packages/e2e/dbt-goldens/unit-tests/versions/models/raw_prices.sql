select 1 as id, 250 as cents, ['a', 'b'] as labels, {'k': 1} as extra, time '10:00:00' as at, cast('x' as varchar(3)) as code
