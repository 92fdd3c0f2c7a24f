from tests.web.isolation.table import READ, Row

ROWS = [Row("stakeholders:index", "GET", READ)]
