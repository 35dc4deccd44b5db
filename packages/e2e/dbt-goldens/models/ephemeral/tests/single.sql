select * from {{ ref('reads') }} where id > 10
