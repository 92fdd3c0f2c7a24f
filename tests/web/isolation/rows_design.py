from tests.web.isolation.table import READ, Row

ROWS = [Row("design:index", "GET", READ)]
