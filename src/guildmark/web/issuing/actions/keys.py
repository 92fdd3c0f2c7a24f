"""The keys of an issuer: a new one, one that got into wrong hands, and what is published of them."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from guildmark.credentials import keys
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.web.issuing import selectors
from guildmark.web.issuing.identity import WEB
from guildmark.web.issuing.models import DidVersion, Issuer, SigningKey, StatusList
from guildmark.web.issuing.passphrase import openers
from guildmark.web.issuing.published import did_bytes
from guildmark.web.issuing.status_lists import alone, sign_anew
from guildmark.web.journal.actions import record
from guildmark.web.partnerships.access import Access, Right
from guildmark.words import say


def make_key(issuer: Issuer) -> SigningKey:
    """A new key: PKCS#8, encrypted with a passphrase that stands outside of the database."""
    key = keys.generate()
    pem = keys.to_pem(key, openers()[0]).decode("ascii")
    return SigningKey.objects.create(issuer=issuer, did_key=key.did, pem=pem)


def publish(issuer: Issuer) -> None:
    """The document of a did:web as the keys stand now, as its next version. Call it in the transaction of the change.

    An issuer under did:key publishes none.
    """
    if issuer.identity == WEB:
        number = issuer.did_versions.count() + 1
        DidVersion.objects.create(issuer=issuer, number=number, document=did_bytes(issuer))


@transaction.atomic
def rotate_key(access: Access, public_id: str, *, old: str) -> SigningKey:
    """A new key signs from now on; `old` names the one that was seen, so that a second click does nothing."""
    access.require(Right.COORDINATE)
    issuer = selectors.issuer(access, public_id)
    alone(issuer)
    current = selectors.current_key(issuer)
    if current is not None and current.public_id != old:
        return current
    key = _followed(access, issuer, current)
    publish(issuer)
    return key


@transaction.atomic
def compromise_key(
    access: Access, public_id: str, key: str, *, reason: str, since: date | None = None
) -> SigningKey | None:
    """Says for good that somebody else may have the key; the key that signs from now on. A second time does nothing.

    Under did:web the document lists it no longer under `assertionMethod`: what it signed, whenever that was, fails
    from now on. Lists with the status of its records are signed by the current key instead, so that they still say
    what replaced them. Under did:key nothing can be published of it. `since` is when it was stolen, as far as known.

    Raises GuildmarkError without a reason, for a day to come, and where the passphrase does not open the keys.
    """
    access.require(Right.COORDINATE)
    issuer = selectors.issuer(access, public_id)
    alone(issuer)
    found = selectors.key(issuer, key)
    if found.compromised_at is not None:
        return selectors.current_key(issuer)
    since = check_since(since)
    after = {"key": found.did_key, "reason": _reason(reason), "since": since.isoformat() if since else None}
    found.compromised_at = timezone.now()
    found.save(update_fields=["compromised_at"])
    record(
        access.person, "issuing.key.compromised", issuer,
        partnership=access.partnership, label=issuer.slug, after=after,
    )  # fmt: skip
    if found.retired_at is None:
        _followed(access, issuer, found)
    publish(issuer)
    if issuer.identity == WEB:
        # Also those of keys that were compromised before: it may be this one that has signed them since.
        lists = StatusList.objects.filter(issuer=issuer, signing_key__compromised_at__isnull=False)
        for one in lists.select_related("issuer", "signing_key__issuer"):
            sign_anew(one)
    return selectors.current_key(issuer)


def check_since(day: date | None) -> date | None:
    """The day on which a key was stolen, which is not still to come; GuildmarkError for any other."""
    if day is not None and day > timezone.localdate():
        raise GuildmarkError(Fault("issuing.key.since", say("This day is still to come."), Place(path="/since")))
    return day


def _followed(access: Access, issuer: Issuer, current: SigningKey | None) -> SigningKey:
    SigningKey.objects.filter(issuer=issuer, retired_at=None).update(retired_at=timezone.now())
    key = make_key(issuer)
    record(
        access.person, "issuing.key.rotated", issuer, partnership=access.partnership, label=issuer.slug,
        before={"key": current.did_key} if current else None, after={"key": key.did_key},
    )  # fmt: skip
    return key


def _reason(given: str) -> str:
    if reason := given.strip()[:500]:
        return reason
    sentence = say("Say why: the journal keeps the reason.")
    raise GuildmarkError(Fault("issuing.key.reason", sentence, Place(path="/reason")))
