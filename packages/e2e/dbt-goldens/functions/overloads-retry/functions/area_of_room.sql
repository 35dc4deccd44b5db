width * height * floors
