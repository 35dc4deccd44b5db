{# Before the graph is known there is no first node: what is asked of it is nothing. #}
{% set node = graph.nodes.values() | selectattr('name', 'equalto', 'data') | first -%}
{% set last = graph.nodes.values() | selectattr('name', 'equalto', 'data') | list | last -%}
select {{ node.depends_on.nodes | length }} as parents, '{{ last.config.materialized }}' as kind, '{{ [] | max }}' as largest
-- depends_on: {{ ref('data') }}
