select {{ late() if execute else 1 }} as id, {{ early() }} as n from {{ ref('words') }}
