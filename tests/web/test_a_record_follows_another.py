"""A record is corrected or renewed: the learner gets another one, and the old one says which."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from guildmark.credentials.status import STATUSES
from guildmark.errors import GuildmarkError
from guildmark.web.accounts.models import Person
from guildmark.web.issuing import actions, selectors
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.issuing.published import fetch_here
from guildmark.web.journal.models import Entry
from tests.web.cast import World
from tests.web.issued import LEARNERS, issued, work

pytestmark = pytest.mark.django_db


def _dora(world: World) -> IssuedRecord:
    issued(world, kind="web")
    found = selectors.records(world.alice).get(learner_email="dora@example.org")
    return selectors.record(world.alice, found.public_id)


def _status(record: IssuedRecord) -> tuple[str, str]:
    checked = selectors.verification_of(IssuedRecord.objects.get(pk=record.pk), fetch_here())
    (status,) = [check for check in checked.checks if check.check == "status"]
    return status.result, status.sentence.text("en")


def test_a_correction_takes_the_place_of_the_old_record(world: World) -> None:
    old = _dora(world)
    better = replace(actions.learner_of(old), name="Theodora Nováková")
    new = actions.follow(world.alice, old.public_id, better, renew=False)
    assert _status(old) == ("fail", f"The issuer has revoked the record: {new.record_id} replaces it.")
    assert _status(new)[0] == "pass"
    assert selectors.verification_of(IssuedRecord.objects.get(pk=new.pk), fetch_here()).verdict == "valid"
    assert Entry.objects.filter(verb="issuing.record.replaced", object_id=old.public_id).count() == 1


def test_a_renewal_leaves_the_old_record_in_force(world: World) -> None:
    old = _dora(world)
    new = actions.follow(world.alice, old.public_id, actions.learner_of(old), renew=True)
    assert _status(old) == ("pass", f"The record stands; the issuer has renewed it as {new.record_id}.")


def test_asked_for_twice_there_is_one(world: World) -> None:
    old = _dora(world)
    first = actions.follow(world.alice, old.public_id, actions.learner_of(old), renew=False)
    second = actions.follow(world.alice, old.public_id, actions.learner_of(old), renew=False)
    assert first.pk == second.pk
    assert IssuedRecord.objects.count() == len(LEARNERS) + 1


def test_nobody_is_issued_to_again_by_the_old_list(world: World) -> None:
    old = _dora(world)
    actions.follow(world.alice, old.public_id, actions.learner_of(old), renew=False)
    with pytest.raises(GuildmarkError) as raised:
        issued(world, LEARNERS, kind="web")
    assert raised.value.faults[0].code == "issuing.nobody"


def test_who_holds_the_old_one_holds_the_new_one_at_once(world: World, mailoutbox: list[object]) -> None:
    old = _dora(world)
    dora = Person.objects.get(email="dora@example.org")
    IssuedRecord.objects.filter(pk=old.pk).update(holder=dora)
    sent = len(mailoutbox)
    new = actions.follow(world.alice, old.public_id, actions.learner_of(old), renew=False)
    work()
    assert IssuedRecord.objects.get(pk=new.pk).holder == dora
    assert len(mailoutbox) == sent


def test_who_has_not_claimed_gets_a_new_link(world: World, mailoutbox: list[object]) -> None:
    old = _dora(world)
    sent = len(mailoutbox)
    actions.follow(world.alice, old.public_id, actions.learner_of(old), renew=False)
    work()
    assert len(mailoutbox) == sent + 1


def test_the_page_says_what_is_wrong_and_keeps_what_was_typed(world: World, client: Client) -> None:
    old = _dora(world)
    client.force_login(world.alice.person)
    address = reverse("issuing:follow", args=["stage", old.public_id])
    assert b"Dora Nov" in client.get(address).content
    said = client.post(address, {"kind": "correct", "name": "Theodora", "email": "no address"})
    assert said.status_code == 422
    assert "“no address” is not an e-mail address" in said.content.decode()
    assert b"Theodora" in said.content
    done = client.post(address, {"kind": "correct", "name": "Theodora", "email": "dora@example.org"})
    assert done.status_code == 302
    page = client.get(reverse("issuing:record", args=["stage", old.public_id])).content.decode()
    assert "Followed by" in page
    assert client.get(address).status_code == 302


def _set(world: World, record: IssuedRecord, key: str) -> None:
    (status,) = [one for one in STATUSES if one.key == key]
    actions.set_state(world.alice, [record.public_id], status, "The board has met.")


@pytest.mark.parametrize("key", [status.key for status in STATUSES if status.state != "active"])
def test_a_record_that_is_not_in_force_is_not_renewed(world: World, key: str) -> None:
    old = _dora(world)
    _set(world, old, key)
    with pytest.raises(GuildmarkError) as raised:
        actions.follow(world.alice, old.public_id, actions.learner_of(old), renew=True)
    assert [fault.code for fault in raised.value.faults] == ["issuing.not_in_force"]
    assert IssuedRecord.objects.count() == len(LEARNERS)


@pytest.mark.parametrize("key", ["revoked", "revoked-withdrawn", "suspended-review", "suspended-requested"])
def test_a_correction_brings_back_neither_a_withdrawn_award_nor_a_suspended_one(
    world: World, client: Client, key: str
) -> None:
    old = _dora(world)
    _set(world, old, key)
    client.force_login(world.alice.person)
    address = reverse("issuing:follow", args=["stage", old.public_id])
    said = client.post(address, {"kind": "correct", "name": "Theodora", "email": "dora@example.org"})
    assert said.status_code == 422
    assert "no other one follows it" in said.content.decode()
    assert IssuedRecord.objects.count() == len(LEARNERS)


def test_what_was_issued_in_error_is_corrected_and_keeps_its_reason(world: World) -> None:
    old = _dora(world)
    _set(world, old, "revoked-error")
    better = replace(actions.learner_of(old), name="Theodora Nováková")
    new = actions.follow(world.alice, old.public_id, better, renew=False)
    assert _status(old) == (
        "fail",
        f"The issuer has revoked the record: it was issued in error. {new.record_id} follows it.",
    )
    assert _status(new)[0] == "pass"


def test_a_record_that_was_renewed_and_withdrawn_since_points_to_no_other(world: World) -> None:
    old = _dora(world)
    actions.follow(world.alice, old.public_id, actions.learner_of(old), renew=True)
    _set(world, old, "revoked-withdrawn")
    assert _status(old) == ("fail", "The issuer has revoked the record: the award was withdrawn.")
