"""The digest of a design: what makes two designs the same version of the same thing."""

from __future__ import annotations

import hashlib

import rfc8785

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.design.model import Design
from guildmark.words import say


def design_digest(design: Design) -> str:
    """SHA-256, in hexadecimal, of the design's canonical JSON (RFC 8785).

    Raises GuildmarkError where a number of the design is beyond what JSON can carry exactly.
    """
    try:
        canonical = rfc8785.dumps(design.as_written())
    except rfc8785.CanonicalizationError as error:
        fault = Fault(
            "record.design.uncanonical",
            say("The design has a value that JSON cannot carry exactly: whole numbers end at 9007199254740991."),
            found=str(error),
        )
        raise GuildmarkError(fault) from error
    return hashlib.sha256(canonical).hexdigest()
