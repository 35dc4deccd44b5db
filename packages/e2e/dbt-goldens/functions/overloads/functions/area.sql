width * {{ 2 }}
