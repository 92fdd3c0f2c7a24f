"""Rows of the table of who may. Each app has a module here with ROWS, made from the usual answers below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.web.cast import CAST, World

IN = "to sign in"
"""Sent to the sign-in page."""
Answer = int | str

READ = {"alice": 200, "bob": 200, "assessor": 200, "viewer": 200, "charlie": 404, "dora": 404, "eve": IN}
"""GET of what everybody in the partnership sees."""
EDITORS_READ = READ | {"viewer": 403}
"""GET of a form that only those who may change something see."""
NAMES_READ = READ | {"bob": 403, "viewer": 403}
"""GET of names beside ratings: assessors and coordinators."""
COORDINATORS_READ = READ | {"bob": 403, "assessor": 403, "viewer": 403}
WRITE = {"alice": 302, "bob": 302, "assessor": 302, "viewer": 403, "charlie": 404, "dora": 404, "eve": IN}
"""POST that members may do."""
NAMES_WRITE = WRITE | {"bob": 403}
"""POST where a name stands beside its ratings: assessors and coordinators."""
COORDINATORS_WRITE = WRITE | {"bob": 403, "assessor": 403}
NOBODY_ELSE = dict.fromkeys(("bob", "assessor", "viewer"), 404)
"""`READ | NOBODY_ELSE`: a thing that is Alice's alone."""
PUBLIC = dict.fromkeys(CAST, 200)
OWN = {**PUBLIC, "eve": IN}
"""Everybody who is signed in, for themselves."""


@dataclass(frozen=True)
class Row:
    """A route and method: who gets which answer. `kwargs` and `data` are made in a fresh world each time."""

    route: str
    method: str
    who: Mapping[str, Answer]
    kwargs: Callable[[World], dict[str, Any]] = field(default=lambda world: {"slug": "stage"})
    data: Callable[[World], dict[str, Any]] = field(default=lambda world: {})
    query: str = ""


def nowhere(world: World) -> dict[str, Any]:
    return {}
