select price, zone, n from {{ ref('prices') }}, {{ ref('exported') }}
