"""What happens to a record after it was signed: mail, status, erasure of the issuer's copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone

from guildmark.credentials.status import Status, get
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.web.accounts.models import Person
from guildmark.web.issuing import claims, mail, selectors
from guildmark.web.issuing.models import Issuance, IssuedRecord, StatusList
from guildmark.web.issuing.status_lists import sign_anew
from guildmark.web.jobs.actions import start
from guildmark.web.jobs.models import Job
from guildmark.web.journal.actions import Changed, record_all
from guildmark.web.journal.actions import record as note
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.models import Partnership
from guildmark.words import say

State = IssuedRecord.State
AT_ONCE = 500
"""Records whose status is changed by one statement, and in one part of a job."""
STATE_KIND = "issuing.state"
_VERBS = {
    State.REVOKED: "issuing.record.revoked",
    State.SUSPENDED: "issuing.record.suspended",
    State.ACTIVE: "issuing.record.reinstated",
}


@transaction.atomic
def resend(access: Access, record: IssuedRecord) -> Job:
    """Sends the mail with a new claim link; a second click while the first waits sends nothing more."""
    access.require(Right.ISSUE)
    if not record.learner_email or record.claimed_at is not None:
        raise GuildmarkError(_no_mail())
    return _sent_again(access, [record])


@transaction.atomic
def remind(access: Access, issuance: Issuance) -> tuple[Job | None, int]:
    """Sends the mail again to everybody who has not claimed, in one job; how many mails that is."""
    access.require(Right.ISSUE)
    open_ones = list(
        selectors.records(access).filter(issuance=issuance, claimed_at=None, erased_at=None).exclude(learner_email="")
    )
    return (_sent_again(access, open_ones) if open_ones else None), len(open_ones)


@transaction.atomic
def hand_over(access: Access, record: IssuedRecord) -> str:
    """A new claim link, to hand over in another way than by mail: for learners without an address."""
    access.require(Right.ISSUE)
    if record.claimed_at is not None or record.erased_at is not None:
        raise GuildmarkError(_no_mail())
    token = claims.offer(record)
    note(
        access.person, "issuing.record.handed_over", record,
        partnership=access.partnership, label=record.record_id,
    )  # fmt: skip
    return mail.claim_address(record, token)


@transaction.atomic
def set_state(access: Access, public_ids: Sequence[str], status: Status, reason: str) -> int:
    """Revokes, suspends or reinstates records; how many that changed. The lists they stand in are signed anew.

    `status` is what everybody sees; `reason` is kept in the journal and not published.
    """
    reason = _may_set(access, public_ids, reason)
    if status.state != "revoked":
        _check_none_revoked(access, public_ids)
    return change(access.partnership, access.person, public_ids, status, reason)


@transaction.atomic
def set_states(
    access: Access, public_ids: Sequence[str], status: Status, reason: str, *, asked: str, label: str = ""
) -> Job:
    """As `set_state`, of any number: a job that changes them part by part, and leaves revoked ones as they are.

    `asked` is the same when the same thing is asked for twice: then there is one job.
    """
    reason = _may_set(access, public_ids, reason)
    ids = list(dict.fromkeys(public_ids))
    chunks = [({"ids": list(some), "status": status.code, "reason": reason}, len(some)) for some in _parts(ids)]
    key = f"{STATE_KIND}:{access.partnership.pk}:{asked[:60]}"
    return start(STATE_KIND, key, chunks, person=access.person, partnership=access.partnership, label=label)


def change(
    partnership: Partnership, person: Person | None, public_ids: Sequence[str], status: Status, reason: str
) -> int:
    """What `set_state` does once it is known that it may; how many records changed. Call it in a transaction."""
    # Only what is needed of each: thousands may be chosen at once.
    # Locked before they are judged: a revocation at the same moment is waited for, and then stands.
    asked = IssuedRecord.objects.select_for_update(of=("self",), no_key=True)
    asked = asked.filter(issuance__partnership=partnership).exclude(status_code=status.code)
    if status.state != "revoked":
        asked = asked.exclude(state=State.REVOKED)
    asked = asked.only("public_id", "record_id", "status_code", "reason", "status_list_id").order_by("id")
    lists: set[int | None] = set()
    count, now = 0, timezone.now()
    for some in _parts(list(dict.fromkeys(public_ids))):
        rows = list(asked.filter(public_id__in=some))
        count += len(rows)
        lists |= {row.status_list_id for row in rows}
        changes = [
            Changed(
                row, row.record_id,
                {"status": get(row.status_code).key, "reason": row.reason}, {"status": status.key, "reason": reason},
            )
            for row in rows
        ]  # fmt: skip
        record_all(person, _VERBS[State(status.state)], changes, partnership=partnership)
        IssuedRecord.objects.filter(pk__in=[row.pk for row in rows]).update(
            state=status.state, status_code=status.code, reason=reason, state_at=now
        )
    found_lists = StatusList.objects.filter(pk__in=lists).select_related("issuer", "signing_key__issuer")
    # Everybody asks for the issuers in one order, so that nobody waits for somebody who waits for them.
    for found in found_lists.order_by("issuer_id", "id"):
        sign_anew(found)
    return count


def _may_set(access: Access, public_ids: Sequence[str], reason: str) -> str:
    """The reason, tidied, where this person may change the status of records and says why."""
    if not access.coordinates:
        access.require(Right.ISSUE)
    reason = reason.strip()[:500]
    if not reason:
        raise GuildmarkError(
            Fault("issuing.state.reason", say("Say why: the journal keeps the reason."), Place(path="/reason"))
        )
    if not public_ids:
        raise GuildmarkError(Fault("issuing.state.nothing", say("Choose at least one record.")))
    return reason


def _check_none_revoked(access: Access, public_ids: Sequence[str]) -> None:
    """Refuse to bring back what was revoked, which is for good (Bitstring Status List 1.0, 2.2)."""
    revoked = selectors.records(access).filter(state=State.REVOKED).select_related(None)
    for some in _parts(list(dict.fromkeys(public_ids))):
        found = revoked.filter(public_id__in=some).values_list("record_id", flat=True).first()
        if found is not None:
            sentence = say("The record {record} is revoked, which is for good. Issue it anew instead.", record=found)
            raise GuildmarkError(Fault("issuing.state.revoked", sentence, Place(path="/status"), found=found))


def _parts(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[first : first + AT_ONCE] for first in range(0, len(ids), AT_ONCE))


@transaction.atomic
def erase_copy(access: Access, public_id: str) -> None:
    """Takes what tells who the learner is out of the issuer's register: name, address, the signed document.

    Id, key and status stay: what the learner keeps elsewhere can still be checked, and nobody is issued
    to twice (docs/decisions/0007).
    """
    access.require(Right.ISSUE)
    record = selectors.record(access, public_id)
    if record.erased_at is not None:
        return
    record.claims.all().delete()
    record.share_links.all().delete()
    IssuedRecord.objects.filter(pk=record.pk).update(
        learner_name="", learner_email="", language="", fingerprint="", row=None, signed=b"", holder=None,
        erased_at=timezone.now(),
    )  # fmt: skip
    note(access.person, "issuing.record.erased", record, partnership=access.partnership, label=record.record_id)


def _sent_again(access: Access, records: Sequence[IssuedRecord]) -> Job:
    job = mail.send_again(records, person=access.person, partnership=access.partnership)
    issuance = records[0].issuance
    note(
        access.person, "issuing.mail.again", issuance, partnership=access.partnership,
        label=str(issuance.design_version), after={"mails": len(records)},
    )  # fmt: skip
    return job


def _no_mail() -> Fault:
    return Fault(
        "issuing.mail.nobody",
        say("The record is claimed already, or there is no address to write to."),
    )
