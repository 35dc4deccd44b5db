select 'shop' as whose
