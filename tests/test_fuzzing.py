"""What strangers may hand in is tried out: a bounded run of the fuzzer, and that the fuzzer looks where it should."""

from __future__ import annotations

import contextlib

import pytest

from guildmark.credentials.verify import Verification, verify
from guildmark.errors import GuildmarkError
from tests.credentials.signed import NOW
from tools.fuzz.beginnings import beginnings
from tools.fuzz.changing import chance, change, changed_bytes, read, written
from tools.fuzz.pages import pages
from tools.fuzz.running import LEARNT, Input, Run
from tools.fuzz.signing import changed_at_its_places, changed_meaning
from tools.fuzz.trying import Batches
from tools.fuzz.web import Web

SEED = 2026
INPUTS = 300


def test_a_bounded_run_breaks_nothing_and_reaches_every_kind_and_the_templates() -> None:
    report = Run(SEED).steps(lambda tried: tried < INPUTS)
    assert [(bytes(broken.input)[:80], broken.trace) for broken in report.broken] == []
    assert set(report.answers) == set(beginnings())
    answers = {answer for counted in report.answers.values() for answer in counted}
    assert answers == {"valid", "invalid", "undetermined", "refused"}
    assert {kind for kind in ("ob3", "jcs", "jwt") if report.recognised[kind]} == {"ob3", "jcs", "jwt"}


def test_a_seed_tries_the_same_again() -> None:
    runs = Run(7), Run(7)
    first, second = (run.steps(lambda tried: tried < 30) for run in runs)
    assert first == second


def test_the_corpus_begins_with_good_records_of_each_kind() -> None:
    web = Web(0)
    good = {
        kind: {verify(data, now=NOW, fetch=web.fetch).verdict for data in records}
        for kind, records in beginnings().items()
        if kind != "presentation"
    }
    # A stranger's type, whose words are not known, and a certificate that ties the key to nobody.
    open_ones = {"sd-jwt-https", "elm-x5c"}
    assert good == {kind: {"undetermined" if kind in open_ones else "valid"} for kind in good}
    (presentation,) = beginnings()["presentation"]
    assert Batches(web).tried("presentation", presentation).answer == "valid"


@pytest.mark.parametrize("kind", sorted(LEARNT))
def test_a_record_of_another_learner_is_answered_from_the_template(kind: str) -> None:
    batches, data = Batches(Web(0)), beginnings()[kind][0]
    tried = [batches.tried(kind, changed_at_its_places(data, chance(kind, number))) for number in range(20)]
    assert [one for one in tried if one.recognised and one.answer == "valid"]


@pytest.mark.parametrize(
    ("kind", "formats"),
    [
        ("ob3", {"ob3", "ob3-jcs", "ob3-jwt"}),
        ("jwt", {"ob3-jwt"}),
        ("sd-jwt", {"sd-jwt"}),
        ("elm", {"elm"}),
        ("signed", {"ob2"}),
    ],
)
def test_what_is_changed_is_signed_again(kind: str, formats: set[str]) -> None:
    data = beginnings()[kind][0]
    changed = [changed_meaning(data, chance(kind, number)) for number in range(40)]
    signed = set()
    for one in changed:
        with contextlib.suppress(GuildmarkError):
            found = verify(one, now=NOW, fetch=Web(0).fetch)
            if one != data and found.result("proof") == "pass":
                signed.add(found.format)
    assert signed >= formats


def test_what_is_changed_and_not_signed_again_says_what_was_signed() -> None:
    signed = {kind: records for kind, records in beginnings().items() if kind != "presentation"}
    said = [dict(record(data).record) for records in signed.values() for data in records]
    choose, passed = chance("unsigned"), 0
    for _ in range(400):
        data = choose.choice(signed[choose.choice(list(signed))])
        document = read(data)
        if document is None or choose.random() < 0.2:
            data = changed_bytes(data, choose)
        else:
            change(document, choose)
            data = written(document, choose)
        with contextlib.suppress(GuildmarkError):
            found = record(data)
            if found.result("proof") == "pass" and found.record:
                passed += 1
                assert dict(found.record) in said
    assert passed > 10


def record(data: bytes) -> Verification:
    return verify(data, now=NOW, fetch=Web(0).fetch)


@pytest.mark.parametrize("address", list(pages()))
def test_what_stands_on_the_web_is_changed_too(address: str) -> None:
    assert Web(0).fetch(address) == pages()[address]
    answers = set()
    for number in range(1, 30):
        try:
            answers.add(Web(number).fetch(address))
        except GuildmarkError as error:
            answers.add(error.faults[0].code.encode())
    assert len(answers) > 5


def test_what_breaks_is_found_and_can_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_data: object, **_more: object) -> None:
        raise KeyError("proof")

    monkeypatch.setattr("tools.fuzz.trying.verify", broken)
    run = Run(1)
    found = run.step()
    assert found is not None
    assert "KeyError" in found.trace
    assert run.report.broken == [found]
    assert Input.read(bytes(found.input)) == found.input
