select * from {{ ref('one') }} where {{ always() }}
