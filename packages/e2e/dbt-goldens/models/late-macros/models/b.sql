{{ config(post_hook="{% if execute %}select {{ later() }}{% endif %}") }}
select * from {{ ref('a') }} where {% if execute and ask() == 2 %}{{ later() }} = 1{% else %}true{% endif %}
