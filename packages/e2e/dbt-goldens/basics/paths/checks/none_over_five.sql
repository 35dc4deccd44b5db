select * from {{ ref('one') }} where id > 5
