"""One record follows another: a correction takes its place, a renewal goes on after it (docs/record.md, "Status")."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from guildmark.credentials import openbadges
from guildmark.credentials.issuing import Plan, Task, check_learners, fingerprint
from guildmark.credentials.issuing import issue as issue_planned
from guildmark.credentials.record import Learner
from guildmark.credentials.status import Status, get, status_for
from guildmark.credentials.status.statuses import REPLACED
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.web.issuing import claims, mail, selectors
from guildmark.web.issuing.identity import signer
from guildmark.web.issuing.models import Issuance, IssuedRecord
from guildmark.web.issuing.planning import batches
from guildmark.web.issuing.signing import record_signer, signing
from guildmark.web.issuing.status_lists import Placed, alone, sign_anew
from guildmark.web.issuing.store import Table
from guildmark.web.journal.actions import record as note
from guildmark.web.partnerships.access import Access, Right
from guildmark.words import say


def learner_of(record: IssuedRecord) -> Learner:
    """What the record says of its learner, as far as it can be read back: hashed identifiers cannot."""
    said = openbadges.read(selectors.document_of(record)) if record.erased_at is None else {}
    named = said.get("learner_identification") or {}
    subject = named.get("id") or ""
    return Learner(
        name=record.learner_name or named.get("name"),
        email=record.learner_email or None,
        identifier=None if subject.startswith("urn:uuid:") else subject or None,
        grade=(said.get("grade") or {}).get("value"),
        evidence_url=next(iter(said.get("evidence") or ()), None),
        language=record.language or None,
        row=record.row,
    )


@transaction.atomic
def follow(access: Access, public_id: str, learner: Learner, *, renew: bool) -> IssuedRecord:
    """Signs another record for the learner of this one; asked for twice, the one that is there already.

    A correction revokes the old record as replaced; a renewal leaves it in force until it ends. Both times the
    status list tells whoever has the old record which one followed. The learner who holds the old one holds the new
    one at once; otherwise a claim link is mailed. Raises GuildmarkError with the faults of the learner's data, and
    where the old record is suspended or revoked, unless it is a correction of one that was revoked as an error.
    """
    access.require(Right.ISSUE)
    # Locked on its own and read after that: another click or a revocation at the same moment is waited for and seen.
    IssuedRecord.objects.select_for_update().values_list("pk").filter(public_id=public_id).first()
    old = selectors.record(access, public_id)
    if old.replaced_by is not None:
        return selectors.record(access, old.replaced_by.public_id)
    issuance = old.issuance
    # The record first, then the issuer, as a change of status does it: neither waits for the other in a circle.
    alone(issuance.issuer)
    key = selectors.current_key(issuance.issuer)
    if old.erased_at is not None or key is None:
        raise GuildmarkError(
            Fault("issuing.follow", say("No record can follow this one: its copy is erased, or the issuer has no key."))
        )
    _check_standing(get(old.status_code), renew=renew)
    batch, _ = batches(issuance.design_version, issuance.issuer, key)
    (graded,) = check_learners([learner], batch.design)
    # The learner keeps their place among the keys; who asks a second time finds the record of the first.
    parted = hashlib.sha256(f"{old.key} {old.record_id}".encode("ascii")).hexdigest()
    IssuedRecord.objects.filter(pk=old.pk).update(key=parted)
    store, placed = Table([]), Placed(key)
    begun = Issuance.objects.create(
        partnership=access.partnership, design_version=issuance.design_version, issuer=issuance.issuer,
        signing_key=key, source=issuance.source, valid_from=timezone.now().replace(microsecond=0),
        origin=issuance.origin, person=access.person,
    )  # fmt: skip
    done = list(
        issue_planned(
            batch,
            Plan((Task(graded, old.key, fingerprint(graded)),), (), ()),
            store,
            signing(record_signer(signer(key), created=timezone.now()), entry=placed),
            valid_from=begun.valid_from,
            new_uuid=uuid.uuid4,
            new_salt=lambda: secrets.token_hex(16),
        )
    )
    store.places = placed.places
    (new,) = store.written(begun, done)
    _hand_on(access, old, new)
    _tell(access, old, new, renew=renew)
    return new


def _check_standing(status: Status, *, renew: bool) -> None:
    """Refuse to bring back by another record what is suspended or revoked (docs/record.md, "Status")."""
    if status.may_be_renewed if renew else status.may_be_corrected:
        return
    if status.state == "suspended":
        sentence = say("The record is suspended, so no other one follows it. Bring it back into force first.")
    elif status.may_be_corrected:
        sentence = say("The record is revoked, so it is not renewed. Sign a correction instead.")
    else:
        sentence = say(
            "The record was revoked for another reason than an error, so no other one follows it. Should the award "
            "stand after all, change the status first, to issued in error."
        )
    raise GuildmarkError(Fault("issuing.not_in_force", sentence, Place(path="/kind"), found=status.key))


def _hand_on(access: Access, old: IssuedRecord, new: IssuedRecord) -> None:
    if old.holder_id is not None:
        IssuedRecord.objects.filter(pk=new.pk).update(holder=old.holder, claimed_at=timezone.now())
    elif new.learner_email:
        mail.send_first([(new, claims.offer(new, mailed=True))], f"follow:{new.public_id}", access.partnership)


def _tell(access: Access, old: IssuedRecord, new: IssuedRecord, *, renew: bool) -> None:
    changed: dict[str, Any] = {"replaced_by": new}
    if not renew and old.state != IssuedRecord.State.REVOKED:
        status = status_for("revoked", REPLACED)
        changed |= {"state": status.state, "status_code": status.code, "state_at": timezone.now()}
    IssuedRecord.objects.filter(pk=old.pk).update(**changed)
    if old.status_list is not None:
        sign_anew(old.status_list)
    note(
        access.person, "issuing.record.renewed" if renew else "issuing.record.replaced", old,
        partnership=access.partnership, label=old.record_id, after={"record": new.record_id},
    )  # fmt: skip
