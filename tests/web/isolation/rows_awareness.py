from tests.web.isolation.table import READ, Row

ROWS = [Row("awareness:index", "GET", READ)]
