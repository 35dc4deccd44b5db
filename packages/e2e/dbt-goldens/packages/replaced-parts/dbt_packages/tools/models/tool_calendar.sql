select 1 as day, '{{ var("greeting") }}' as greeting, '{{ tools.label("x") }}' as label
