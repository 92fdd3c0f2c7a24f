from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from guildmark.web.issuing import selectors
from tests.web.cast import World
from tests.web.isolation.table import (
    COORDINATORS_READ,
    COORDINATORS_WRITE,
    EDITORS_READ,
    PUBLIC,
    READ,
    Row,
)  # fmt: skip
from tests.web.issued import LISTED, approved, draft, issued, issuer

CSV = b"name,email\nDora,dora@example.org\n"
# Alice founded the partnership and may issue; nobody else was given the right.
ISSUE_READ = COORDINATORS_READ
ISSUE_WRITE = COORDINATORS_WRITE


def with_issuer(world: World) -> dict[str, Any]:
    return {"slug": "stage", "issuer": issuer(world).public_id}


def with_key(world: World) -> dict[str, Any]:
    key = selectors.current_key(issuer(world))
    assert key is not None
    return with_issuer(world) | {"key": key.public_id}


def with_draft(world: World) -> dict[str, Any]:
    return {"slug": "stage", "draft": draft(world).public_id}


def with_issuance(world: World) -> dict[str, Any]:
    return {"slug": "stage", "issuance": issued(world).public_id}


def with_record(world: World) -> dict[str, Any]:
    issued(world)
    found = selectors.records(world.alice).first()
    assert found is not None
    return {"slug": "stage", "record": found.public_id}


def with_records(world: World) -> dict[str, Any]:
    issued(world)
    return {"slug": "stage"}


def all_there(world: World) -> dict[str, Any]:
    return {"version": str(approved(world).pk), "issuer": issuer(world).public_id,
            "cohort": "", "file": SimpleUploadedFile("learners.csv", CSV)}  # fmt: skip


def chosen(world: World) -> dict[str, Any]:
    rows = [one.public_id for one in selectors.records(world.alice)]
    return {"chosen": rows, "status": "revoked-error", "reason": "By mistake."}


def as_shown(world: World) -> dict[str, Any]:
    from guildmark.web.issuing.planning import preview

    found = issuer(world)
    key = selectors.current_key(found)
    assert key is not None
    return {"digest": preview(approved(world), found, key, LISTED).digest}


def public(world: World) -> dict[str, Any]:
    return {"issuer": issuer(world, "web").slug}


I = "issuing:"  # noqa: E741 -- as short as the other rooms' letters
ROWS = [
    Row(I + "index", "GET", READ),
    Row(I + "index", "GET", READ, query="?format=csv"),
    Row(I + "add_issuer", "GET", COORDINATORS_READ),
    Row(I + "add_issuer", "POST", COORDINATORS_WRITE,
        data=lambda w: {"name": "S", "country": "CZ", "identity": "did:key"}),
    Row(I + "issuer", "GET", READ, with_issuer),
    Row(I + "issuer", "POST", COORDINATORS_WRITE, with_issuer,
        lambda w: {"name": "S", "country": "CZ", "version": "1"}),
    Row(I + "rotate", "POST", COORDINATORS_WRITE, with_issuer),
    Row(I + "compromised", "GET", COORDINATORS_READ, with_key),
    Row(I + "compromised", "POST", COORDINATORS_WRITE, with_key, lambda w: {"reason": "Stolen.", "confirmed": "1"}),
    Row(I + "choose", "GET", ISSUE_READ),
    Row(I + "choose", "POST", ISSUE_WRITE, data=all_there),
    Row(I + "preview", "GET", ISSUE_READ, with_draft),
    Row(I + "preview", "GET", ISSUE_READ, with_draft, query="?format=csv"),
    Row(I + "preview", "POST", ISSUE_WRITE, with_draft, as_shown),
    Row(I + "issuance", "GET", EDITORS_READ, with_issuance),
    Row(I + "issuance", "GET", EDITORS_READ, with_issuance, query="?format=csv"),
    Row(I + "remind", "POST", ISSUE_WRITE, with_issuance),
    Row(I + "records", "GET", EDITORS_READ, with_records),
    Row(I + "records", "GET", EDITORS_READ, with_records, query="?format=xlsx"),
    Row(I + "state", "POST", ISSUE_WRITE, with_records, chosen),
    Row(I + "record", "GET", EDITORS_READ, with_record),
    Row(I + "document", "GET", ISSUE_READ, with_record),
    Row(I + "resend", "POST", ISSUE_WRITE, with_record),
    # The link is shown on the page itself, once.
    Row(I + "link", "POST", ISSUE_READ, with_record),
    Row(I + "follow", "GET", ISSUE_READ, with_record),
    Row(I + "follow", "POST", ISSUE_WRITE, with_record,
        lambda w: {"kind": "correct", "name": "Theodora", "email": "dora@example.org"}),
    Row(I + "erase", "POST", ISSUE_WRITE, with_record),
    Row("issuers:did", "GET", PUBLIC, public),
    Row("issuers:did_versions", "GET", PUBLIC, public),
    Row("issuers:did_version", "GET", PUBLIC, lambda w: public(w) | {"number": 1}),
    # Without a list there is nothing to see, for anybody.
    Row("issuers:status", "GET", dict.fromkeys(PUBLIC, 404), lambda w: public(w) | {"number": 1}),
]  # fmt: skip
