"""Whatever is asked, the door answers or refuses; it never falls over."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guildmark.cli.vc_api.door import Door
from guildmark.cli.vc_api.problems import ProblemError
from guildmark.credentials.bounded import Limits
from guildmark.credentials.verify.enveloped import envelope
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say
from tests.credentials import designs, signed
from tests.credentials.presented import credential, presentation, shown

RESOURCE = {"id": "https://www.w3.org/ns/credentials/v2", "digestSRI": "sha384-AAAA", "digestMultibase": "zQm"}


def nothing_answers(address: str) -> bytes:
    raise GuildmarkError(Fault("fetch.offline", say("Nothing answers.")))


def made_door() -> Door:
    drawn = iter(range(1, 100_000_000))
    return Door(
        base="https://localhost:40443",
        now=lambda: datetime(2026, 11, 23, 13, tzinfo=UTC),
        choose=lambda below: next(drawn) * 7919 % below,
        fetch=nothing_answers,
        limits=Limits(),
    )


DOOR = made_door()
ISSUER = DOOR.about()["issuers"]["eddsa-rdfc-2022"]
FULL = credential(
    issuer={"id": ISSUER, "name": {"@value": "A", "@language": "en", "@direction": "ltr"}},
    evidence=[{"type": "Evidence", "id": "https://example.org/e"}],
    validFrom="2026-11-23T12:00:00Z",
    validUntil="2027-11-23T12:00:00Z",
    relatedResource=[RESOURCE],
)
ASKED: list[tuple[Callable[[dict[str, Any]], object], dict[str, Any]]] = [
    (DOOR.issue, {"credential": FULL, "options": {"credentialStatus": {"statusPurpose": "revocation"}}}),
    (DOOR.issue, {"credential": credential(issuer=ISSUER), "options": {"mechanism": "vc-jwt"}}),
    (DOOR.verify_credential, {"verifiableCredential": signed.ob3(signed.small()), "options": {}}),
    (DOOR.verify_proof, {"verifiableCredential": signed.ob3_jcs(credential())}),
    (DOOR.verify_credential, {"verifiableCredential": envelope(signed.ob3_jwt(signed.small()))}),
    (
        DOOR.verify_presentation,
        {
            "verifiablePresentation": shown(presentation(signed.ob3(credential()), credential()), challenge="c"),
            "options": {"challenge": "c", "domain": "d"},
        },
    ),
    (DOOR.set_status, {"credentialId": "urn:x", "status": True, "credentialStatus": {"statusPurpose": "revocation"}}),
    (DOOR.new_list, {"statusPurpose": "revocation"}),
]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(item, (*path, key))


@pytest.mark.parametrize(("act", "body"), ASKED, ids=lambda value: getattr(value, "__name__", ""))
@settings(max_examples=20)
@given(data=st.data())
def test_a_request_with_anything_anywhere_is_answered_or_refused(
    act: Callable[[dict[str, Any]], object], body: dict[str, Any], data: st.DataObject
) -> None:
    asked = copy.deepcopy(body)
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(list(places(asked)) or [("x",)]))
        node: Any = asked
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = data.draw(designs.anything)
    with suppress(ProblemError):
        act(asked)
