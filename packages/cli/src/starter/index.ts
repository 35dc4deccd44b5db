/** The files of a new project, by path. Small enough to be read in a minute, and it shows one of each thing. */
export function starterFiles(
  name: string,
  profile: string | undefined,
): Readonly<Record<string, string>> {
  return {
    'project.yml': project(name, profile),
    'seeds/orders.csv': seed,
    'seeds/seeds.yml': seeds,
    'models/customer_orders.sql': customerOrders,
    'models/top_customers.sql': topCustomers,
    'models/models.yml': models,
    'tests/totals_add_up.sql': totalsAddUp,
    '.gitignore': 'target/\nlogs/\nbtn_packages/\n.env\n',
    'README.md': readme(name),
  }
}

const project = (
  name: string,
  profile: string | undefined,
): string => `# ${name}: its settings. What is not said here has a default.
name: ${name}
${profile === undefined ? '' : `profile: ${profile} # of profiles.yml\n`}
vars:
  minimum_total: 20 # another one: btn build --vars '{minimum_total: 50}'

models:
  ${name}:
    +materialized: table
`

const seed = `order_id,customer,ordered_on,amount,status
1,Ada,2026-01-03,12.50,completed
2,Grace,2026-01-03,80.00,completed
3,Ada,2026-01-05,31.00,completed
4,Edsger,2026-01-06,9.90,returned
5,Grace,2026-01-09,15.25,completed
6,Barbara,2026-01-11,44.00,completed
7,Ada,2026-01-12,7.75,cancelled
`

const seeds = `seeds:
  - name: orders
    description: One row per order, as the shop exports them.
    config:
      column_types:
        amount: decimal(10, 2)
    columns:
      - name: order_id
        data_tests: [not_null, unique]
      - name: status
        data_tests:
          - accepted_values:
              arguments:
                values: [completed, returned, cancelled]
`

const customerOrders = `-- One row per customer, with what they bought and kept.
select
  customer,
  count(*) as orders,
  min(ordered_on) as first_order_on,
  max(ordered_on) as last_order_on,
  sum(amount) as total
from {{ ref('orders') }}
where status = 'completed'
group by customer
`

const topCustomers = `-- Customers worth a letter.
{{ config(materialized='view') }}

select customer, total
from {{ ref('customer_orders') }}
where total >= {{ var('minimum_total') }}
order by total desc
`

const models = `models:
  - name: customer_orders
    description: What each customer bought and kept.
    columns:
      - name: customer
        data_tests: [not_null, unique]
      - name: total
        data_tests: [not_null]
  - name: top_customers
    description: Customers whose total reaches \`minimum_total\`.
    columns:
      - name: customer
        data_tests:
          - relationships:
              arguments:
                to: ref('customer_orders')
                field: customer
`

const totalsAddUp = `-- A test of your own: it fails when it returns rows.
with orders as (
  select sum(amount) as total from {{ ref('orders') }} where status = 'completed'
),

customers as (
  select sum(total) as total from {{ ref('customer_orders') }}
)

select orders.total as of_orders, customers.total as of_customers
from orders, customers
where orders.total <> customers.total
`

const readme = (name: string): string => `# ${name}

    btn build                         # load the seed, build the models, run the tests
    btn show --select top_customers   # look at a result
    btn plan                          # what a build does, in order
    btn --help                        # everything else

- \`seeds/\` are small CSV files, loaded as tables
- \`models/\` are queries, one table or view each; \`ref('…')\` names another one and gives the order
- \`tests/\` are queries that must return nothing; \`models/models.yml\` has tests of columns
- \`target/\` is what btn writes: the database \`target/${name}.duckdb\`, the compiled SQL, the results
`
