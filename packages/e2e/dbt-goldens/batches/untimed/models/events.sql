select date '2024-07-01' as happened, 1 as i
