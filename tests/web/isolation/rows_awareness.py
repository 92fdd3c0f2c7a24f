from typing import Any

from guildmark.web.awareness.actions import Entry, log_occasion
from guildmark.web.awareness.words import Kind
from tests.web.cast import World
from tests.web.isolation.table import EDITORS_READ, READ, WRITE, Row


def with_occasion(world: World) -> dict[str, Any]:
    return {"slug": "stage", "occasion": log_occasion(world.alice, Entry(Kind.EVENT, "Meeting")).public_id}


def typed(world: World) -> dict[str, Any]:
    return {"title": "Meeting", "kind": "event", "participants": "30", "version": "1"}


A = "awareness:"
ROWS = [
    Row(A + "index", "GET", READ),
    Row(A + "index", "GET", READ, query="?format=csv"),
    Row(A + "add", "GET", EDITORS_READ),
    Row(A + "add", "POST", WRITE, data=typed),
    Row(A + "edit", "GET", EDITORS_READ, with_occasion),
    Row(A + "edit", "POST", WRITE, with_occasion, typed),
    Row(A + "remove", "POST", WRITE, with_occasion),
    Row(A + "discover", "GET", READ),
    Row(A + "explore", "GET", READ),
    Row(A + "explore", "GET", READ, query="?format=csv"),
    Row(A + "practices", "GET", READ),
    Row(A + "inspired", "GET", READ),
    Row(A + "glossary", "GET", READ),
    Row(A + "brief", "GET", READ),
]
