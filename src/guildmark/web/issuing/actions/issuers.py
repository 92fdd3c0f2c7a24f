"""Issuers and their keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from guildmark.credentials import keys
from guildmark.credentials.dids import web_address
from guildmark.credentials.record import read_issuer
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.web.issuing import selectors
from guildmark.web.issuing.identity import KEY, WEB, did_web
from guildmark.web.issuing.models import Issuer, SigningKey
from guildmark.web.issuing.passphrase import openers
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.words import in_language, say

_NAME = 50
"""The longest short name that is made of a name; the number needs the rest of the 60 letters."""


def create_issuer(
    access: Access, slug: str, document: Mapping[str, Any], *, identity: str = KEY, origin: str = ""
) -> Issuer:
    """An issuer with its first key. `document`: the issuer file's keys without `id`; faults with their path.

    Without a `slug` the short name is made of the name, numbered where others have it.
    """
    access.require(Right.COORDINATE)
    kept = _read(document)
    if not slug:
        return _named_by_itself(access, kept, identity, origin)
    issuer = Issuer(
        partnership=access.partnership, slug=slug, document=kept, identity=identity, origin=origin.rstrip("/")
    )
    if identity == WEB:
        _publishable(issuer)
    try:
        with transaction.atomic():
            issuer.save()
            make_key(issuer)
            record(access.person, "issuing.issuer.created", issuer, partnership=access.partnership, label=slug)
    except IntegrityError as taken:
        sentence = say("The short name “{slug}” is taken. Choose another one.", slug=slug)
        raise GuildmarkError(Fault("issuing.issuer.slug", sentence, Place(path="/slug"), found=slug)) from taken
    return issuer


def _named_by_itself(access: Access, document: Mapping[str, Any], identity: str, origin: str) -> Issuer:
    base = slugify(in_language(document["name"], "en"))[:_NAME] or "issuer"
    taken = set(Issuer.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    free = next(one for one in (base, *numbered) if one not in taken)
    return create_issuer(access, free, document, identity=identity, origin=origin)


@transaction.atomic
def save_issuer(access: Access, public_id: str, document: Mapping[str, Any], *, version: int) -> Issuer:
    """What the issuer says of itself; records that are signed keep what they say."""
    access.require(Right.COORDINATE)
    issuer = selectors.issuer(access, public_id)
    kept = _read(document)
    if issuer.version != version:
        raise saved_meanwhile()
    if kept == issuer.document:
        return issuer
    before, issuer.document, issuer.version = issuer.document, kept, version + 1
    if not Issuer.objects.filter(pk=issuer.pk, version=version).update(document=kept, version=version + 1):
        raise saved_meanwhile()
    record(
        access.person, "issuing.issuer.saved", issuer,
        partnership=access.partnership, label=issuer.slug, before=before, after=kept,
    )  # fmt: skip
    return issuer


def make_key(issuer: Issuer) -> SigningKey:
    """A new key: PKCS#8, encrypted with a passphrase that stands outside of the database."""
    key = keys.generate()
    pem = keys.to_pem(key, openers()[0]).decode("ascii")
    return SigningKey.objects.create(issuer=issuer, did_key=key.did, pem=pem)


@transaction.atomic
def rotate_key(access: Access, public_id: str, *, old: str) -> SigningKey:
    """A new key signs from now on; `old` names the one that was seen, so that a second click does nothing."""
    access.require(Right.COORDINATE)
    issuer = selectors.issuer(access, public_id)
    current = selectors.current_key(issuer)
    if current is not None and current.public_id != old:
        return current
    SigningKey.objects.filter(issuer=issuer, retired_at=None).update(retired_at=timezone.now())
    key = make_key(issuer)
    record(
        access.person, "issuing.key.rotated", issuer, partnership=access.partnership, label=issuer.slug,
        before={"key": current.did_key} if current else None, after={"key": key.did_key},
    )  # fmt: skip
    return key


def _read(document: Mapping[str, Any]) -> dict[str, Any]:
    given = {key: value for key, value in document.items() if key != "id" and value not in (None, "", {})}
    return read_issuer(given).issuer.as_written()


def _publishable(issuer: Issuer) -> None:
    """A did:web says https and names a host with a dot: one that others can reach."""
    try:
        web_address(did_web(issuer))
        good = issuer.origin.startswith("https://")
    except GuildmarkError:
        good = False
    if not good:
        sentence = say(
            "A did:web needs a public address that begins with https://. This installation has none; use did:key."
        )
        raise GuildmarkError(Fault("issuing.identity.address", sentence, Place(path="/identity")))
