from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from guildmark.toolkit.design.template import example
from guildmark.toolkit.stakeholders import Group, Stakeholder
from guildmark.web.design import actions
from guildmark.web.stakeholders import actions as register
from guildmark.web.uploads.actions import keep
from tests.web.cast import World
from tests.web.isolation.table import (
    COORDINATORS_WRITE,
    EDITORS_READ,
    NOBODY_ELSE,
    READ,
    WRITE,
    Row,
)

NAMES_WRITE = WRITE | {"bob": 403}
LOOK = WRITE | {"alice": 200, "bob": 200, "assessor": 200}
"""POST that changes nothing and answers with a page."""


def with_design(world: World) -> dict[str, Any]:
    return {"slug": "stage", "design": actions.create(world.alice, "Sets", example()).public_id}


def with_sheet(world: World) -> dict[str, Any]:
    return with_design(world) | {"sheet": "title"}


def with_version(world: World) -> dict[str, Any]:
    return with_design(world) | {"number": 1}


def with_piece(world: World) -> dict[str, Any]:
    return {"slug": "stage", "piece": actions.add_piece(world.alice, actions.PieceOfWork("kick_off", "Go")).public_id}


def with_assignment(world: World) -> dict[str, Any]:
    entry = register.add(world.alice, Stakeholder("Mona", Group.EDUCATION))
    return {"slug": "stage", "assignment": actions.assign(world.alice, "pilot_delivery", entry.public_id).public_id}


def to_assign(world: World) -> dict[str, Any]:
    entry = register.add(world.alice, Stakeholder("Mona", Group.EDUCATION))
    return {"role": "pilot_delivery", "stakeholder": entry.public_id}


def with_upload(world: World) -> dict[str, Any]:
    file = SimpleUploadedFile("d.json", b'{"title": "Sets"}')
    return {"slug": "stage", "upload": keep(world.alice, "design.document", file).public_id}


D = "design:"
ROWS = [
    *(
        Row(D + name, "GET", READ, query=query)
        for name in ("index", "pieces") for query in ("", "?format=csv", "?format=xlsx")
    ),
    *(Row(D + name, "GET", READ) for name in ("beside", "standard", "insights", "roles")),
    Row(D + "begin", "POST", WRITE, data=lambda w: {"name": "Sets"}),
    Row(D + "assign", "POST", NAMES_WRITE, data=to_assign),
    Row(D + "release", "POST", NAMES_WRITE, with_assignment),
    Row(D + "pieces", "POST", WRITE, data=lambda w: {"kind": "kick_off", "title": "Go", "state": "planned"}),
    Row(D + "piece", "GET", EDITORS_READ, with_piece),
    Row(D + "piece", "POST", WRITE, with_piece,
        lambda w: {"kind": "kick_off", "title": "Go", "state": "done", "version": "1"}),
    Row(D + "remove_piece", "POST", WRITE, with_piece),
    Row(D + "import", "GET", EDITORS_READ),
    Row(D + "import", "POST", WRITE, data=lambda w: {"file": SimpleUploadedFile("d.json", b'{"title": "Sets"}')}),
    Row(D + "preview", "GET", READ | NOBODY_ELSE | {"viewer": 403}, with_upload),
    Row(D + "preview", "POST", WRITE | {"bob": 404, "assessor": 404}, with_upload),
    Row(D + "show", "GET", READ, with_design),
    Row(D + "edit", "GET", EDITORS_READ, with_sheet),
    Row(D + "edit", "POST", WRITE, with_sheet, lambda w: {"version": "1", "title": "Other sets"}),
    Row(D + "check", "POST", LOOK, with_sheet, lambda w: {"version": "1", "title": ""}),
    Row(D + "principles", "GET", READ, with_design),
    Row(D + "principles", "POST", WRITE, with_design, lambda w: {"version": "0"}),
    *(Row(D + "versions", "GET", READ, with_design, query=query) for query in ("", "?format=csv", "?format=xlsx")),
    Row(D + "version", "GET", READ, with_version),
    Row(D + "document", "GET", READ, with_version),
    Row(D + "approve", "POST", COORDINATORS_WRITE, with_version),
]  # fmt: skip
