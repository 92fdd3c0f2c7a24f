from typing import Any

from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.wallet import actions
from tests.web.cast import World
from tests.web.isolation.table import IN, OWN, PUBLIC, Row
from tests.web.issued import LEARNERS, issued


def a_claim(world: World) -> dict[str, Any]:
    issued(world, LEARNERS[:1])
    return {"token": actions.offer(IssuedRecord.objects.get())}


def doras(world: World) -> IssuedRecord:
    return actions.claim(world.people["dora"], a_claim(world)["token"])


def a_record(world: World) -> dict[str, Any]:
    return {"record": doras(world).public_id}


def a_file(world: World) -> dict[str, Any]:
    return a_record(world) | {"ending": "json"}


def a_link(world: World) -> dict[str, Any]:
    return {"token": actions.share(world.people["dora"], doras(world)).token}


def a_shared_file(world: World) -> dict[str, Any]:
    return a_link(world) | {"ending": "json"}


HERS = {**dict.fromkeys(OWN, 404), "dora": 200, "eve": IN}
"""Dora's alone: to everybody else who is signed in it is not there, the coordinator who issued it included."""
W = "wallet:"
ROWS = [
    Row(W + "claim", "GET", PUBLIC, a_claim),
    Row(W + "claim", "POST", {**dict.fromkeys(OWN, 403), "dora": 302, "eve": IN}, a_claim),
    Row(W + "record", "GET", HERS, a_record),
    Row(W + "share", "POST", HERS | {"dora": 302}, a_record),
    Row(W + "file", "GET", HERS, a_file),
    Row(W + "withdraw", "POST", HERS | {"dora": 302}, a_link),
    Row(W + "shared", "GET", PUBLIC, a_link),
    Row(W + "shared_file", "GET", PUBLIC, a_shared_file),
]
