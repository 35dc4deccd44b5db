{{ config(post_hook=[after_commit("insert into log values ('committed')"), in_transaction("insert into log values ('inside')")]) }}
select name, 1 as n from {{ ref('grown') }}
