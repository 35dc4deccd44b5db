{{ config(location='months.csv', format='csv', delimiter='|') }}
select 1 as month, sum(amount) as amount from {{ ref('days') }}
