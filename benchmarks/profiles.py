"""Where the time of one record and of one verdict goes, step by step: what docs/performance.md tells."""

from __future__ import annotations

import hashlib
import json

from benchmarks.clock import per_second
from benchmarks.ordinary import MOMENT, Ordinary
from benchmarks.strangers import strangers_badges
from guildmark.credentials.base58btc import base58_of_signature
from guildmark.credentials.bounded import read_object
from guildmark.credentials.linkeddata.compiled import quick_unsecured
from guildmark.credentials.prepared import PreparedSigner, Rdfc, TokenSigner
from guildmark.credentials.prepared.places import take
from guildmark.credentials.proofs import eddsa_rdfc
from guildmark.credentials.verify import known_contexts, verify
from guildmark.credentials.verify.schema import check_schema
from guildmark.credentials.verify.stated import stated


def issuing_table(record: Ordinary) -> str:
    """The steps of issuing a record that is prepared, in microseconds, and what a token's signature alone takes."""
    signing = PreparedSigner(
        record.key, created=MOMENT, suite=Rdfc(record.contexts), serialise=lambda one: json.dumps(one).encode()
    )
    for _ in range(3):
        signing.sign(record.shared)
    ((template,),) = signing._templates.values()
    taken = take(record.shared)
    assert taken is not None
    digest = template.canonical.digest(taken.values) or b""
    raw = record.key.sign(template.options_hash + digest)
    text = f"z{base58_of_signature(raw)}"
    token = TokenSigner(record.key)
    for _ in range(3):
        whole = token.sign_document(record.shared)
    said = whole.rpartition(b".")[0]
    public, signature = record.private.public_key(), record.private.sign(said)
    steps = {
        "taking the document apart": lambda: (take(record.shared), template.same.fits(taken)),
        "filling, ordering and hashing its statements": lambda: template.canonical.digest(taken.values),
        "the bare signature": lambda: record.private.sign(raw),
        "base58": lambda: base58_of_signature(raw),
        "writing the text": lambda: template.text.filled([*taken.values, text]),
        "**a record with eddsa-rdfc-2022**": lambda: signing.sign(record.shared),
        f"the bare signature over a token of {len(said):,} bytes": lambda: record.private.sign(said),
        "**a VC-JWT**": lambda: token.sign_document(record.shared),
        "checking the bare signature over it": lambda: public.verify(signature, said),
    }
    rows = [f"| {name} | {1e6 / per_second(step):.0f} |" for name, step in steps.items()]
    return "\n".join(["| step of issuing | µs |", "|---|---:|", *rows])


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
    return "\n".join([issuing_table(record), "", *rows])
