"""Issuers, and what they say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from guildmark.credentials.dids import web_address
from guildmark.credentials.record import read_issuer
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.web.issuing import selectors
from guildmark.web.issuing.actions.keys import make_key, publish
from guildmark.web.issuing.identity import KEY, WEB, did_web
from guildmark.web.issuing.models import Issuer
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
            publish(issuer)
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
