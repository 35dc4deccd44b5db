select {{ 'nothing' if var('fails', true) else 1 }} as id
