{{ config(docs={'node_color': 'blue'}) }} select 1 as "Id Col", 2 as y
