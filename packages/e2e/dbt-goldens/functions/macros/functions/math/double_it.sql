value * {{ var('by', 2) }}
