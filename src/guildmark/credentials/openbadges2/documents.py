"""A badge is several documents that name each other: the assertion, its badge class, its issuer's profile.

Source: Open Badges 2.0, "Verification". Only the profile that stands at its own address says how the issuer's
badges are known; one that a badge brings along was written by whoever wrote the badge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import SplitResult, urlsplit

from guildmark.credentials.bounded import JsonObject, Limits, read_object
from guildmark.credentials.dids import Fetch
from guildmark.errors import GuildmarkError
from guildmark.words import Sentence, say

CONTEXT = "https://w3id.org/openbadges/v2"
LIMITS = Limits(bytes=1_000_000)
GONE = "fetch.gone"
"""The code of the fault with which a fetcher says that something was taken away (HTTP 410)."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at an address; `sentence` says why there is no document. A document taken away is `gone`."""

    document: JsonObject | None
    result: Literal["pass", "fail", "not_checked"] = "pass"
    sentence: Sentence | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """The documents of one badge. `hosted` is what stands at the assertion's own address, where it is a hosted one."""

    assertion: JsonObject
    kind: Literal["hosted", "signed"] | None
    hosted: Found | None
    badge_class: Found
    issuer_id: str | None
    issuer: Found

    @property
    def told(self) -> JsonObject:
        """The assertion that counts: of a hosted one, what its address answers with."""
        return self.hosted.document if self.hosted and self.hosted.document else self.assertion


def is_assertion(document: Mapping[str, Any]) -> bool:
    """Whether a document says that it is an assertion of Open Badges 2.0."""
    return CONTEXT in listed(document.get("@context")) and "badge" in document


def gather(assertion: JsonObject, fetch: Fetch | None) -> Badge:
    """The documents that an assertion names, as far as they can be had: three addresses are fetched at most."""
    kind = _kind(assertion)
    hosted = look_up(assertion.get("id"), fetch) if kind == "hosted" else None
    told = hosted.document if hosted and hosted.document and "badge" in hosted.document else assertion
    badge_class = _linked(told.get("badge"), fetch)
    named = (badge_class.document or {}).get("issuer")
    issuer_id = named.get("id") if isinstance(named, dict) else named
    return Badge(
        assertion,
        kind,
        hosted,
        badge_class,
        issuer_id if isinstance(issuer_id, str) else None,
        look_up(issuer_id, fetch) if issuer_id is not None else Found(None, "fail", say("The badge names no issuer.")),
    )


def look_up(address: object, fetch: Fetch | None) -> Found:
    """The document at an https address; another's address in its `id` fails it."""
    if not isinstance(address, str) or _parts(address) is None:
        sentence = say(
            "“{address}” is no https address, so nothing can be looked up there.", address=str(address)[:200]
        )
        return Found(None, "not_checked", sentence)
    if fetch is None:
        return Found(None, "not_checked", say("{address} was not fetched: offline.", address=address[:200]))
    try:
        document = read_object(fetch(address), limits=LIMITS)
    except GuildmarkError as error:
        fault = error.faults[0]
        sentence = say("{address} could not be read: {reason}", address=address[:200], reason=fault.sentence)
        return Found(None, "not_checked", sentence, fault.code == GONE)
    if document.get("id", address) != address:
        return Found(None, "fail", say("What stands at {address} is another document.", address=address[:200]))
    return Found(document)


def scope_of(issuer: Mapping[str, Any], issuer_id: str, address: object) -> bool:
    """Whether something at `address` may speak for the issuer (Open Badges 2.0, "HostedBadge Verification").

    An issuer's profile may name beginnings of addresses (`startsWith`) and hosts (`allowedOrigins`); otherwise it
    is the profile's own origin.
    """
    parts = _parts(address)
    origin = _origin(parts)
    if parts is None or origin is None or not isinstance(address, str):
        return False
    rules = issuer.get("verification")
    rules = rules if isinstance(rules, dict) else {}
    starts = [start for start in listed(rules.get("startsWith")) if isinstance(start, str)]
    hosts = [host.lower() for host in listed(rules.get("allowedOrigins")) if isinstance(host, str)]
    if starts or hosts:
        begins = any(_origin(_parts(start)) == origin and address.startswith(start) for start in starts)
        return (begins or not starts) and (parts.hostname in hosts or not hosts)
    return origin == _origin(_parts(issuer_id))


def listed(value: object) -> list[Any]:
    """One or several, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _linked(value: object, fetch: Fetch | None) -> Found:
    """A document that stands there itself, or is named by its address."""
    if isinstance(value, dict):
        return look_up(value["id"], fetch) if set(value) == {"id"} else Found(value)
    return look_up(value, fetch)


def _kind(assertion: Mapping[str, Any]) -> Literal["hosted", "signed"] | None:
    how = assertion.get("verification", assertion.get("verify"))
    types = listed(how.get("type")) if isinstance(how, dict) else []
    if "HostedBadge" in types or "hosted" in types:
        return "hosted"
    return "signed" if "SignedBadge" in types or "signed" in types else None


def _parts(address: object) -> SplitResult | None:
    try:
        parts = urlsplit(address) if isinstance(address, str) and len(address) < 2_000 else None
        return parts if parts and parts.scheme == "https" and parts.hostname and parts.port != 0 else None
    except ValueError:
        return None


def _origin(parts: SplitResult | None) -> tuple[str | None, int] | None:
    # A name before @ is no host, and would make one address look like another's.
    return (parts.hostname, parts.port or 443) if parts and parts.username is None else None
