select {{ 1 if not execute or var('compiles', true) else exceptions.raise_compiler_error('not now') }} as id
