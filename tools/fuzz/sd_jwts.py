"""Changes of SD-JWTs: of what is signed, of what is disclosed, and of which disclosures are shown, signed again."""

from __future__ import annotations

import json
import random

from guildmark.credentials import base64url
from guildmark.credentials.sdjwt.disclosures import digest_of
from tests.credentials.sdjwt.made import encoded, jws
from tests.credentials.signed import KEY
from tools.fuzz.beginnings import shown_by_holder
from tools.fuzz.changing import ODD, change


def changed_sd_jwt(data: bytes, choose: random.Random) -> bytes:
    """Another presentation of another record; raises what reading a text that is none raises."""
    head, *disclosures = data.decode("ascii").split("~")
    binding = disclosures.pop()
    header, payload = (json.loads(base64url.decode(part) or b"") for part in head.split(".")[:2])
    match choose.randrange(4):
        case 0:
            change(header, choose)
        case 1 if disclosures:
            payload, disclosures = _disclosing_another(payload, disclosures, choose)
        case 2 if disclosures:
            disclosures = choose.choices(disclosures, k=choose.randint(0, len(disclosures)))
        case _:
            change(payload, choose)
    made = "".join(f"{part}~" for part in (jws(header, payload, KEY), *disclosures)).encode("ascii")
    if binding and choose.random() < 0.7:
        return shown_by_holder(made)
    return made + binding.encode("ascii")


def _disclosing_another(
    payload: dict[str, object], disclosures: list[str], choose: random.Random
) -> tuple[dict[str, object], list[str]]:
    """Something else in a disclosure, and its digest in the place of the old one wherever that stands signed."""
    at = choose.randrange(len(disclosures))
    before = disclosures[at]
    holder = {"disclosed": json.loads(base64url.decode(before) or b"")}
    if choose.random() < 0.5:
        holder["disclosed"][-1] = choose.choice(ODD)
    else:
        change(holder, choose)
    after = encoded(holder.get("disclosed"))
    text = json.dumps(payload).replace(digest_of(before, "sha-256"), digest_of(after, "sha-256"))
    return json.loads(text), [*disclosures[:at], after, *disclosures[at + 1 :]]
