from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from guildmark.toolkit.design.template import example
from guildmark.web.design import actions as designs
from guildmark.web.recognition import actions
from guildmark.web.recognition.actions import Entry
from guildmark.web.recognition.kinds import Stage
from tests.web.cast import World
from tests.web.isolation.table import COORDINATORS_READ, COORDINATORS_WRITE, EDITORS_READ, READ, WRITE, Row

PDF = b"%PDF-1.7\n%%EOF\n"


def design(world: World) -> str:
    return designs.create(world.alice, "Scenography", example()).public_id


def credential(world: World) -> dict[str, Any]:
    return {"slug": "stage", "credential": design(world)}


def endorsed(world: World) -> dict[str, Any]:
    mine = design(world)
    entry = Entry(Stage.DONE, "Approval", "Board", date(2026, 1, 1), micro_credential=mine)
    actions.file(world.alice, "endorsement", entry)
    return {"slug": "stage", "credential": mine}


def endorsement(world: World) -> dict[str, Any]:
    entry = Entry(Stage.PLANNED, "Approval", "Board", micro_credential=design(world))
    return {"slug": "stage", "filing": actions.file(world.alice, "endorsement", entry).public_id}


def filed(world: World) -> dict[str, Any]:
    entry = Entry(
        Stage.DONE, "Memorandum", more={"sort": "memorandum"}, document=SimpleUploadedFile("memorandum.pdf", PDF)
    )
    return {"slug": "stage", "filing": actions.file(world.alice, "agreement", entry).public_id}


def whole(world: World) -> dict[str, Any]:
    return {
        "slug": "stage",
        "filing": actions.file(world.alice, "qualification", Entry(Stage.DONE, "Diploma")).public_id,
    }


AGREEMENT = {"title": "Memorandum", "stage": "done", "sort": "memorandum", "version": "1"}
ENDORSEMENT = {"title": "Approval", "stage": "planned", "version": "1"}
R = "recognition:"
ROWS = [
    Row(R + "index", "GET", READ),
    Row(R + "index", "GET", READ, query="?format=csv"),
    *(
        row
        for page in ("endorsement", "agreements", "pathways", "growth", "stories", "outlook", "archive")
        for row in (Row(R + page, "GET", READ), Row(R + page, "GET", READ, query="?format=xlsx"))
    ),
    Row(R + "add", "GET", EDITORS_READ, query="?kind=agreement"),
    Row(R + "add", "POST", WRITE, data=lambda w: AGREEMENT, query="?kind=agreement"),
    Row(R + "add", "GET", COORDINATORS_READ, query="?kind=endorsement"),
    Row(
        R + "add", "POST", COORDINATORS_WRITE,
        data=lambda w: ENDORSEMENT | {"micro_credential": design(w)}, query="?kind=endorsement",
    ),
    Row(R + "edit", "GET", EDITORS_READ, filed),
    Row(R + "edit", "POST", WRITE, filed, lambda w: AGREEMENT),
    Row(R + "edit", "GET", COORDINATORS_READ, endorsement),
    Row(R + "remove", "POST", WRITE, filed),
    Row(R + "remove", "POST", COORDINATORS_WRITE, endorsement),
    Row(R + "document", "GET", READ, filed),
    Row(R + "pathway", "GET", READ, whole),
    Row(R + "dossier", "GET", READ, credential),
    Row(R + "routes", "GET", READ, credential),
    Row(R + "routes", "GET", READ, credential, query="?format=csv"),
    Row(R + "routes", "POST", COORDINATORS_WRITE, credential, lambda w: {"route": "CZ/institutional", "version": "0"}),
    Row(R + "evidence", "GET", READ, credential),
    Row(R + "evidence", "GET", READ, credential, query="?format=csv"),
    Row(R + "reviews", "GET", READ, endorsed),
    Row(R + "reviews", "GET", READ, endorsed, query="?format=csv"),
    Row(R + "timeline", "GET", READ, endorsed),
    Row(R + "report", "GET", READ, credential),
    Row(R + "paper", "GET", READ, credential),
]  # fmt: skip
