width * height {{ 'from nowhere at all' if var('fails', true) }}
