{{ config(said_here=1, said_in_both='here', tags=['a']) }} select 1 as id
