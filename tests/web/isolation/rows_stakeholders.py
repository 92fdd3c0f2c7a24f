from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from guildmark.toolkit.stakeholders import Group, Stakeholder
from guildmark.web.stakeholders import actions
from guildmark.web.uploads.actions import keep
from tests.web.cast import World
from tests.web.isolation.table import NAMES_READ, NAMES_WRITE, READ, WRITE, Row

HEAD = (
    "name,group,lifelong_learning,stacking,flexibility,heard_of,influence_1,influence_2,influence_3,influence_4,"
    "support_1,support_2,support_3,support_4,support_5\n"
)
CSV = (HEAD + "Mona,policy,4,4,4,3,yes,yes,yes,yes,yes,yes,yes,no,yes\n").encode()


def with_stakeholder(world: World) -> dict[str, Any]:
    entry = actions.add(world.alice, Stakeholder("Mona", Group.POLICY))
    return {"slug": "stage", "stakeholder": entry.public_id}


def with_picture(world: World) -> dict[str, Any]:
    with_stakeholder(world)
    return {"slug": "stage", "ending": "svg"}


def with_upload(world: World) -> dict[str, Any]:
    file = SimpleUploadedFile("m.csv", CSV)
    return {"slug": "stage", "upload": keep(world.alice, "stakeholders.map", file).public_id}


S = "stakeholders:"
ROWS = [
    Row(S + "index", "GET", READ),
    Row(S + "index", "GET", READ, query="?format=csv"),
    Row(S + "index", "GET", READ, query="?format=xlsx"),
    Row(S + "picture", "GET", READ, with_picture),
    Row(S + "register", "GET", READ),
    Row(S + "register", "GET", READ, query="?format=csv"),
    Row(S + "register", "GET", READ, query="?format=xlsx"),
    Row(S + "coalition", "GET", READ),
    Row(S + "groups", "GET", READ),
    Row(S + "groups", "POST", WRITE, data=lambda w: {"policy_name": "Ministries"}),
    # Who fills in a form sees a name beside its ratings: Bob, a member, does not.
    Row(S + "add", "GET", NAMES_READ),
    Row(S + "add", "POST", NAMES_WRITE, data=lambda w: {"name": "Mona", "group": "policy"}),
    Row(S + "import", "GET", NAMES_READ),
    Row(S + "template", "GET", NAMES_READ),
    Row(S + "import", "POST", NAMES_WRITE, data=lambda w: {"file": SimpleUploadedFile("m.csv", CSV)}),
    Row(S + "preview", "GET", NAMES_READ | {"assessor": 404}, with_upload),
    Row(S + "preview", "POST", NAMES_WRITE | {"assessor": 404}, with_upload),
    Row(S + "edit", "GET", NAMES_READ, with_stakeholder),
    Row(S + "edit", "POST", NAMES_WRITE, with_stakeholder,
        lambda w: {"name": "Mona", "group": "policy", "version": "1"}),
    Row(S + "remove", "POST", NAMES_WRITE, with_stakeholder),
]  # fmt: skip
