from tests.web.isolation.table import READ, Row

ROWS = [Row("pilots:index", "GET", READ)]
