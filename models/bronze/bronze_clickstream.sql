select
    {{ typed_columns('raw', 'clickstream') }},
    parse_filename(filename) as file_name,
    current_timestamp as loaded_at
from {{ source('raw', 'clickstream') }}
