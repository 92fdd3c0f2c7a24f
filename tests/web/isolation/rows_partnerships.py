from typing import Any

from guildmark.toolkit.context import EvidenceKind, NeedKind
from guildmark.web.jobs.actions import start
from guildmark.web.partnerships import actions
from guildmark.web.partnerships.models import Membership, Role
from tests.web.cast import World
from tests.web.isolation.table import (
    COORDINATORS_READ,
    COORDINATORS_WRITE,
    EDITORS_READ,
    IN,
    OWN,
    READ,
    WRITE,
    Row,
    nowhere,
)


def with_token(world: World) -> dict[str, Any]:
    return {"token": actions.invite(world.alice, "nobody@example.org", Role.VIEWER)[1]}


def with_evidence(world: World) -> dict[str, Any]:
    actions.state_need(world.alice, NeedKind.GREEN, "Need")
    return {"slug": "stage", "evidence": actions.add_evidence(world.alice, EvidenceKind.INDUSTRY, "Says").public_id}


def with_member(world: World) -> dict[str, Any]:
    return {"slug": "stage", "member": Membership.objects.get(person=world.people["bob"]).public_id}


def with_invitation(world: World) -> dict[str, Any]:
    return {"slug": "stage", "invitation": actions.invite(world.alice, "n@example.org", Role.VIEWER)[0].public_id}


def with_step(world: World) -> dict[str, Any]:
    return {"slug": "stage", "step": "context"}


def with_job(world: World) -> dict[str, Any]:
    return {"slug": "stage", "job": start("none", "key", [], partnership=world.alice.partnership).public_id}


def with_earlier_cycle(world: World) -> dict[str, Any]:
    actions.open_cycle(world.alice)
    return {"slug": "stage", "number": 1}


def with_comment(world: World) -> dict[str, Any]:
    return {"slug": "stage", "comment": actions.comment_on(world.alice, "question", "s1.q1", "Unclear").public_id}


def a_question(world: World) -> dict[str, Any]:
    return {"slug": "stage", "kind": "question", "key": "s1.q1"}


def a_need(world: World) -> dict[str, Any]:
    actions.state_need(world.alice, NeedKind.GREEN, "Need")
    return {"slug": "stage"}


P = "partnerships:"
ROWS = [
    Row(P + "index", "GET", OWN, nowhere),
    Row(P + "index", "GET", OWN, nowhere, query="?format=csv"),
    Row(P + "new", "GET", OWN, nowhere),
    Row(P + "new", "POST", {**dict.fromkeys(OWN, 302), "eve": IN}, nowhere, lambda w: {"name": "New one"}),
    Row(P + "accept", "GET", OWN, with_token),
    Row(P + "accept", "POST", {**dict.fromkeys(OWN, 403), "eve": IN}, with_token),
    Row(P + "journey", "GET", READ),
    Row(P + "table", "GET", READ),
    Row(P + "table", "GET", READ, query="?format=csv"),
    Row(P + "table", "GET", READ, query="?format=xlsx"),
    Row(P + "about", "GET", COORDINATORS_READ),
    Row(P + "about", "POST", COORDINATORS_WRITE, data=lambda w: {"name": "Stage"}),
    Row(P + "cycles", "POST", COORDINATORS_WRITE),
    Row(P + "cycle", "GET", READ, with_earlier_cycle),
    Row(P + "cycle", "GET", READ, with_earlier_cycle, query="?format=csv"),
    Row(P + "comments", "GET", READ),
    Row(P + "comments", "GET", READ, query="?format=csv"),
    Row(P + "comment", "GET", EDITORS_READ, a_question),
    Row(P + "comment", "POST", WRITE, a_question, lambda w: {"text": "Unclear"}),
    # Its author or a coordinator takes a comment back.
    Row(P + "remove_comment", "POST", COORDINATORS_WRITE, with_comment),
    Row(P + "need", "GET", READ),
    Row(P + "need", "POST", WRITE, data=lambda w: {"kind": "green", "statement": "Need", "version": "0"}),
    Row(P + "add_evidence", "POST", WRITE, a_need, lambda w: {"kind": "industry", "says": "So"}),
    Row(P + "remove_evidence", "POST", WRITE, with_evidence),
    Row(P + "step", "GET", EDITORS_READ, with_step),
    Row(P + "step", "POST", WRITE, with_step, lambda w: {"status": "ongoing", "version": "0"}),
    Row(P + "members", "GET", READ),
    Row(P + "members", "GET", READ, query="?format=csv"),
    Row(P + "invite", "POST", COORDINATORS_WRITE, data=lambda w: {"email": "new@example.org", "role": "member"}),
    Row(P + "change_member", "GET", COORDINATORS_READ, with_member),
    Row(P + "change_member", "POST", COORDINATORS_WRITE, with_member, lambda w: {"role": "viewer"}),
    # Bob may end his own part; nobody else but a coordinator may.
    Row(P + "remove_member", "POST", COORDINATORS_WRITE | {"bob": 302}, with_member),
    Row(P + "withdraw", "POST", COORDINATORS_WRITE, with_invitation),
    Row("journal:index", "GET", READ),
    Row("journal:index", "GET", READ, query="?format=csv"),
    Row("jobs:index", "GET", READ),
    Row("jobs:index", "GET", READ, query="?format=csv"),
    Row("jobs:show", "GET", READ, with_job),
    Row("jobs:retry", "POST", WRITE, with_job),
]
