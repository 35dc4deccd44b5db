regexp_full_match(value, '[^@ ]+@[^@ ]+\.[^@ ]+')
