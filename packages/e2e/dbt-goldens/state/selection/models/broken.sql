select 1 as id {{ 'from nowhere' if var('fails', true) }}
