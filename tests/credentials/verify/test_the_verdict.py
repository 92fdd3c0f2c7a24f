"""What verification answers about good, changed, foreign and expired records."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from guildmark.credentials.baking import bake_png, bake_svg
from guildmark.credentials.verify import TrustList, Verification, read_trust, verify
from guildmark.errors import GuildmarkError
from guildmark.words import LANGUAGES
from tests.credentials import signed
from tests.credentials.baking.pictures import SVG, png
from tests.credentials.changed import every_change
from tests.credentials.signed import KEY, NOW, STRANGERS_KEY, as_bytes, ob3, ob3_jcs, ob3_jwt

FORMATS = [("ob3", ob3), ("ob3-jcs", ob3_jcs), ("ob3-jwt", ob3_jwt)]


def verified(document: Any, **settings: Any) -> Verification:
    data = document if isinstance(document, bytes) else as_bytes(document)
    return verify(data, **{"now": NOW, **settings})


def results(verification: Verification) -> dict[str, str]:
    return {check.check: check.result for check in verification.checks}


@pytest.mark.parametrize(("name", "sign"), FORMATS)
@pytest.mark.parametrize("record", [signed.full, signed.example, signed.small])
def test_our_records_are_valid(name: str, sign: Any, record: Any) -> None:
    found = verified(sign(record()))
    assert found.verdict == "valid"
    assert found.format == name
    assert results(found) == {
        "parse": "pass",
        "schema": "pass",
        "context": "pass",
        "proof": "pass",
        "issuer": "pass",
        "validity": "pass",
        "status": "pass",
        "trust": "not_checked",
    }


@pytest.mark.parametrize(("name", "sign"), FORMATS)
def test_a_record_in_a_picture_is_the_same_record(name: str, sign: Any) -> None:
    text = as_bytes(sign(signed.full())).decode()
    for picture in (bake_png(png(), text), bake_svg(SVG, text)):
        found = verified(picture)
        assert (found.verdict, found.format) == ("valid", name)
        assert found.record == verified(text.encode()).record


def test_completeness_is_reported_and_is_no_check() -> None:
    everything, hardly_anything = verified(ob3(signed.full())), verified(ob3(signed.small()))
    assert everything.elements["mandatory"]["missing"] == []
    assert len(everything.elements["mandatory"]["present"]) == 11
    assert hardly_anything.verdict == "valid"
    assert "workload" in hardly_anything.elements["mandatory"]["missing"]


@pytest.mark.parametrize(("_name", "sign"), FORMATS[:2])
def test_a_record_with_any_one_value_changed_is_not_valid(_name: str, sign: Any) -> None:
    # Every change of a small record, every 23rd of a full one; tests/interop makes them all.
    changes = [*every_change(sign(signed.small())), *every_change(sign(signed.full()), every=23)]
    assert len(changes) > 60
    assert [(path, other) for path, other, changed in changes if verified(changed).verdict == "valid"] == []


def test_one_changed_byte_of_a_jwt_is_not_valid() -> None:
    token = ob3_jwt(signed.small())
    for position in range(0, len(token) - 1, 41):
        other = "A" if token[position] != "A" else "B"
        changed = f"{token[:position]}{other}{token[position + 1 :]}"
        try:
            assert verified(changed).verdict != "valid"
        except GuildmarkError as error:
            assert error.faults  # noqa: PT017  # either answer is right: unreadable, or not valid


def test_one_changed_byte_of_a_file_is_not_valid() -> None:
    data = as_bytes(ob3(signed.small()))
    start = data.index(b'"id"')
    for position in range(start, len(data), 37):
        changed = data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :]
        try:
            assert verified(changed).verdict != "valid"
        except GuildmarkError as error:
            assert error.faults  # noqa: PT017  # either answer is right: unreadable, or not valid


@pytest.mark.parametrize(("_name", "sign"), FORMATS)
def test_a_record_that_a_stranger_signed_again_is_not_the_issuers(_name: str, sign: Any) -> None:
    found = verified(sign(signed.full(), STRANGERS_KEY))
    assert (found.verdict, found.result("proof"), found.result("issuer")) == ("invalid", "pass", "fail")


def test_only_a_good_signature_says_that_the_issuer_made_the_record() -> None:
    good, forged = signed.ob3(signed.small()), signed.ob3(signed.small(), STRANGERS_KEY.under(KEY.did))
    forged["proof"][0]["verificationMethod"] = KEY.kid
    told = [
        next(check for check in verify(signed.as_bytes(record), now=NOW).checks if check.check == "issuer")
        for record in (good, forged)
    ]
    assert [check.result for check in told] == ["pass", "pass"]
    assert told[0].sentence.text("en").startswith("The key belongs to the issuer")
    assert told[1].sentence.text("en").endswith("only a good signature is theirs.")


def test_an_unsigned_record_is_invalid() -> None:
    found = verified(signed.full())
    assert (found.verdict, found.result("proof"), found.result("issuer")) == ("invalid", "fail", "not_checked")


@pytest.mark.parametrize(("_name", "sign"), FORMATS)
def test_an_expired_record_is_invalid(_name: str, sign: Any) -> None:
    found = verified(sign(signed.full()), now=datetime(2030, 1, 1, tzinfo=UTC))
    assert (found.verdict, found.result("validity")) == ("invalid", "fail")
    assert "expired" in str(next(c.sentence for c in found.checks if c.check == "validity"))


def test_a_record_that_has_not_begun_is_invalid() -> None:
    found = verified(ob3(signed.full()), now=NOW - timedelta(days=1))
    assert (found.verdict, found.result("validity")) == ("invalid", "fail")


def test_a_record_that_ends_before_it_begins_is_invalid() -> None:
    record = {**signed.small(), "validUntil": "2020-01-01T00:00:00Z"}
    assert verified(ob3(record)).result("validity") == "fail"


@pytest.mark.parametrize("time", ["2026-11-23", "2026-11-23T12:00:00", "yesterday", 4, "2026-13-01T00:00:00Z", ["x"]])
def test_a_time_that_is_none_fails(time: Any) -> None:
    found = verified(ob3_jcs({**signed.small(), "validUntil": time}))
    assert (found.result("validity"), found.result("schema")) == ("fail", "fail")


def test_an_undefined_term_fails_the_context_and_is_never_dropped() -> None:
    found = verified(ob3_jcs({**signed.full(), "grade": "1"}))
    assert (found.verdict, found.result("context"), found.result("proof")) == ("invalid", "fail", "pass")
    assert verified({**ob3(signed.full()), "grade": "1"}).result("proof") == "fail"


def test_a_term_of_ours_fails_where_our_context_is_left_out() -> None:
    record = signed.full()
    found = verified(ob3_jcs({**record, "@context": record["@context"][:2]}))
    assert (found.verdict, found.result("context")) == ("invalid", "fail")


def test_an_unknown_context_leaves_the_verdict_open() -> None:
    record = signed.full()
    found = verified(ob3_jcs({**record, "@context": [*record["@context"], "https://example.org/context"]}))
    assert (found.verdict, found.result("context"), found.result("proof")) == ("undetermined", "not_checked", "pass")


def test_an_inline_context_other_than_ours_is_not_ours() -> None:
    record = ob3(signed.full())
    published = record["@context"][:2]
    for other in ({**record["@context"][2], "more": "urn:more"}, {}, {"@vocab": "urn:any:"}):
        found = verified({**record, "@context": [*published, other]})
        assert (found.verdict, found.result("context"), found.result("proof")) == (
            "undetermined",
            "not_checked",
            "not_checked",
        )


def test_a_did_web_offline_leaves_the_verdict_open_and_online_decides_it() -> None:
    from guildmark.credentials.dids import web_document

    did = "did:web:academy.example.org"
    record = signed.full()
    record["issuer"]["id"] = did
    document = as_bytes(web_document(did, {KEY.public.multikey: KEY.public}))
    other = as_bytes(web_document(did, {STRANGERS_KEY.public.multikey: STRANGERS_KEY.public}))
    data = ob3(record, KEY.under(did))
    offline = verified(data)
    assert (offline.verdict, offline.result("proof"), offline.result("issuer")) == (
        "undetermined",
        "not_checked",
        "not_checked",
    )
    asked = []
    assert verified(data, fetch=lambda url: asked.append(url) or document).verdict == "valid"
    assert asked == ["https://academy.example.org/.well-known/did.json"]
    assert verified(data, fetch=lambda _url: other).verdict == "invalid"


def test_a_record_with_a_status_is_told_from_one_without() -> None:
    status = {"id": "https://issuer.example/revoked", "type": "1EdTechRevocationList"}
    record = {**signed.small(), "credentialStatus": status}
    assert verified(ob3_jcs(record)).result("status") == "not_checked"
    without = verified(ob3_jcs(signed.small()))
    assert "cannot be revoked" in str(next(c.sentence for c in without.checks if c.check == "status"))


def test_trust_is_the_readers_own() -> None:
    record = ob3(signed.small())
    trusted, other = TrustList({KEY.did: "Vltava Academy"}), TrustList({STRANGERS_KEY.did: "Another"})
    assert verified(record, trust=trusted).result("trust") == "pass"
    assert verified(record, trust=other).verdict == "invalid"


def test_a_trust_file_is_read_with_every_fault() -> None:
    assert read_trust(b'{"issuers": [{"id": "did:key:z6Mk", "name": "A"}]}').issuers == {"did:key:z6Mk": "A"}
    with pytest.raises(GuildmarkError) as error:
        read_trust(b'{"issuers": [{"name": "A"}, 4, {"id": "did:x:y"}]}')
    assert [fault.place.path for fault in error.value.faults] == ["/issuers/0/id", "/issuers/1/id"]
    with pytest.raises(GuildmarkError):
        read_trust(b"{}")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_sentence_is_said_in_every_language(language: str) -> None:
    record, stranger = signed.full(), STRANGERS_KEY
    later, earlier = datetime(2099, 1, 1, tzinfo=UTC), NOW - timedelta(hours=3)
    found = [
        verified(ob3(record)),
        verified(ob3_jwt(record), now=later),
        verified(ob3_jwt(record), now=earlier),
        verified(ob3(record, stranger), trust=TrustList({KEY.did: "A"})),
        verified({**ob3(record), "grade": "1"}),
        verified({**record, "validFrom": "yesterday"}),
        verified(ob3_jcs({**record, "@context": [*record["@context"], "https://example.org/context"]})),
    ]
    results = {check.result for one in found for check in one.checks}
    assert results == {"pass", "fail", "not_checked"}
    for one in found:
        said, english = one.as_json(language), one.as_json("en")
        assert set(said) == {"verdict", "valid", "format", "checks", "elements", "record"}
        for check, translated, original in zip(one.checks, said["checks"], english["checks"], strict=True):
            assert set(translated) == {"check", "result", "detail"}
            assert translated["detail"]
            assert translated["detail"] != original["detail"] or not has_words(check.sentence.template)


def has_words(template: str) -> bool:
    """Whether a sentence says more than names."""
    return any(letter.isalpha() for letter in re.sub(r"\{\w+\}", "", template))


def test_a_time_without_a_zone_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="time zone"):
        verified(signed.small(), now=NOW.replace(tzinfo=None))
