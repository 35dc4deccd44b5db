-- depends_on: {{ ref('few') }}
select '{{ graph.nodes.values() | map(attribute="unique_id") | reject("in", ["model.shop.compared", "model.shop.settings"]) | list | tojson if execute }}' as nodes
