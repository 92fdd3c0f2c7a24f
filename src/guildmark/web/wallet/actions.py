"""What can be done with a record once it is issued: offering, claiming, showing, no longer showing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.accounts.models import Person
from guildmark.web.ids import new_token
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.journal.actions import record as note
from guildmark.web.wallet import selectors
from guildmark.web.wallet.models import Claim, ShareLink
from guildmark.web.wallet.words import masked
from guildmark.words import say

GOOD_FOR = timedelta(days=90)
MOST_LINKS = 20
"""Links to one record that are open at the same time."""


@transaction.atomic
def offer(record: IssuedRecord, *, mailed: bool = False) -> str:
    """A new claim link's token, which is kept nowhere; the links before it end.

    `mailed` only where the link goes to the record's address and nobody sees it on the way: whoever claims with it
    has shown that the address is theirs.
    """
    now = timezone.now()
    Claim.objects.filter(record=record, used_at=None, withdrawn_at=None).update(withdrawn_at=now)
    token = new_token()
    Claim.objects.create(
        record=record,
        token_digest=hashlib.sha256(token.encode()).hexdigest(),
        expires_at=now + GOOD_FOR,
        mailed=mailed and bool(record.learner_email),
    )
    return token


@transaction.atomic
def offer_new(records: Sequence[IssuedRecord]) -> list[str]:
    """The first claim links' tokens of records that were just signed, for their mails; in the order of the records."""
    tokens = [new_token() for _ in records]
    Claim.objects.bulk_create(
        Claim(
            record=record,
            token_digest=hashlib.sha256(token.encode()).hexdigest(),
            expires_at=timezone.now() + GOOD_FOR,
            mailed=bool(record.learner_email),
        )
        for record, token in zip(records, tokens, strict=True)
    )
    return tokens


@transaction.atomic
def claim(person: Person, token: str) -> IssuedRecord:
    """Takes a record by its link, once; asking again as the same person answers with the record.

    Raises GuildmarkError with `claim.used`, `claim.withdrawn`, `claim.expired` or `claim.other_address`.
    """
    found = selectors.claim_by(token)
    if found is None:
        raise GuildmarkError(unknown())
    record = found.record
    if record.holder_id == person.pk:
        return record
    if fault := closed(found):
        raise GuildmarkError(fault)
    _own_address(person, found)
    now = timezone.now()
    taken = Claim.objects.filter(pk=found.pk, used_at=None, withdrawn_at=None).update(used_at=now)
    held = IssuedRecord.objects.filter(pk=record.pk, holder=None, claimed_at=None, erased_at=None)
    if not taken or not held.update(holder=person, claimed_at=now):
        raise GuildmarkError(_used())
    note(person, "wallet.record.claimed", record, label=record.record_id)
    record.holder, record.claimed_at = person, now
    return record


@transaction.atomic
def share(person: Person, record: IssuedRecord, label: str = "") -> ShareLink:
    """A new address under which anybody sees the record, until its holder withdraws it."""
    record = selectors.held(person, record.public_id)
    if ShareLink.objects.filter(record=record, withdrawn_at=None).count() >= MOST_LINKS:
        sentence = say("There are {most} open links to this record. Withdraw one first.", most=MOST_LINKS)
        raise GuildmarkError(Fault("share.too_many", sentence))
    link = ShareLink.objects.create(record=record, person=person, label=label.strip()[:120])
    note(person, "wallet.record.shared", record, label=record.record_id)
    return link


@transaction.atomic
def withdraw(person: Person, link: ShareLink) -> None:
    """Makes a link answer nothing but that the holder is to be asked; doing it twice changes nothing."""
    open_one = ShareLink.objects.filter(pk=link.pk, person=person, withdrawn_at=None)
    if open_one.update(withdrawn_at=timezone.now()):
        note(person, "wallet.link.withdrawn", link.record, label=link.record.record_id)


def unknown() -> Fault:
    """For a link that never was, or whose record is gone."""
    return Fault("claim.unknown", say("This link leads to no record. Copy it whole, or ask the issuer for a new one."))


def closed(found: Claim) -> Fault | None:
    """Why nobody can claim with this link any more; None where somebody can."""
    if found.used_at is not None or found.record.claimed_at is not None:
        return _used()
    if found.withdrawn_at is not None:
        return Fault("claim.withdrawn", say("A newer link was sent for this record. Use the one in the latest mail."))
    if found.expires_at <= timezone.now():
        return Fault("claim.expired", say("This link is too old. Ask the issuer to send it again."))
    return None


def _used() -> Fault:
    return Fault(
        "claim.used",
        say("This record was claimed already. If that was not you, ask the issuer, who can see when it was."),
    )


def _own_address(person: Person, found: Claim) -> None:
    """The record's address is one of the person's; a link that was mailed there shows it."""
    address = found.record.learner_email.strip().lower()
    if not address:
        return
    own = EmailAddress.objects.filter(user_id=person.pk, email__iexact=address).first()
    if own is not None and own.verified:
        return
    others = EmailAddress.objects.filter(email__iexact=address, verified=True).exclude(user_id=person.pk)
    if own is None or not found.mailed or others.exists():
        sentence = say(
            "This record was issued to another address: {address}. Add that address to your account and confirm it, "
            "then open the link again.",
            address=masked(address),
        )
        raise GuildmarkError(Fault("claim.other_address", sentence))
    own.verified = True
    own.save(update_fields=["verified"])
    note(person, "wallet.address.shown", person)
