"""Keys of issuers: one that was stolen signs nothing that counts, and everybody can see which were allowed when."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from guildmark.credentials.issuing import Issued
from guildmark.credentials.proofs import eddsa_jcs
from guildmark.credentials.status import status_for
from guildmark.credentials.verify import Verification, verify
from guildmark.errors import GuildmarkError
from guildmark.web.issuing import actions, selectors, tasks
from guildmark.web.issuing.actions.following import follow, learner_of
from guildmark.web.issuing.identity import signer
from guildmark.web.issuing.lives import lives_of_keys
from guildmark.web.issuing.models import DidVersion, IssuedRecord, Issuer, SigningKey, StatusList
from guildmark.web.issuing.published import did_bytes, fetch_here
from guildmark.web.issuing.status_lists import sign_anew
from guildmark.web.jobs.models import Chunk
from guildmark.web.journal.models import Entry
from tests.web.cast import World
from tests.web.issued import LEARNERS, approved, issued, issuer, work

DID_JSON = "/issuers/stage-web/did.json"
HISTORY = "/issuers/stage-web/did/"


def current(found: Issuer) -> SigningKey:
    key = selectors.current_key(found)
    assert key is not None
    return key


def page_of(key: SigningKey) -> str:
    return f"/p/stage/issuing/issuers/{key.issuer.public_id}/keys/{key.public_id}/compromised/"


def stolen(world: World, kind: str = "web", key: SigningKey | None = None) -> SigningKey:
    """The issuer's current key, or another of its keys, marked as compromised."""
    key = key or current(issuer(world, kind))
    actions.compromise_key(world.alice, key.issuer.public_id, key.public_id, reason="A laptop was stolen.")
    key.refresh_from_db()
    return key


def allowed(world: World, address: str = DID_JSON) -> list[str]:
    return [one.rpartition("#")[2] for one in world.client("eve").get(address).json()["assertionMethod"]]


def listed(world: World, address: str = DID_JSON) -> list[str]:
    return [one["publicKeyMultibase"] for one in world.client("eve").get(address).json()["verificationMethod"]]


def said(found: Verification, check: str) -> str:
    (sentence,) = (one.sentence.text("en") for one in found.checks if one.check == check)
    return sentence


def multikey(key: SigningKey) -> str:
    return key.did_key.removeprefix("did:key:")


def test_a_record_signed_with_a_stolen_key_fails_and_one_of_the_new_key_holds(world: World) -> None:
    issued(world, LEARNERS[:1], "web")
    old = IssuedRecord.objects.get()
    assert selectors.verification_of(old).verdict == "valid"
    key = stolen(world)
    found = selectors.verification_of(old)
    assert found.verdict == "invalid"
    assert found.result("proof") == "fail"
    assert f"does not allow the key did:web:guild.example:issuers:stage-web#{multikey(key)}" in said(found, "proof")
    assert (multikey(key) in listed(world), multikey(key) in allowed(world)) == (True, False)
    assert allowed(world) == [multikey(current(issuer(world, "web")))]
    issued(world, LEARNERS, "web")
    assert {selectors.verification_of(one).verdict for one in IssuedRecord.objects.exclude(pk=old.pk)} == {"valid"}


def test_a_key_that_was_retired_before_can_be_taken_out_and_the_current_one_goes_on(world: World) -> None:
    issued(world, LEARNERS[:1], "web")
    found = issuer(world, "web")
    first = current(found)
    second = actions.rotate_key(world.alice, found.public_id, old=first.public_id)
    issued(world, LEARNERS, "web")
    stolen(world, key=first)
    assert current(found) == second
    verdicts = [selectors.verification_of(one).verdict for one in IssuedRecord.objects.order_by("id")]
    assert verdicts == ["invalid", "valid", "valid"]


def test_a_stolen_keys_record_is_issued_anew_and_still_says_what_replaced_it(world: World) -> None:
    issued(world, LEARNERS[:1], "web")
    old = IssuedRecord.objects.get()
    stolen(world)
    new = follow(world.alice, old.public_id, learner_of(old), renew=False)
    assert selectors.verification_of(new).verdict == "valid"
    # Stolen once more: the lists that the second key signed for the first are signed by the third.
    stolen(world)
    old.refresh_from_db()
    assert new.record_id in said(selectors.verification_of(old), "status")


def test_lists_and_pages_of_records_do_not_call_one_of_a_stolen_key_good(world: World) -> None:
    for kind in ("web", "key"):
        issued(world, LEARNERS[:1], kind)
    stolen(world, "web")
    stolen(world, "key")
    bob = world.client("bob")
    for kind, told in (("web", True), ("key", False)):
        record = IssuedRecord.objects.get(issuance__issuer=issuer(world, kind))
        of = f"/p/stage/issuing/issuances/{record.issuance.public_id}/"
        for address in (of, f"/p/stage/issuing/records/{record.public_id}/"):
            assert ("Invalid: its key is compromised" in bob.get(address).content.decode()) is told
    assert bob.get("/p/stage/issuing/records/").content.decode().count("Invalid: its key is compromised") == 1


def test_learners_who_still_wait_get_records_of_the_new_key(world: World) -> None:
    actions.issue(world.alice, approved(world), issuer(world, "web"), LEARNERS)
    key = stolen(world)
    work()
    assert {selectors.verification_of(one).verdict for one in IssuedRecord.objects.all()} == {"valid"}
    assert not IssuedRecord.objects.filter(selectors.signed_with(key.public_id)).exists()


def test_a_key_that_is_stolen_while_it_signs_signs_nothing_that_is_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.issue(world.alice, approved(world), issuer(world, "web"), LEARNERS)
    sign = tasks.issue

    def meanwhile(*given: Any, **more: Any) -> list[Issued]:
        done = list(sign(*given, **more))
        stolen(world)
        return done

    monkeypatch.setattr(tasks, "issue", meanwhile)
    work()
    chunk = Chunk.objects.get()
    assert (chunk.done_at, "the key was compromised" in chunk.fault) == (None, True)
    assert not IssuedRecord.objects.exists()
    # The chunk was undone together with what happened in the midst of it: here that is on the same connection.
    monkeypatch.undo()
    stolen(world)
    Chunk.objects.update(leased_until=None)
    work()
    assert [selectors.verification_of(one).verdict for one in IssuedRecord.objects.all()] == ["valid"] * 3


def test_a_list_that_was_read_before_its_key_was_stolen_is_not_signed_with_it(world: World) -> None:
    issued(world, LEARNERS[:1], "web")
    found = StatusList.objects.select_related("issuer", "signing_key__issuer").get()
    stolen(world)
    sign_anew(found)
    assert selectors.verification_of(IssuedRecord.objects.get()).result("status") == "pass"


def test_the_list_as_a_file_says_which_records_are_of_a_stolen_key(world: World) -> None:
    for kind in ("web", "key"):
        issued(world, LEARNERS[:1], kind)
        stolen(world, kind)
    issued(world, LEARNERS[1:2], "web")
    client = world.client("bob")
    told = {}
    for name, records in (("all", "/p/stage/issuing/records/"), ("web", _page_of_first(world))):
        text = client.get(f"{records}?format=csv").content.decode("utf-8-sig")
        told[name] = [(row["status"], row["key_compromised"]) for row in csv.DictReader(io.StringIO(text))]
    assert told == {"all": [("active", "yes"), ("active", ""), ("active", "")], "web": [("active", "yes")]}


def _page_of_first(world: World) -> str:
    first = IssuedRecord.objects.filter(issuance__issuer=issuer(world, "web")).order_by("id")[0]
    return f"/p/stage/issuing/issuances/{first.issuance.public_id}/"


def test_under_did_key_nothing_is_taken_back_and_records_can_still_be_revoked(world: World) -> None:
    issued(world)
    first, second = IssuedRecord.objects.all()[:2]
    key = current(issuer(world))
    page = world.client("alice").get(page_of(key)).content.decode()
    assert "A key under did:key cannot be taken back." in page
    assert "Revoke the records of yours that should not stand." in page
    stolen(world, "key")
    assert current(issuer(world)) != key
    assert selectors.verification_of(first).verdict == "valid"
    actions.set_state(world.alice, [first.public_id], status_for("revoked", "error"), "The key was stolen.")
    assert selectors.verification_of(first).verdict == "invalid"
    assert selectors.verification_of(second).verdict == "valid"
    assert not DidVersion.objects.exists()
    for address in ("did.json", "did/", "did/1.json"):
        assert world.client("eve").get(f"/issuers/stage-key/{address}").status_code == 404


def test_it_is_said_what_it_means_then_checked_then_done_for_good(world: World) -> None:
    issued(world, kind="web")
    key = current(issuer(world, "web"))
    client = world.client("alice")
    asked = client.get(page_of(key)).content.decode()
    assert "3 records were signed with this key, and will fail." in asked
    assert "A new key is made in the same step" in asked
    assert "This cannot be undone." in asked
    assert client.post(page_of(key), {"reason": " "}).status_code == 422
    tomorrow = timezone.localdate() + timedelta(days=1)
    late = client.post(page_of(key), {"reason": "Stolen.", "since": tomorrow.isoformat()})
    assert (late.status_code, "This day is still to come." in late.content.decode()) == (422, True)
    given = {"reason": "Stolen <from> a desk.", "since": "2026-01-02"}
    shown = client.post(page_of(key), given).content.decode()
    assert "Check your answers" in shown
    assert "Stolen &lt;from&gt; a desk." in shown
    assert "2 January 2026" in shown
    again = client.post(page_of(key), given | {"change": "1"}).content.decode()
    assert "Stolen &lt;from&gt; a desk.</textarea>" in again
    assert allowed(world) == [multikey(key)]
    done = client.post(page_of(key), given | {"confirmed": "1"}, follow=True).content.decode()
    assert "The key is marked as compromised" in done
    assert "Stolen &lt;from&gt; a desk." in done
    assert "2 January 2026" in done
    twice = client.post(page_of(key), given | {"confirmed": "1", "reason": "Another."})
    assert twice["Location"] == f"/p/stage/issuing/issuers/{key.issuer.public_id}/"
    assert Entry.objects.filter(verb="issuing.key.compromised").count() == 1
    assert issuer(world, "web").keys.count() == 2


def test_with_another_passphrase_after_the_old_one_was_stolen_too(world: World, settings: Any) -> None:
    settings.KEY_PASSPHRASE = "the one that was stolen"
    issued(world, LEARNERS[:1], "web")
    old = IssuedRecord.objects.get()
    settings.KEY_PASSPHRASE = "another one"
    stolen(world)
    found = selectors.verification_of(old)
    assert (found.result("proof"), found.result("status")) == ("fail", "pass")
    issued(world, LEARNERS[1:], "web")
    assert {selectors.verification_of(one).verdict for one in IssuedRecord.objects.exclude(pk=old.pk)} == {"valid"}


def test_asked_twice_it_is_done_once(world: World) -> None:
    key = stolen(world)
    when = key.compromised_at
    assert stolen(world, key=key).compromised_at == when
    assert (SigningKey.objects.count(), DidVersion.objects.count()) == (2, 2)


def test_without_a_reason_or_with_a_day_to_come_nothing_happens(world: World) -> None:
    key = current(issuer(world, "web"))
    for reason, since in ((" ", None), ("Stolen.", timezone.localdate() + timedelta(days=1))):
        with pytest.raises(GuildmarkError):
            actions.compromise_key(world.alice, key.issuer.public_id, key.public_id, reason=reason, since=since)
    key.refresh_from_db()
    assert (key.compromised_at, DidVersion.objects.count()) == (None, 1)
    assert not Entry.objects.filter(verb="issuing.key.compromised").exists()


def test_only_who_may_manage_the_issuer_can_say_it(world: World) -> None:
    key = current(issuer(world, "web"))
    given = {"reason": "Stolen.", "confirmed": "1"}
    answers = {"bob": 403, "assessor": 403, "viewer": 403, "charlie": 404, "dora": 404, "eve": 302}
    for who, status in answers.items():
        assert world.client(who).get(page_of(key)).status_code == status
        assert world.client(who).post(page_of(key), given).status_code == status
    assert (
        page_of(key)
        not in world.client("bob").get(f"/p/stage/issuing/issuers/{key.issuer.public_id}/").content.decode()
    )
    theirs = actions.create_issuer(
        world.charlie, "crafts-web", {"name": "C", "country": "CZ"}, identity="did:web", origin="https://guild.example"
    )
    elsewhere = page_of(current(theirs)).replace(theirs.public_id, issuer(world, "web").public_id)
    assert world.client("alice").post(elsewhere, given).status_code == 404
    assert not SigningKey.objects.exclude(compromised_at=None).exists()


def test_every_version_that_was_published_stays_at_its_address(world: World) -> None:
    found = issuer(world, "web")
    eve = world.client("eve")
    was = [eve.get(DID_JSON).content]
    first = current(found)
    actions.rotate_key(world.alice, found.public_id, old=first.public_id)
    was.append(eve.get(DID_JSON).content)
    stolen(world, key=first)
    was.append(eve.get(DID_JSON).content)
    index = eve.get(HISTORY)
    assert index["Content-Type"] == "application/json"
    assert index.json()["id"] == "did:web:guild.example:issuers:stage-web"
    versions = index.json()["versions"]
    assert [one["versionId"] for one in versions] == ["1", "2", "3"]
    assert [one["updated"] for one in versions] == sorted(one["updated"] for one in versions)
    paths = [one["address"].removeprefix("https://guild.example") for one in versions]
    answers = [eve.get(path) for path in paths]
    assert [answer.content for answer in answers] == was
    assert {answer["Content-Type"] for answer in answers} == {"application/did+json"}
    assert all("immutable" in answer["Cache-Control"] and not answer.cookies for answer in answers)
    again = eve.get(paths[0], headers={"If-None-Match": answers[0]["ETag"]})
    assert again.status_code == 304
    assert eve.get(f"{HISTORY}4.json").status_code == 404
    assert [multikey(first) in allowed(world, path) for path in paths] == [True, True, False]


def test_caches_learn_at_once_that_the_document_is_another(world: World) -> None:
    issuer(world, "web")
    eve = world.client("eve")
    before = eve.get(DID_JSON)
    stolen(world)
    after = eve.get(DID_JSON, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]
    assert set(after.json()) == set(before.json()) == {"@context", "id", "verificationMethod", "assertionMethod"}


def test_what_changes_no_key_publishes_no_version_and_none_is_ever_changed(world: World) -> None:
    found = issuer(world, "web")
    actions.save_issuer(world.alice, found.public_id, {"name": "The Stage", "country": "CZ"}, version=1)
    version = DidVersion.objects.get()
    with pytest.raises(TypeError):
        version.save()


def test_the_page_says_when_and_by_whom_each_key_was_made_retired_and_taken_out(world: World) -> None:
    issued(world, LEARNERS[:1], "web")
    first = stolen(world)
    newest, oldest = lives_of_keys(issuer(world, "web"))
    assert (oldest.key, oldest.records, oldest.reason, oldest.since) == (first, 1, "A laptop was stolen.", None)
    for entry in (oldest.made, oldest.retired, oldest.compromised, newest.made):
        assert entry is not None
        assert entry.person == world.people["alice"]
    assert (newest.records, newest.retired, newest.compromised) == (0, None, None)
    address = f"/p/stage/issuing/issuers/{first.issuer.public_id}/"
    page = world.client("bob").get(address).content.decode()
    for shown in (first.did_key, "A laptop was stolen.", "Alice", HISTORY, f"{HISTORY}1.json", f"{HISTORY}2.json"):
        assert shown in page
    records = world.client("bob").get(f"/p/stage/issuing/records/?key={first.public_id}").content.decode()
    assert "Dora Nováková" in records
    assert (
        "Dora" not in world.client("bob").get(f"/p/stage/issuing/records/?key={newest.key.public_id}").content.decode()
    )


def test_a_thief_who_signs_with_an_old_date_is_refused_too(world: World) -> None:
    issued(world, LEARNERS[:1], "web")
    key = current(issuer(world, "web"))
    document = json.loads(selectors.signed_bytes(IssuedRecord.objects.get()))
    document = {name: value for name, value in document.items() if name not in {"proof", "credentialStatus"}}
    forged = eddsa_jcs.sign(document, signer(key), created=key.made_at)
    assert verify(json.dumps(forged).encode(), now=timezone.now(), fetch=fetch_here()).verdict == "valid"
    stolen(world)
    assert verify(json.dumps(forged).encode(), now=timezone.now(), fetch=fetch_here()).verdict == "invalid"


def test_issuers_of_before_have_every_version_that_was_published(world: World) -> None:
    found = issuer(world, "web")
    issuer(world)
    first = current(found)
    second = actions.rotate_key(world.alice, found.public_id, old=first.public_id)
    published = [(one.number, bytes(one.document)) for one in DidVersion.objects.all()]
    DidVersion.objects.all().delete()
    import_module("guildmark.web.issuing.migrations.0006_keys_compromised").first_versions(apps, None)
    made = DidVersion.objects.order_by("number")
    assert [(one.number, bytes(one.document)) for one in made] == sorted(published)
    assert bytes(made[1].document) == did_bytes(found)
    assert [one.at for one in made] == [first.made_at, second.made_at]
