"""Organisations and places of an ELM document: the issuer who seals, and the bodies that award."""

from __future__ import annotations

from typing import Any

from guildmark.credentials.elm.nodes import Nodes, country
from guildmark.credentials.record import Issuer
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.toolkit.design.model import AwardingBody, Design
from guildmark.words import in_language, say


def issuer_node(issuer: Issuer, design: Design, nodes: Nodes) -> dict[str, Any]:
    """Who seals; raises GuildmarkError `elm.legal_id.missing` where the issuer has no legal identifier.

    The profile asks for exactly one eIDAS identifier, whose country is where that number is registered.
    """
    if issuer.legal_id is None:
        sentence = say(
            "A European Digital Credential names the number under which the law knows the issuer. "
            "Write it into the issuer file as “legal_id”."
        )
        raise GuildmarkError(Fault("elm.legal_id.missing", sentence, Place(path="/legal_id")))
    home = issuer.country.partition("/")[0]
    legal = nodes.node("LegalIdentifier", notation=issuer.legal_id, spatial=country(home))
    return nodes.node(
        "Organisation",
        issuer.id,
        legalName=nodes.text(issuer.name),
        eIDASIdentifier=legal,
        location=[place(where, nodes, _street(issuer, where, nodes)) for where in _countries(design, issuer)],
        homepage=None if issuer.url is None else nodes.node("WebResource", contentURL=issuer.url),
        contactPoint=None if issuer.email is None else contact(issuer.email, nodes),
    )


def awarding_bodies(design: Design, issuer: Issuer, sealing: dict[str, Any], nodes: Nodes) -> list[dict[str, Any]]:
    """Who awards: the design's awarding bodies, else the issuer itself, whose node is `sealing`."""
    named = design.awarding_body
    bodies = [named] if isinstance(named, AwardingBody) else list(named or ())
    default = _countries(design, issuer)[0]
    return [_body(body, default, nodes) for body in bodies] or [sealing]


def _body(body: AwardingBody, default: str, nodes: Nodes) -> dict[str, Any]:
    identifier = None if body.id is None else nodes.node("Identifier", notation=body.id)
    where = place(body.country or default, nodes)
    return nodes.node("Organisation", legalName=nodes.text(body.name), identifier=identifier, location=[where])


def place(where: str, nodes: Nodes, full_address: str | None = None) -> dict[str, Any]:
    """A place by its country, and the region's name where one is given: "CZ/Prague"."""
    code, _, region = where.partition("/")
    full = None if full_address is None else nodes.note(full_address)
    address = nodes.node("Address", countryCode=country(code), fullAddress=full)
    return nodes.node("Location", address=address, geographicName=nodes.text(region) if region else None)


def contact(email: str, nodes: Nodes) -> dict[str, Any]:
    """A contact point with one mailbox."""
    return nodes.node("ContactPoint", emailAddress=nodes.node("Mailbox", f"mailto:{email}"))


def _countries(design: Design, issuer: Issuer) -> list[str]:
    named = design.issuer_country
    return [issuer.country] if named is None else [named] if isinstance(named, str) else list(named)


def _street(issuer: Issuer, where: str, nodes: Nodes) -> str | None:
    if not issuer.address or where.partition("/")[0] != issuer.country.partition("/")[0]:
        return None
    parts = [
        in_language(value, nodes.language) if isinstance(value, dict) else str(value)
        for value in issuer.address.values()
        if isinstance(value, str | int)
    ]
    return ", ".join(parts) or None
