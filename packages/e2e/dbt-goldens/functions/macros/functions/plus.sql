{{ config(schema='udfs') }}
left_one + right_one
