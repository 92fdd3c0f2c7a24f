"""What is prepared gives the very bytes of the slow, obvious path, for whatever a learner is called."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.ordinary import MOMENT, ordinary
from guildmark.credentials import base64url, openbadges
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.linkeddata import Contexts, canonical
from guildmark.credentials.linkeddata.canonical import general_canonical
from guildmark.credentials.prepared import Jcs, PreparedSigner, Rdfc, RecordSigner, TokenSigner
from guildmark.credentials.prepared.base64_text import Base64Text
from guildmark.credentials.prepared.places import take
from guildmark.credentials.proofs import ecdsa_rdfc, eddsa_jcs, eddsa_rdfc, vcjwt
from guildmark.credentials.record import Issuer, Learner, Record, fill
from guildmark.credentials.status import StatusEntry
from guildmark.errors import GuildmarkError
from guildmark.toolkit.design import read_design
from tests.credentials.designs import HOSTILE

ORDINARY = ordinary()
CONTEXTS = Contexts(openbadges.INLINE_CONTEXT)
NUMBERS = count(1)
ISSUER = Issuer(name="Vltava Academy of Stagecraft", country="CZ").signing_with(ORDINARY.key.did)


def serialise(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8")


def slowly(document: dict[str, Any]) -> bytes:
    return serialise(eddsa_rdfc.sign(openbadges.plain(document), ORDINARY.key, created=MOMENT, contexts=CONTEXTS))


def signer() -> PreparedSigner:
    return PreparedSigner(ORDINARY.key, created=MOMENT, suite=Rdfc(CONTEXTS), serialise=serialise)


def record(learner: Learner, **more: Any) -> Record:
    made = fill(
        ORDINARY.design,
        ISSUER,
        learner,
        valid_from=MOMENT,
        new_uuid=lambda: UUID(int=(next(NUMBERS) * 0x9E3779B97F4A7C15F39CC0605CEDC834) % 2**128),
        new_salt=lambda: f"{next(NUMBERS):032x}",
    )
    return Record(**{name: getattr(made, name) for name in made.__dataclass_fields__} | more)


PREPARED = signer()
PREPARED_JSON = PreparedSigner(ORDINARY.key, created=MOMENT, suite=Jcs(), serialise=serialise)
PREPARED_TOKEN = TokenSigner(ORDINARY.key)
WITHOUT_DOCUMENT = RecordSigner(ORDINARY.key, created=MOMENT, suite=Rdfc(CONTEXTS), serialise=serialise)
SHAPES: dict[object, object] = {}
"""One for the whole property test, as one run of issuing has one: what it kept must not spoil what follows."""

planes = st.one_of(*(st.characters(min_codepoint=plane << 16, max_codepoint=(plane << 16) + 0xFFFF,
                                   exclude_categories=("Cs",)) for plane in range(17)))  # fmt: skip
names = st.one_of(st.sampled_from(HOSTILE), st.text(planes, min_size=1, max_size=40))
identifiers = st.one_of(
    st.none(),
    names,
    st.sampled_from(
        (
            "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
            "https://people.example.org/a%20b?c=d#e",
            "urn:isbn:9780141036144",
            "urn:example:Ünïcode",
            ISSUER.id,
        )
    ),
)
learners = st.builds(
    Learner,
    name=names,
    email=st.none() | st.sampled_from(("dora@example.org", "ĐORA@EXAMPLE.ORG", "a'b@example.org")),
    identifier=identifiers,
    grade=st.none() | st.integers(0, 100),
    evidence_url=st.none() | st.sampled_from(("https://example.org/set", "http://a.example/ä", "https://ö.example/")),
)
statuses = st.none() | st.builds(StatusEntry, st.just("https://stage.example/status/1"), st.integers(0, 131_071))
ends = st.none() | st.integers(1, 4000).map(lambda days: MOMENT + timedelta(days=days))


@given(learners, statuses, ends)
@example(Learner(name="\U0001f3ad", email="\ue000@example.org"), None, None)
def test_every_learner_gets_the_same_bytes_as_on_the_slow_path(
    learner: Learner, status: StatusEntry | None, end: Any
) -> None:
    document = openbadges.write(record(learner, status=status, valid_until=end))
    assert PREPARED.sign(document) == slowly(document)
    plain = openbadges.plain(document)
    assert canonical(plain, CONTEXTS) == general_canonical(plain, CONTEXTS)


@given(learners, statuses, ends)
def test_a_record_is_signed_without_its_document_to_the_same_bytes(
    learner: Learner, status: StatusEntry | None, end: Any
) -> None:
    one = record(learner, status=status, valid_until=end)
    document = openbadges.write(one)
    taken = take(document)
    assert taken is not None
    assert openbadges.own_texts(one) == taken.values
    assert SHAPES.setdefault(openbadges.kind_of(one), taken.shape) == taken.shape
    assert WITHOUT_DOCUMENT.sign(one) == slowly(document)


def test_a_signer_that_goes_from_one_design_to_another_mixes_nothing() -> None:
    other = read_design({**ORDINARY.design.as_written(), "title": "Light"}).design
    issuer = Issuer(name="Academy", country="CZ", legal_id="CZ 123").signing_with(ORDINARY.key.did)
    signing = RecordSigner(ORDINARY.key, created=MOMENT, suite=Rdfc(CONTEXTS), serialise=serialise)
    for more in ({}, {"design": other}, {}, {"issuer": issuer}, {"design": other, "issuer": issuer}) * 2:
        for name in ("Dora", "Jana"):
            one = record(Learner(name=name, email="dora@example.org", grade=86), **more)
            assert signing.sign(one) == slowly(openbadges.write(one))


def test_a_grade_without_a_scale_is_signed_as_ever() -> None:
    ungraded = {key: value for key, value in ORDINARY.design.as_written().items() if key != "grade"}
    design = read_design(ungraded).design
    signing = RecordSigner(ORDINARY.key, created=MOMENT, suite=Rdfc(CONTEXTS), serialise=serialise)
    for name in ("Dora", "Jana", "Bob"):
        one = record(Learner(name=name, grade=86), design=design)
        assert signing.sign(one) == slowly(openbadges.write(one))


@given(learners)
def test_in_rfc_8785_too(learner: Learner) -> None:
    document = openbadges.write(record(learner))
    slow = eddsa_jcs.sign(openbadges.plain(document), ORDINARY.key, created=MOMENT)
    assert PREPARED_JSON.sign(document) == serialise(slow)
    assert PREPARED_JSON.slow < 20


@given(learners, statuses, ends)
def test_in_a_jwt_too(learner: Learner, status: StatusEntry | None, end: Any) -> None:
    document = openbadges.write(record(learner, status=status, valid_until=end))
    assert PREPARED_TOKEN.sign_document(document) == vcjwt.sign(document, ORDINARY.key).encode()
    assert PREPARED_TOKEN.slow < 40


def test_the_ordinary_record_takes_the_fast_path_to_a_jwt() -> None:
    signing = TokenSigner(ORDINARY.key)
    for name in ("Dora", "Jana", "Bob"):
        one = record(Learner(name=name, email=f"{name}@example.org", grade=86))
        assert signing.sign(one) == vcjwt.sign(openbadges.write(one), ORDINARY.key).encode()
    assert (signing.prepared, signing.slow) == (2, 1)


def test_another_issuer_or_design_is_never_taken_for_the_first() -> None:
    signing = TokenSigner(ORDINARY.key)
    document = openbadges.write(record(Learner(name="Dora", email="dora@example.org")))
    others = [document, copy.deepcopy(document), {**document, "name": "Other"}, {**document, "name": 4}]
    others[1]["credentialSubject"]["achievement"]["name"] = "Something else"
    for one in [*others, *others]:
        assert signing.sign_document(one) == vcjwt.sign(one, ORDINARY.key).encode()
    with pytest.raises(GuildmarkError):
        signing.sign_document({**document, "credentialSubject": {}})


@given(st.lists(st.tuples(st.binary(max_size=200), st.binary(max_size=5)), min_size=1, max_size=6))
def test_base64_is_the_same_at_every_alignment(parts: list[tuple[bytes, bytes]]) -> None:
    pieces, values = [piece for piece, _ in parts], [value for _, value in parts]
    whole = b"".join(piece + value for piece, value in parts)
    assert Base64Text(pieces).filled(values).decode() == base64url.encode(whole)


def test_the_ordinary_record_takes_the_fast_path() -> None:
    signing = signer()
    signing.sign(ORDINARY.document)
    signing.sign(ORDINARY.document)
    assert (signing.slow, signing.prepared) == (1, 1)


def test_a_thousand_learners_need_the_slow_path_once_for_each_shape() -> None:
    signing = RecordSigner(ORDINARY.key, created=MOMENT, suite=Rdfc(CONTEXTS), serialise=serialise)
    for number in range(1000):
        grade = number % 100 if number % 2 else None
        signing.sign(record(Learner(name=f"Learner {number}", email=f"l{number}@example.org", grade=grade)))
    assert (signing.slow, signing.prepared) == (2, 998)


def test_an_issuer_with_a_number_of_its_own_is_prepared_too() -> None:
    issuer = Issuer(name="Academy", country="CZ", legal_id="CZ 123").signing_with(ORDINARY.key.did)
    parts = openbadges.SharedParts.of(ORDINARY.design, issuer)
    signing = signer()
    for number in range(20):
        learner = record(Learner(name=f"Learner {number}", email=f"l{number}@example.org"), issuer=issuer)
        document = openbadges.write(learner, parts)
        assert signing.sign(document) == slowly(document)
    assert (signing.slow, signing.prepared) == (1, 19)


def test_blank_nodes_change_places_as_learners_change() -> None:
    places = set()
    for number in range(40):
        document = openbadges.write(record(Learner(name=f"Learner {number}", email=f"l{number}@example.org")))
        signed = PREPARED.sign(document)
        assert signed == slowly(document)
        lines = canonical(document, CONTEXTS).splitlines()
        places.add(next(line.split()[0] for line in lines if f'"Learner {number}"' in line))
    assert places == {"_:c14n0", "_:c14n1"}


def altered() -> Iterator[tuple[str, dict[str, Any]]]:
    """Documents of which some part is not what was prepared."""
    base = openbadges.plain(ORDINARY.document)

    def with_(change: Any) -> dict[str, Any]:
        made: dict[str, Any] = copy.deepcopy(base)
        change(made)
        return made

    yield "1 for true", with_(lambda d: d["credentialSubject"]["identifier"][0].__setitem__("hashed", 0))
    yield (
        "another outcome",
        with_(lambda d: d["credentialSubject"]["achievement"]["learningOutcome"][0].__setitem__("outcomeText", "x")),
    )
    yield "a float", with_(lambda d: d["credentialSubject"].__setitem__("creditsEarned", 4.0))
    yield (
        "twins",
        with_(lambda d: d["credentialSubject"]["identifier"].append(dict(d["credentialSubject"]["identifier"][0]))),
    )
    yield (
        "two of a name",
        with_(
            lambda d: d["credentialSubject"]["identifier"].append(
                d["credentialSubject"]["identifier"][0] | {"identityHash": "Somebody"}
            )
        ),
    )
    yield "the subject is the issuer", with_(lambda d: d["credentialSubject"].__setitem__("id", d["issuer"]["id"]))
    yield "another key", with_(lambda d: d.__setitem__("partner", "x"))
    yield "a number for a time", with_(lambda d: d.__setitem__("validFrom", 2026))
    yield "a compact address", with_(lambda d: d["credentialSubject"].__setitem__("id", "cred:VerifiableCredential"))
    yield "a relative address", with_(lambda d: d["credentialSubject"].__setitem__("id", "dora"))
    yield "the record's own id", with_(lambda d: d["credentialSubject"].__setitem__("id", d["id"]))
    yield (
        "a lone surrogate",
        with_(lambda d: d["credentialSubject"]["identifier"][0].__setitem__("identityHash", "\ud800")),
    )
    yield "a signed one", with_(lambda d: d.__setitem__("proof", [{"type": "DataIntegrityProof"}]))


@pytest.mark.parametrize(("name", "document"), [pytest.param(*one, id=one[0]) for one in altered()])
def test_what_differs_in_anything_else_is_signed_as_it_stands_or_refused(name: str, document: dict[str, Any]) -> None:
    signing = signer()
    signing.sign(ORDINARY.document)
    for _ in range(2):
        try:
            expected = slowly(document)
        except (GuildmarkError, UnicodeEncodeError) as refused:
            with pytest.raises(type(refused)):
                signing.sign(document)
        else:
            assert signing.sign(document) == expected


def test_a_part_that_records_share_cannot_be_changed() -> None:
    parts = openbadges.SharedParts.of(ORDINARY.design, ISSUER)
    with pytest.raises(TypeError):
        parts.achievement["name"] = "Another"
    with pytest.raises(TypeError):
        parts.achievement["learningOutcome"].append("Another")
    changed = copy.deepcopy(parts.achievement)
    changed["name"] = "Another"
    assert parts.achievement["name"] != "Another"


def test_a_p256_key_signs_the_prepared_form_too() -> None:
    key = SigningKey.of(ec.derive_private_key(7, ec.SECP256R1()))
    fast = PreparedSigner(key, created=MOMENT, suite=Rdfc(CONTEXTS), serialise=serialise)
    for name in ("Dora", "Bob", "Zoë \U0001f3ad"):
        document = openbadges.write(record(Learner(name=name, email="x@example.org")))
        slow = ecdsa_rdfc.sign(openbadges.plain(document), key, created=MOMENT, contexts=CONTEXTS)
        assert fast.sign(document) == serialise(slow)
    assert (fast.prepared, fast.slow) == (2, 1)
