select * from {{ ref('tool_calendar') }} where day < 0
