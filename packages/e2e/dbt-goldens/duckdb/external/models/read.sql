select p.id, f.amount, q.region from {{ ref('plain') }} p
join {{ ref('folders') }} f on f.id = p.id join {{ ref('quoted') }} q on q.id = p.id
