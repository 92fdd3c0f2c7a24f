from tests.web.isolation.rows_register import publication
from tests.web.isolation.table import PUBLIC, Row, nowhere

MISSING = dict.fromkeys(PUBLIC, 404)
A = "api:"
ROWS = [
    Row(A + "index", "GET", PUBLIC, nowhere),
    Row(A + "openapi", "GET", PUBLIC, nowhere),
    Row(A + "verify", "POST", dict.fromkeys(PUBLIC, 422), nowhere),
    Row(A + "register", "GET", PUBLIC, nowhere),
    Row(A + "entry", "GET", PUBLIC, lambda w: {"id": publication(w).public_id}),
    *(
        Row(A + "nothing", method, MISSING, lambda w: {"rest": "people"})
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE")
    ),
]
