from tests.web.isolation.table import READ, Row

ROWS = [Row("issuing:index", "GET", READ)]
