"""context: is it known what every word of the record means?"""

from __future__ import annotations

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.linkeddata import Contexts, TooMuchWorkError, UnknownContextError, to_dataset
from guildmark.credentials.linkeddata.compiled import quick_defined
from guildmark.credentials.linkeddata.direction import without_direction
from guildmark.credentials.proofs.data_integrity import proofs_of
from guildmark.credentials.proofs.suites import JCS, kind_of
from guildmark.credentials.verify.model import Check
from guildmark.errors import GuildmarkError
from guildmark.words import Listing, say

SHOWN = 5


def check_context(document: JsonObject, contexts: Contexts, *, in_token: bool = False, defined: bool = False) -> Check:
    """Whether every context is known and defines every word; what no context defines, no signature covers.

    `in_token`: the document came in a token, so that its very JSON is signed. `defined`: its words were
    looked up already, and have a meaning.
    """
    if "@context" not in document:
        return Check("context", "fail", say("The record has no context, so its words have no meaning."))
    good = Check("context", "pass", say("Every context is known, and defines every word of the record."))
    if defined or quick_defined(document, contexts):
        return good
    try:
        to_dataset(without_direction(document) if in_token or _signed_as_json(document) else document, contexts)
    except (UnknownContextError, TooMuchWorkError) as error:
        return Check("context", "not_checked", error.faults[0].sentence)
    except GuildmarkError as error:
        found = Listing.of(fault.sentence for fault in error.faults[:SHOWN])
        return Check("context", "fail", say("Not every word of the record has a meaning: {found}", found=found))
    return good


def _signed_as_json(document: JsonObject) -> bool:
    proofs = proofs_of(document)
    return bool(proofs) and all(isinstance(proof, dict) and kind_of(proof) in JCS for proof in proofs)
