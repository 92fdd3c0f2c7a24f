"""The long work of this room: signing a part of an issuance, sending one mail."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.mail import send_mail
from django.utils import timezone

from guildmark.credentials.issuing import Batch, issue
from guildmark.credentials.prepared import RecordSigner
from guildmark.credentials.status import get
from guildmark.web.issuing import claims, mail
from guildmark.web.issuing.actions.records import STATE_KIND, change
from guildmark.web.issuing.identity import signer
from guildmark.web.issuing.models import Issuance, IssuedRecord, SigningKey
from guildmark.web.issuing.passphrase import unseal
from guildmark.web.issuing.planning import batches, from_json, planned
from guildmark.web.issuing.selectors import key_of
from guildmark.web.issuing.signing import record_signer, signing
from guildmark.web.issuing.status_lists import Placed, alone
from guildmark.web.jobs.models import Job
from guildmark.web.jobs.registry import task


@dataclass(frozen=True, slots=True)
class _Ready:
    """What the chunks of an issuance share: the batches, and the signer with what it has prepared."""

    of: tuple[object, ...]
    since: datetime
    batch: Batch
    known_by: Batch
    signer: RecordSigner


_LAST: list[_Ready] = []
"""At most one: what the chunk before this one used."""
READY_FOR = timedelta(minutes=1)
"""The signatures say when the signer was made ready; they may not say it much later."""


def _ready(issuance: Issuance, key: SigningKey) -> _Ready:
    now = timezone.now()
    issuer = issuance.issuer
    of = (issuance.public_id, key.pk, issuer.version, issuer.identity, repr(issuer.document))
    if not _LAST or _LAST[0].of != of or not now - READY_FOR < _LAST[0].since <= now:
        batch, known_by = batches(issuance.design_version, issuer, key)
        signing_with = record_signer(signer(key), created=now)
        _LAST[:] = [_Ready(of, now, batch, known_by, signing_with)]
    return _LAST[0]


@task("issuing.sign")
def sign(job: Job, payload: dict[str, Any]) -> None:
    """Signs the records of some learners; who has one meanwhile is left out, so doing it twice adds nothing."""
    issuance = Issuance.objects.select_related(
        "design_version__micro_credential", "issuer", "signing_key__issuer", "partnership"
    ).get(public_id=payload["issuance"])
    awaited = issuance.awaited.filter(number__gte=payload["first"], number__lt=payload["last"])
    key = key_of(issuance)
    ready = _ready(issuance, key)
    plan, store = planned(ready.known_by, [from_json(one.learner) for one in awaited])
    placed = Placed(key)
    done = list(
        issue(
            ready.batch,
            plan,
            store,
            signing(ready.signer, entry=placed),
            valid_from=issuance.valid_from,
            new_uuid=uuid.uuid4,
            new_salt=lambda: secrets.token_hex(16),
        )
    )
    # Other workers sign meanwhile; nothing is written under a key that was stolen while this one signed.
    alone(issuance.issuer)
    key.refresh_from_db(fields=["compromised_at"])
    if key.compromised_at is not None:
        raise ValueError("the key was compromised while it signed; the chunk is tried again with the current one")
    store.places = placed.places
    records = store.written(issuance, done)
    offered = list(zip(records, claims.offer_new(records), strict=True))
    mail.send_first(offered, f"{issuance.public_id}:{payload['first']}", issuance.partnership)
    awaited.delete()


@task(STATE_KIND)
def change_status(job: Job, payload: dict[str, Any]) -> None:
    """Changes the status of some records; those that have it are left as they are."""
    if job.partnership is not None:
        change(job.partnership, job.person, payload["ids"], get(payload["status"]), payload["reason"])


@task("issuing.mail")
def send(job: Job, payload: dict[str, Any]) -> None:
    """Sends one mail; none where it was sent for this job, the record is claimed, or nothing is left to claim."""
    record = (
        IssuedRecord.objects.select_related("issuance__design_version__micro_credential", "issuance__issuer")
        .defer("signed")
        .get(public_id=payload["record"])
    )
    if record.claimed_at or not record.learner_email or (record.mailed_at and record.mailed_at >= job.created_at):
        return
    token = unseal(payload["token"])
    if token is None:
        raise ValueError("the passphrase of this installation is another one now")
    subject, body = mail.words(record, token)
    send_mail(subject, body, None, [record.learner_email])
    record.mailed_at = timezone.now()
    record.save(update_fields=["mailed_at"])
