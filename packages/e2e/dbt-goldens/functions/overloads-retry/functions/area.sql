width * width
