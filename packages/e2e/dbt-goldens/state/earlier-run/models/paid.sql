select id, amount, {{ label() }} as label from {{ ref('doubled') }}
