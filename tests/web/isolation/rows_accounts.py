from tests.web.isolation.table import IN, OWN, Row, nowhere

ROWS = [
    Row("accounts:me", "GET", OWN, nowhere),
    Row("accounts:me", "POST", {**dict.fromkeys(OWN, 302), "eve": IN}, nowhere, lambda w: {"name": "New"}),
    Row("accounts:data", "GET", OWN, nowhere),
    Row("accounts:erase", "GET", OWN, nowhere),
    Row("accounts:erase", "POST", {**dict.fromkeys(OWN, 400), "eve": IN}, nowhere, lambda w: {"password": "wrong"}),
    Row("wallet:index", "GET", OWN, nowhere),
    Row("wallet:index", "GET", OWN, nowhere, query="?format=csv"),
]
