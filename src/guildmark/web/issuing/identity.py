"""Under which name an issuer signs, with which key, and what it publishes about its keys."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from guildmark.credentials import keys
from guildmark.credentials.dids import web_document
from guildmark.credentials.record import Issuer as IssuerFile
from guildmark.credentials.record import read_issuer
from guildmark.errors import GuildmarkError
from guildmark.web import environment
from guildmark.web.issuing.models import Issuer, SigningKey
from guildmark.web.issuing.passphrase import openers

WEB = "did:web"
KEY = "did:key"


def origin_of(request: HttpRequest | None = None) -> str:
    """Where this installation is reached, such as https://guild.example: as the settings say, else as it is asked."""
    if stated := environment.text("ADDRESS"):
        return stated.rstrip("/")
    if settings.CSRF_TRUSTED_ORIGINS:
        return str(settings.CSRF_TRUSTED_ORIGINS[0])
    if request is not None:
        return f"{request.scheme}://{request.get_host()}"
    return environment.text("LISTENS_AT", "http://localhost:8000")


def did_web(issuer: Issuer) -> str:
    """The did:web under which the issuer's document is found at /issuers/SLUG/did.json."""
    host = quote(urlsplit(issuer.origin).netloc, safe=".-")
    return f"did:web:{host}:issuers:{issuer.slug}"


def did_of(issuer: Issuer, key: SigningKey) -> str:
    """The issuer's id when it signs with this key."""
    return did_web(issuer) if issuer.identity == WEB else key.did_key


def issuer_file(issuer: Issuer, key: SigningKey) -> IssuerFile:
    """The issuer as a record names it."""
    return read_issuer(issuer.document).issuer.model_copy(update={"id": did_of(issuer, key)})


def signer(key: SigningKey) -> keys.SigningKey:
    """The opened key, signing for its issuer's id; GuildmarkError where the passphrase is another one now."""
    costly, plain = openers()
    try:
        opened = keys.load_pem(key.pem.encode("ascii"), costly)
    except GuildmarkError:
        opened = keys.load_pem(key.pem.encode("ascii"), plain)
    return opened.under(did_web(key.issuer)) if key.issuer.identity == WEB else opened


def did_document(issuer: Issuer) -> dict[str, Any]:
    """The document of a did:web as the keys stand: every key, so that what an old one signed still verifies.

    A compromised key is listed too, and may no longer make assertions.
    """
    public: dict[str, keys.PublicKey] = {}
    barred = set()
    for one in issuer.keys.order_by("id"):
        key = keys.PublicKey.from_did_key(one.did_key)
        public[key.multikey] = key
        if one.compromised_at is not None:
            barred.add(key.multikey)
    return web_document(did_web(issuer), public, barred)


def address_of(issuer: Issuer) -> str:
    """Where the issuer's document is published."""
    return issuer.origin + reverse("issuers:did", args=[issuer.slug])
