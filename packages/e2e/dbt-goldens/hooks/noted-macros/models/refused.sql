select {{ late() if execute else 1 }} as id, nothing from {{ ref('words') }}
