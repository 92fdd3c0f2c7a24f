"""Measure, print, and write the tables of docs/performance.md: all, or those that are named."""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import cycle
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key

from benchmarks.bulk import LEARNERS, MANY, bulk, bulk_table
from benchmarks.clock import on_one_core, per_second
from benchmarks.ordinary import MOMENT, Ordinary, ordinary, signed_by
from benchmarks.pages import page_times, pages_table
from benchmarks.peers import openbadgeslib, openvc
from benchmarks.processes import process_ratios, processes_table
from benchmarks.profiles import profile_table
from benchmarks.strangers import strangers_badges
from guildmark.credentials.bounded import read_object
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.linkeddata import published_bytes
from guildmark.credentials.linkeddata.canonical import general_canonical
from guildmark.credentials.prepared import Jcs, PreparedSigner, Rdfc, TokenSigner
from guildmark.credentials.proofs import data_integrity, eddsa_rdfc, vcjwt
from guildmark.credentials.verify import Verifier, verify

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
PEERS = ROOT / "tests" / "interop"


@dataclass(frozen=True)
class Row:
    """One line of the table: what was done, and how often a second."""

    name: str
    issued: float | None
    verified: float | None


def raw(record: Ordinary) -> Row:
    """The limit: the bare signature of the same library, over 64 bytes."""
    data = bytes(64)
    signature = record.private.sign(data)
    public = record.private.public_key()
    return Row(
        "raw Ed25519 (cryptography)",
        per_second(lambda: record.private.sign(data)),
        per_second(lambda: public.verify(signature, data)),
    )


def raw_p256(record: Ordinary) -> Row:
    """The bare signature of a P-256 key, as `SigningKey` makes it and `PublicKey` checks it, over 64 bytes."""
    data = bytes(64)
    signature, public = record.key.sign(data), record.key.public
    return Row(
        "raw P-256 (cryptography)",
        per_second(lambda: record.key.sign(data)),
        per_second(lambda: public.verifies(signature, data)),
    )


def es256(record: Ordinary) -> Row:
    """The ordinary record as a JWT under a P-256 key."""
    signing, verifier = TokenSigner(record.key), Verifier(now=MOMENT)
    for _ in range(3):
        known = signing.sign_document(record.shared)
        verifier.verify(known)

    def verdict() -> None:
        if verifier.verify(known).verdict != "valid":
            raise AssertionError("our own record is not valid")

    return Row(
        "guildmark VC-JWT (ES256)", per_second(lambda: signing.sign_document(record.shared)), per_second(verdict)
    )


def in_one_line(document: dict[str, object]) -> bytes:
    """A signed document as a peer would write it."""
    return json.dumps(document, ensure_ascii=False).encode("utf-8")


def ours(record: Ordinary) -> Iterator[Row]:
    """Each proof: document in, signed text out; signed text in, verdict out."""
    public = record.key.public

    def rdfc_slowly() -> str:
        options = data_integrity.options(eddsa_rdfc.CRYPTOSUITE, record.key, MOMENT)
        return json.dumps(
            data_integrity.with_proof(record.document, options, record.key.sign(slow_hash(options))),
            ensure_ascii=False,
        )

    def slow_hash(options: dict[str, Any]) -> bytes:
        parts = ({**options, "@context": record.document["@context"]}, record.document)
        lines = (general_canonical(part, record.contexts) for part in parts)
        return b"".join(hashlib.sha256(line.encode("utf-8")).digest() for line in lines)

    prepared = PreparedSigner(record.key, created=MOMENT, suite=Rdfc(record.contexts), serialise=in_one_line)

    def rdfc_sign() -> bytes:
        return prepared.sign(record.shared)

    prepared_json = PreparedSigner(record.key, created=MOMENT, suite=Jcs(), serialise=in_one_line)

    def jcs_sign() -> bytes:
        return prepared_json.sign(record.shared)

    def rdfc_check(text: str) -> None:
        proof = json.loads(text)["proof"][0]
        if not data_integrity.verifies(proof, public, slow_hash(data_integrity.options_of(proof))):
            raise AssertionError("our own signature does not hold")

    def rdfc_proof(document: dict[str, Any]) -> None:
        if not eddsa_rdfc.check(document, document["proof"][0], public, contexts=record.contexts):
            raise AssertionError("our own signature does not hold")

    def alone(data: bytes) -> None:
        if verify(data, now=MOMENT).verdict != "valid":
            raise AssertionError("the record is not valid")

    badges = cycle(strangers_badges(record))

    def read_and_checked(data: bytes) -> None:
        rdfc_proof(read_object(data))

    rdfc, jcs, jwt = rdfc_slowly(), jcs_sign(), vcjwt.sign(record.document, record.key)
    verifier = Verifier(now=MOMENT)

    def verdict(data: bytes = rdfc.encode()) -> None:
        if verifier.verify(data).verdict != "valid":
            raise AssertionError("our own record is not valid")

    if rdfc_sign() != rdfc_sign() or rdfc_sign() != rdfc.encode():
        raise AssertionError("the prepared path does not give the bytes of the slow one")
    tokens = TokenSigner(record.key)
    for known in (rdfc.encode(), jcs, jwt.encode()) * 3:
        verdict(known)
    issued = per_second(rdfc_sign)
    document = json.loads(rdfc)
    yield Row("guildmark eddsa-rdfc-2022", issued, per_second(verdict))
    yield Row("the same, alone and not met before", None, per_second(lambda: alone(rdfc.encode())))
    yield Row("the same, its proof alone", None, per_second(lambda: rdfc_proof(document)))
    yield Row("strangers' badges, no two alike", None, per_second(lambda: read_and_checked(next(badges))))
    yield Row("the same, every check and sentence", None, per_second(lambda: alone(next(badges))))
    yield Row("the slow and obvious path", per_second(rdfc_slowly), per_second(lambda: rdfc_check(rdfc)))
    yield Row("guildmark eddsa-jcs-2022", per_second(jcs_sign), per_second(lambda: verdict(jcs)))
    yield Row("the same, alone and not met before", None, per_second(lambda: alone(jcs)))
    yield Row(
        "guildmark VC-JWT (EdDSA)",
        per_second(lambda: tokens.sign_document(record.shared)),
        per_second(lambda: verdict(jwt.encode())),
    )
    yield Row("the same, alone and not met before", None, per_second(lambda: alone(jwt.encode())))


def digitalbazaar(record: Ordinary) -> Row | None:
    """The peer in JavaScript, where Node and its packages are there (`make interop` installs them)."""
    node = shutil.which("node")
    if node is None or not (PEERS / "node_modules" / "@digitalbazaar" / "vc").is_dir():
        sys.stderr.write("@digitalbazaar/vc is left out: it needs Node, and `make interop` once.\n")
        return None
    addresses = [entry for entry in record.document["@context"] if isinstance(entry, str)]
    addresses += ["https://w3id.org/security/data-integrity/v2", "https://w3id.org/security/multikey/v1"]
    contexts = {address: json.loads(published_bytes(address)) for address in addresses}
    given = json.dumps({"credential": record.document, "contexts": contexts, "did": record.key.did})
    done = subprocess.run(
        [node, str(PEERS / "speed.mjs")],
        input=given,
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(done.stdout)
    return Row("@digitalbazaar/vc eddsa-rdfc-2022", said["issued"], said["verified"])


def table(rows: list[Row]) -> str:
    """The rows in Markdown, each with its share of the raw limit of the same run."""
    limit = rows[0]
    lines = ["| | issued per second | share of raw | verified per second | share of raw |", "|---|---:|---:|---:|---:|"]
    lines += [
        f"| {row.name} | {_cells(row.issued, limit.issued)} | {_cells(row.verified, limit.verified)} |" for row in rows
    ]
    return "\n".join(lines)


def _cells(often: float | None, limit: float | None) -> str:
    return " | " if often is None or limit is None else f"{often:,.0f} | {often / limit:.4f}"


def machine(on: str) -> str:
    """What it was measured on."""
    return (
        f"Measured on {datetime.now(UTC):%d %B %Y}, on {on} of {platform.machine()} {platform.system()}, "
        f"Python {platform.python_version()}, cryptography {version('cryptography')}, PyLD {version('PyLD')}."
    )


def main() -> None:
    """Measure everything in one run, or what is named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("tables", nargs="*", help="bulk, proofs, processes, profile, pages; otherwise all")
    parser.add_argument("--learners", type=int, default=LEARNERS, help="bulk: of `guildmark issue`")
    parser.add_argument("--many", type=int, default=MANY, help="bulk: of the web's job")
    asked = parser.parse_args()
    wanted = asked.tables or ["bulk", "proofs", "processes", "profile", "pages"]
    if "bulk" in wanted:
        keep("bulk", bulk_table(bulk(asked.learners, asked.many)), on="both cores")
    on_one_core()
    if "proofs" in wanted:
        record = ordinary()
        with_p256 = signed_by(SigningKey.of(derive_private_key(7, SECP256R1())), record.private)
        rows = [raw(record), raw_p256(with_p256), *ours(record), es256(with_p256)]
        peer = digitalbazaar(record)
        if peer is not None:
            rows.append(peer)
        rows += [Row(*openvc(record)), Row(*openbadgeslib(record))]
        keep("measured", table(rows))
    if "processes" in wanted:
        keep("processes", processes_table(process_ratios()))
    if "profile" in wanted:
        keep("profile", profile_table(ordinary()))
    if "pages" in wanted:
        keep("pages", pages_table(page_times()))


def keep(name: str, measured: str, on: str = "one core") -> None:
    """Prints a table, and puts it where the page has its mark."""
    result = f"{measured}\n\n{machine(on)}"
    sys.stdout.write(f"{result}\n\n")
    page = PAGE.read_text("utf-8")
    between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    PAGE.write_text(between.sub(lambda found: f"{found[1]}\n{result}\n\n{found[2]}", page), "utf-8")


if __name__ == "__main__":
    main()
