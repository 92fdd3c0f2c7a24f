"""The key that signed a token of an issuer: by its DID, or by the metadata that an https issuer publishes."""

from __future__ import annotations

from urllib.parse import urlsplit

from guildmark.credentials.bounded import Limits, read_object
from guildmark.credentials.dids import Fetch
from guildmark.credentials.keys import PublicKey
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.verify.outcome import Outcome, look_up
from guildmark.errors import GuildmarkError
from guildmark.words import say

METADATA_LIMITS = Limits(bytes=200_000, depth=16, values=2_000)


def issuer_key(token: vcjwt.Token, issuer: object, fetch: Fetch | None) -> tuple[PublicKey | Outcome, str]:
    """The key that a token names, and its name: a DID's, or that of an https issuer's own metadata."""
    kid = token.header.get("kid")
    name = issuer if isinstance(issuer, str) else ""
    if isinstance(kid, str) and kid.startswith("did:"):
        return look_up(kid, fetch), kid
    if name.startswith("did:") and (isinstance(kid, str) or name.startswith("did:key:")):
        method = f"{name}#{kid.removeprefix('#')}" if isinstance(kid, str) else name
        return look_up(method, fetch), method
    if "x5c" in token.header:
        sentence = say("The record names its key by a certificate, which this version does not check yet.")
        return Outcome("not_checked", sentence, None, "not_checked", sentence), ""
    if name.startswith("https://"):
        method = f"{name}#{kid}" if isinstance(kid, str) else name
        return _published_key(name, kid, method, fetch), method
    return Outcome("fail", say("The token does not name the key that signed it.")), ""


def _published_key(issuer: str, kid: object, method: str, fetch: Fetch | None) -> PublicKey | Outcome:
    """The key in an https issuer's metadata (SD-JWT VC, "JWT VC Issuer Metadata")."""
    try:
        parts = urlsplit(issuer)
    except ValueError:
        sentence = say("“{found}” is not an address that can be fetched.", found=issuer[:200])
        return Outcome("fail", sentence, method)
    address = f"https://{parts.netloc}/.well-known/jwt-vc-issuer{parts.path.rstrip('/')}"
    if fetch is None:
        sentence = say("The issuer's key stands at {address}, which was not fetched: offline.", address=address)
        return Outcome("not_checked", sentence, method, "not_checked")
    try:
        metadata = read_object(fetch(address), limits=METADATA_LIMITS)
        keys = metadata.get("jwks")
        if metadata.get("issuer") == issuer and keys is None and isinstance(metadata.get("jwks_uri"), str):
            keys = read_object(fetch(metadata["jwks_uri"]), limits=METADATA_LIMITS)
    except GuildmarkError as error:
        sentence = say("The issuer's key could not be fetched: {reason}", reason=error.faults[0].sentence)
        return Outcome("not_checked", sentence, method, "not_checked")
    if metadata.get("issuer") != issuer:
        return Outcome("fail", say("What stands at {address} is another issuer's.", address=address), method)
    listed = keys.get("keys") if isinstance(keys, dict) else None
    jwks = [jwk for jwk in listed if isinstance(jwk, dict)] if isinstance(listed, list) else []
    fitting = [jwk for jwk in jwks if kid is None or jwk.get("kid") == kid]
    if len(fitting) != 1:
        return Outcome("fail", say("The issuer publishes no such key at {address}.", address=address), method)
    try:
        return PublicKey.from_jwk(fitting[0])
    except GuildmarkError as error:
        return Outcome("fail", error.faults[0].sentence, method)
