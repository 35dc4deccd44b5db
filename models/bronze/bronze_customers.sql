select
    {{ typed_columns('raw', 'customers') }},
    parse_filename(filename) as file_name,
    current_timestamp as loaded_at
from {{ source('raw', 'customers') }}
