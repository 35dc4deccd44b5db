-- depends_on: {{ ref('later') }}
select '{{ graph.nodes["model.shop.later"].depends_on.macros | tojson if execute }}' as of_later
