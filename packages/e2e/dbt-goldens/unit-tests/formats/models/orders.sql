select 1 as id, 'de' as Country, 2.5::decimal(10,2) as amount, date '2024-01-02' as day, true as ok, timestamp '2024-01-02 03:04:05' as ts, 1.5::double as dbl
