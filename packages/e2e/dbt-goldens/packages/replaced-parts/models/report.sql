-- {{ source('app', '"odd"') }} {{ source('app', 'tool_exceptions') }} {{ source('app', 'tool_exceptions') }}
select c.*, e.name, o.id from {{ ref('tools', 'tool_calendar') }} c, {{ ref('tool_exceptions') }} e, {{ ref('offers') }} o
