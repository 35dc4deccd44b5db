select broken {{
