"""Where the time of one verdict goes, step by step: what docs/performance.md tells."""

from __future__ import annotations

import hashlib
import json

from benchmarks.clock import per_second
from benchmarks.ordinary import MOMENT, Ordinary
from benchmarks.strangers import strangers_badges
from guildmark.credentials.bounded import read_object
from guildmark.credentials.linkeddata.compiled import quick_unsecured
from guildmark.credentials.proofs import eddsa_rdfc
from guildmark.credentials.verify import known_contexts, verify
from guildmark.credentials.verify.schema import check_schema
from guildmark.credentials.verify.stated import stated


def profile_table(record: Ordinary) -> str:
    """The steps of a verdict on a record that was not met before, in microseconds and as shares of the whole."""
    contexts = known_contexts()
    signed = eddsa_rdfc.sign(record.document, record.key, created=MOMENT, contexts=record.contexts)
    texts = {
        "ordinary record": json.dumps(signed, ensure_ascii=False).encode("utf-8"),
        "a stranger's badge": strangers_badges(record, 1)[0],
    }
    rows = ["| step | " + " | ".join(f"{name}, µs" for name in texts) + " |", "|---|" + "---:|" * len(texts)]
    found = []
    for data in texts.values():
        document = read_object(data)
        text = (quick_unsecured(document, contexts) or "").encode("utf-8")
        hash_data, _ = stated(document, contexts)
        key, signature = record.private.public_key(), record.private.sign(hash_data or b"")
        steps = {
            "reading JSON strictly": per_second(lambda data=data: read_object(data)),  # type: ignore[misc]  # bound
            "the structure": per_second(lambda document=document: check_schema(document)),  # type: ignore[misc]  # bound
            "canonical statements": per_second(
                lambda document=document: quick_unsecured(document, contexts)  # type: ignore[misc]  # bound
            ),
            "their hash": per_second(lambda text=text: hashlib.sha256(text).digest()),  # type: ignore[misc]  # bound
            "the bare signature": per_second(
                lambda key=key, signature=signature, said=hash_data: key.verify(signature, said or b"")  # type: ignore[misc]
            ),
            "the whole verdict": per_second(lambda data=data: verify(data, now=MOMENT)),  # type: ignore[misc]  # bound
        }
        found.append({name: 1e6 / often for name, often in steps.items()})
    rows += ["| " + " | ".join([name, *(f"{one[name]:.0f}" for one in found)]) + " |" for name in found[0]]
    return "\n".join(rows)
