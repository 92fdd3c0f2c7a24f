from tests.web.isolation.table import READ, Row

ROWS = [Row("recognition:index", "GET", READ)]
