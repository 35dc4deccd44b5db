{{ config(post_hook="select {{ shop.compared() | length if execute }}") }}
-- depends_on: {{ ref('late') }}
select '{{ graph.nodes["model.shop.late"].depends_on.macros | tojson if execute }}' as of_late
