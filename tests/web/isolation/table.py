"""Rows of the table of who may. Each app has a module here with ROWS; `PATTERNS` are the usual answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.web.cast import World

IN = "to sign in"
"""Sent to the sign-in page."""
Answer = int | str

READ = {"alice": 200, "bob": 200, "charlie": 404, "dora": 404, "eve": IN}
"""GET of what everybody in the partnership sees."""
WRITE = {"alice": 302, "bob": 302, "charlie": 404, "dora": 404, "eve": IN}
"""POST that members may do."""
COORDINATORS_READ = READ | {"bob": 403}
COORDINATORS_WRITE = WRITE | {"bob": 403}
PUBLIC = dict.fromkeys(("alice", "bob", "charlie", "dora", "eve"), 200)
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
