-- depends_on: {{ ref('few') }}
select '{{ graph.nodes.values() | map(attribute="unique_id") | reject("in", ["model.shop.compared", "model.shop.settings", "model.shop.late", "model.shop.later", "model.shop.latest"]) | list | tojson if execute }}' as nodes
