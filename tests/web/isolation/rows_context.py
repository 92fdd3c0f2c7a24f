from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from guildmark.vocabulary import countries
from guildmark.web.context import actions
from guildmark.web.uploads.actions import keep
from tests.web.cast import World
from tests.web.isolation.table import EDITORS_READ, NOBODY_ELSE, READ, WRITE, Row

CSV = b"country,governance,policies,framework,activities\nIT,green,green,red,green\n"


def with_country(world: World) -> dict[str, Any]:
    return {"slug": "stage", "country": actions.add_country(world.alice, countries.get("CZ")).public_id}


def with_section(world: World) -> dict[str, Any]:
    return with_country(world) | {"section": "accreditation"}


def with_picture(world: World) -> dict[str, Any]:
    with_country(world)
    return {"slug": "stage", "ending": "svg"}


def with_upload(world: World) -> dict[str, Any]:
    return {"slug": "stage", "upload": keep(world.alice, "context.matrix", SimpleUploadedFile("m.csv", CSV)).public_id}


C = "context:"
ROWS = [
    Row(C + "index", "GET", READ),
    Row(C + "index", "GET", READ, query="?format=csv"),
    Row(C + "picture", "GET", READ, with_picture),
    Row(C + "add", "POST", WRITE, data=lambda w: {"country": "Austria"}),
    Row(C + "import", "GET", EDITORS_READ),
    Row(C + "template", "GET", EDITORS_READ),
    Row(C + "import", "POST", WRITE, data=lambda w: {"file": SimpleUploadedFile("m.csv", CSV)}),
    # A file that waits is its owner's alone: Bob sees nothing of Alice's.
    Row(C + "preview", "GET", READ | NOBODY_ELSE | {"viewer": 403}, with_upload),
    Row(C + "preview", "POST", WRITE | {"bob": 404, "assessor": 404}, with_upload),
    Row(C + "answers", "GET", READ, with_country),
    Row(C + "section", "GET", READ, with_section),
    Row(C + "section", "POST", WRITE, with_section, lambda w: {"version": "0", "a.s1.q1": "national"}),
    Row(C + "versions", "GET", READ, with_country),
    Row(C + "versions", "GET", READ, with_country, query="?format=csv"),
    Row(C + "document", "GET", READ, with_country),
    Row(C + "ratings", "GET", READ, with_country),
    Row(C + "ratings", "POST", WRITE, with_country, lambda w: {"governance-rating": "established"}),
    Row(C + "remove", "POST", WRITE, with_country),
]
