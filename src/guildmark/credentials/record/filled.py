"""Filling in: a checked design, an issuer and a learner become one record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from guildmark.credentials.record.addresses import is_identifier
from guildmark.credentials.record.issuer import Issuer
from guildmark.credentials.record.learner import Learner
from guildmark.credentials.record.validity import valid_until
from guildmark.credentials.status.entry import StatusEntry
from guildmark.toolkit.design.model import Design


@dataclass(frozen=True, slots=True)
class Record:
    """What is said of one learner, before any format: everything that a document needs and nothing random left.

    `id` and `subject_id` are URIs; `valid_from` has a time zone; `salts` has one salt for each fact
    that is hashed, by its Open Badges identity type ("emailAddress", "identifier"). `status` is the record's place in
    a status list; without one it cannot be revoked.
    """

    design: Design
    issuer: Issuer
    learner: Learner
    id: str
    valid_from: datetime
    subject_id: str
    salts: Mapping[str, str] = field(default_factory=dict)
    valid_until: datetime | None = None
    status: StatusEntry | None = None


def fill(
    design: Design,
    issuer: Issuer,
    learner: Learner,
    *,
    valid_from: datetime,
    new_uuid: Callable[[], UUID],
    new_salt: Callable[[], str],
    record_id: str | None = None,
) -> Record:
    """Fill in a design for one learner. Time and chance are passed in; ValueError for a time without zone.

    An identifier that is a did:, urn: or https: address becomes the subject's id; otherwise that is a
    random urn:uuid, and the identifier is hashed like the e-mail address (docs/cli.md, `issue`). `record_id`:
    the id of a record that was announced and never written.
    """
    if valid_from.tzinfo is None:
        raise ValueError("valid_from needs a time zone")
    if issuer.id is None:
        raise ValueError("the issuer has no id yet: Issuer.signing_with() gives it")
    named = learner.identifier is not None and is_identifier(learner.identifier)
    hashed = (["emailAddress"] if learner.email else []) + (["identifier"] if learner.identifier and not named else [])
    return Record(
        design=design,
        issuer=issuer,
        learner=learner,
        id=record_id or new_uuid().urn,
        valid_from=valid_from,
        subject_id=learner.identifier if named and learner.identifier else new_uuid().urn,
        salts={identity_type: new_salt() for identity_type in hashed},
        valid_until=valid_until(design.validity, valid_from),
    )
