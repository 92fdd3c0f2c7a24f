"""The formats in which a record can be issued: what is signed, how, and how its file ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from guildmark.credentials import elm, sdjwt
from guildmark.credentials.keys import Signer
from guildmark.credentials.prepared import Jcs, Rdfc, RecordSigner, TokenSigner
from guildmark.credentials.proofs import eddsa_jcs
from guildmark.credentials.proofs.data_integrity import check_signer
from guildmark.credentials.record import Record
from guildmark.credentials.verify import known_contexts
from guildmark.toolkit.design import Design

SUFFIXES = {"ob3": ".json", "ob3-jcs": ".json", "ob3-jwt": ".jwt", "elm": ".json", "sd-jwt": ".sd-jwt"}
FORMATS = tuple(SUFFIXES)
DISPLAY_WIDTH = 400
"""Pixels; the picture stands in every record."""


def signing(kind: str, signer: Signer, *, created: datetime) -> Callable[[Record], bytes]:
    """What makes the signed bytes of a record in this format; raises GuildmarkError for a key that cannot."""
    match kind:
        case "ob3":
            return RecordSigner(signer, created=created, suite=Rdfc(known_contexts())).sign
        case "ob3-jcs":
            check_signer(eddsa_jcs.CRYPTOSUITE, signer)
            return RecordSigner(signer, created=created, suite=Jcs()).sign
        case "ob3-jwt":
            return TokenSigner(signer).sign
        case "elm":
            return _as_elm(signer, created)
        case "sd-jwt":
            return sdjwt.SdJwtSigner(signer).sign
        case _:
            raise ValueError(f"{kind} is no format")


def _as_elm(signer: Signer, created: datetime) -> Callable[[Record], bytes]:
    """Signing in the European Learning Model, with the badge as the picture that its viewers show."""
    drawn: list[tuple[Design, bytes]] = []

    def sign(record: Record) -> bytes:
        # A run issues one design, so its badge is drawn once.
        if not drawn or drawn[0][0] is not record.design:
            drawn[:] = [(record.design, _badge(record))]
        return elm.sealed(elm.write(record, picture=drawn[0][1], issued=created), signer, at=created)

    return sign


def _badge(record: Record) -> bytes:
    from guildmark.documents.pictures import svg_to_png
    from guildmark.drawing.badge import badge_svg

    shown = {"awarding_body": {"name": record.issuer.name}, **record.design.as_written()}
    return svg_to_png(badge_svg(shown, record.design.language or "en"), width=DISPLAY_WIDTH)
