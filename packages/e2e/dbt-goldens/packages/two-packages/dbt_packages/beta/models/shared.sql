select 'beta' as whose
