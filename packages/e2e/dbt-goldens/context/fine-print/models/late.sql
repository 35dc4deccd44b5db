{% if execute %}{% do shop.plain() %}{% endif %}
select '{{ graph.nodes["model.shop.late"].depends_on.macros | tojson if execute }}' as of_late
