select {{ late() if execute else 1 }} as id from {{ ref('broken') }}
