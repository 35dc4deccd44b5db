select missing_column from {{ ref('customers') }}
