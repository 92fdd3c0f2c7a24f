from tests.web.isolation.table import PUBLIC, Row, nowhere

ROWS = [
    Row("look:home", "GET", PUBLIC, nowhere),
    Row("look:design_system", "GET", PUBLIC, nowhere),
    Row("look:healthz", "GET", PUBLIC, nowhere),
    Row("look:language", "POST", dict.fromkeys(PUBLIC, 302), nowhere, lambda w: {"language": "de"}),
    Row("verify:index", "GET", PUBLIC, nowhere),
    Row("verify:index", "POST", dict.fromkeys(PUBLIC, 422), nowhere),
]
