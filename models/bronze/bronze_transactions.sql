select
    {{ typed_columns('raw', 'transactions') }},
    parse_filename(filename) as file_name,
    current_timestamp as loaded_at
from {{ source('raw', 'transactions') }}
