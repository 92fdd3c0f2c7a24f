"""Issuing: one record a learner whatever is pressed, keys that a stolen database does not open."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from guildmark.credentials.prepared import RecordSigner
from guildmark.credentials.record import Learner
from guildmark.credentials.status import status_for
from guildmark.errors import GuildmarkError
from guildmark.web.issuing import actions, selectors, tasks
from guildmark.web.issuing.models import Issuance, IssuedRecord, SigningKey
from guildmark.web.issuing.signing import record_signer
from guildmark.web.issuing.tasks import send, sign
from guildmark.web.jobs.models import Chunk, Job
from guildmark.web.journal.models import Entry
from tests.web.cast import World
from tests.web.issued import LEARNERS, approved, draft, issued, issuer, work

State = IssuedRecord.State


def test_a_record_is_signed_and_verifies(world: World) -> None:
    issued(world)
    record = IssuedRecord.objects.get(learner_email="dora@example.org")
    found = selectors.verification_of(record)
    assert found.verdict == "valid"
    assert found.record["learner_identification"]["name"] == "Dora Nováková"


def test_learners_of_one_kind_take_the_fast_path(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[RecordSigner] = []

    def kept(*arguments: Any, **named: Any) -> RecordSigner:
        made.append(record_signer(*arguments, **named))
        return made[-1]

    monkeypatch.setattr(tasks, "record_signer", kept)
    issued(world, [Learner(name=f"Learner {number}", email=f"l{number}@example.org") for number in range(9)])
    assert [(one.slow, one.prepared) for one in made] == [(1, 8)]


def test_a_double_click_makes_one_job(world: World) -> None:
    address = f"/p/stage/issuing/new/{draft(world).public_id}/"
    client = world.client("alice")
    (digest,) = re.findall(r'name="digest" value="(\w+)"', client.get(address).content.decode())
    first = client.post(address, {"digest": digest})
    second = client.post(address, {"digest": digest})
    assert first["Location"] == second["Location"]
    work()
    assert (Issuance.objects.count(), IssuedRecord.objects.count()) == (1, 2)


def test_two_people_who_issue_the_same_list_share_one_job(world: World) -> None:
    one = actions.issue(world.alice, approved(world), issuer(world), LEARNERS)
    two = actions.issue(world.alice, approved(world), issuer(world), LEARNERS)
    assert one == two
    work()
    assert IssuedRecord.objects.count() == len(LEARNERS)


def test_two_lists_that_overlap_give_nobody_two(world: World) -> None:
    actions.issue(world.alice, approved(world), issuer(world), LEARNERS[:2])
    actions.issue(world.alice, approved(world), issuer(world), LEARNERS[1:])
    work()
    assert IssuedRecord.objects.count() == len(LEARNERS)
    assert not Issuance.objects.filter(awaited__isnull=False).exists()


def test_a_list_that_changed_since_the_preview_is_shown_again(world: World) -> None:
    address = f"/p/stage/issuing/new/{draft(world).public_id}/"
    answer = world.client("alice").post(address, {"digest": "0" * 64})
    assert answer.status_code == 409
    assert "The list has changed since it was shown." in answer.content.decode()
    assert not Job.objects.exists()


def test_who_has_it_is_left_out_and_a_row_that_differs_is_told(world: World) -> None:
    issued(world, LEARNERS[:1])
    changed = (Learner(name="Dora N.", email="DORA@example.org", row=2), *LEARNERS[1:])
    issued(world, changed)
    assert IssuedRecord.objects.count() == len(LEARNERS)
    assert IssuedRecord.objects.get(learner_email="dora@example.org").learner_name == "Dora Nováková"
    with pytest.raises(GuildmarkError, match="has the record already"):
        issued(world, LEARNERS)


def test_a_new_key_issues_nobody_twice_and_the_old_records_stay_good(world: World) -> None:
    for kind in ("key", "web"):
        found = issuer(world, kind)
        issued(world, LEARNERS[:1], kind)
        old = selectors.current_key(found)
        assert old is not None
        new = actions.rotate_key(world.alice, found.public_id, old=old.public_id)
        assert actions.rotate_key(world.alice, found.public_id, old=old.public_id) == new
        issued(world, LEARNERS, kind)
        records = IssuedRecord.objects.filter(issuance__issuer=found)
        assert records.count() == len(LEARNERS)
        assert {selectors.verification_of(one).verdict for one in records} == {"valid"}


def test_a_stolen_database_opens_no_key(world: World) -> None:
    from guildmark.credentials.keys import load_pem

    issuer(world)
    pem = SigningKey.objects.get().pem.encode()
    assert b"ENCRYPTED" in pem
    for guess in (None, "", "guess"):
        with pytest.raises(GuildmarkError):
            load_pem(pem, guess)
    issued(world)
    tokens = re.findall(r"/claim/([\w-]+)/", " ".join(str(one.body) for one in mail.outbox))
    kept = " ".join(str(one.payload) for one in Chunk.objects.all())
    assert tokens
    assert not any(token in kept for token in tokens)


def test_the_mail_goes_out_once_in_the_learners_language_and_again_on_request(world: World) -> None:
    issued(world)
    assert [one.to for one in mail.outbox] == [["dora@example.org"], ["formula@example.org"]]
    record = IssuedRecord.objects.get(learner_email="dora@example.org")
    chunk = Chunk.objects.get(payload__record=record.public_id)
    send(chunk.job, chunk.payload)
    assert len(mail.outbox) == 2
    actions.resend(world.alice, record)
    actions.resend(world.alice, record)
    work()
    assert len(mail.outbox) == 3
    assert "https://guild.example/claim/" in mail.outbox[0].body


def test_a_chunk_done_twice_adds_nothing(world: World) -> None:
    found = issued(world)
    chunk = Chunk.objects.get(job=found.job)
    assert found.job is not None
    sign(found.job, chunk.payload)
    assert IssuedRecord.objects.count() == len(LEARNERS)


def test_a_learner_without_an_address_gets_a_link_from_the_issuer(world: World) -> None:
    issued(world)
    record = IssuedRecord.objects.get(learner_email="")
    page = world.client("alice").post(f"/p/stage/issuing/records/{record.public_id}/link/").content.decode()
    assert re.search(r"https://guild\.example/claim/[\w-]{40,}/", page)


def test_a_formula_in_a_name_is_text_in_the_export(world: World) -> None:
    found = issued(world)
    answer = world.client("bob").get(f"/p/stage/issuing/issuances/{found.public_id}/?format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["name"] for row in rows] == ["Dora Nováková", "'=cmd()", "Nobody"]


def test_a_spreadsheet_with_faults_names_the_rows(world: World) -> None:
    data = b"name,email\nDora,dora@example.org\nNobody,not-an-address\nDora,dora@example.org\n"
    sent = {"version": approved(world).pk, "issuer": issuer(world).public_id, "cohort": "",
            "file": SimpleUploadedFile("l.csv", data)}  # fmt: skip
    answer = world.client("alice").post("/p/stage/issuing/new/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Row 3" in page
    assert "Row 4" in page


def test_a_status_needs_a_reason_and_stands_in_the_journal(world: World) -> None:
    issued(world)
    ids = [one.public_id for one in IssuedRecord.objects.all()[:2]]
    with pytest.raises(GuildmarkError, match="Say why"):
        actions.set_state(world.alice, ids, status_for("suspended"), " ")
    assert actions.set_state(world.alice, ids, status_for("suspended", "review"), "Under review.") == 2
    assert actions.set_state(world.alice, ids[:1], status_for("active"), "Reviewed.") == 1
    verbs = Entry.objects.order_by("-id").values_list("verb", flat=True)[:3]
    assert list(verbs) == ["issuing.record.reinstated", "issuing.record.suspended", "issuing.record.suspended"]


def test_erasing_the_copy_keeps_id_key_and_status_and_nobody_is_issued_to_twice(world: World) -> None:
    issued(world)
    record = IssuedRecord.objects.get(learner_email="dora@example.org")
    actions.erase_copy(world.alice, record.public_id)
    left = IssuedRecord.objects.get(pk=record.pk)
    assert (left.learner_name, left.learner_email, left.fingerprint, bytes(left.signed)) == ("", "", "", b"")
    assert (left.record_id, left.key, left.state) == (record.record_id, record.key, State.ACTIVE)
    with pytest.raises(GuildmarkError, match="has the record already"):
        issued(world)
    client = world.client("alice")
    assert client.get(f"/p/stage/issuing/records/{record.public_id}/").status_code == 200
    assert client.get(f"/p/stage/issuing/records/{record.public_id}/record.json").status_code == 404


def test_erasing_an_account_lets_go_of_its_records_and_keeps_the_register(world: World) -> None:
    from guildmark.web.issuing.own_data import erase, own_data

    issued(world)
    dora = world.people["dora"]
    IssuedRecord.objects.filter(learner_email="dora@example.org").update(holder=dora)
    assert own_data(dora)["records"][0]["document"]["type"]
    erase(dora)
    assert not IssuedRecord.objects.filter(holder=dora).exists()
    assert IssuedRecord.objects.filter(learner_email="dora@example.org").exists()


def test_the_did_document_lists_every_key_and_is_cacheable_without_a_cookie(world: World) -> None:
    found = issuer(world, "web")
    key = selectors.current_key(found)
    assert key is not None
    actions.rotate_key(world.alice, found.public_id, old=key.public_id)
    answer = world.client("eve").get("/issuers/stage-web/did.json")
    assert answer.json()["id"] == "did:web:guild.example:issuers:stage-web"
    assert len(answer.json()["assertionMethod"]) == 2
    assert "max-age" in answer["Cache-Control"]
    assert not answer.cookies
    again = world.client("eve").get("/issuers/stage-web/did.json", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_did_web_needs_a_public_address(world: World) -> None:
    with pytest.raises(GuildmarkError, match="public address"):
        actions.create_issuer(
            world.alice, "x", {"name": "X", "country": "CZ"}, identity="did:web", origin="http://localhost:8000"
        )
    issuer(world)
    with pytest.raises(GuildmarkError, match="taken"):
        actions.create_issuer(world.charlie, "stage-key", {"name": "X", "country": "CZ"})


def test_a_short_name_made_of_the_name_is_numbered_where_it_is_taken(world: World) -> None:
    document = {"name": "Green Stage", "country": "CZ"}
    made = [actions.create_issuer(world.alice, "", document).slug for _time in range(3)]
    assert made == ["green-stage", "green-stage-2", "green-stage-3"]
    client = world.client("alice")
    given = {"name": "Green Stage", "country": "Czechia", "slug": "", "identity": "did:key"}
    page = client.post("/p/stage/issuing/issuers/new/", given, follow=True)
    assert "Its short name is “green-stage-4”." in page.content.decode()
    typed = client.post("/p/stage/issuing/issuers/new/", given | {"slug": "green-stage"})
    assert typed.status_code == 422
    assert "is taken" in typed.content.decode()


def test_a_revoked_record_is_refused_and_the_list_is_the_same_for_everybody(world: World) -> None:
    issued(world)
    first, second = IssuedRecord.objects.all()[:2]
    address = "/issuers/stage-key/status/1"
    before = world.client("eve").get(address)
    assert json.loads(before.content)["type"][-1] == "BitstringStatusListCredential"
    assert before.content == world.client("alice").get(address).content
    actions.set_state(world.alice, [first.public_id], status_for("revoked", "error"), "Wrong person.")
    after = world.client("eve").get(address)
    assert after["ETag"] != before["ETag"]
    assert "Wrong person" not in after.content.decode()
    assert selectors.verification_of(first).verdict == "invalid"
    assert selectors.verification_of(second).verdict == "valid"
    with pytest.raises(GuildmarkError, match="which is for good"):
        actions.set_state(world.alice, [first.public_id], status_for("active"), "It was the right one.")
    assert selectors.verification_of(first).verdict == "invalid"


def test_a_status_can_be_changed_after_the_key_was(world: World) -> None:
    for kind in ("key", "web"):
        issued(world, LEARNERS[:1], kind)
        found = issuer(world, kind)
        key = selectors.current_key(found)
        assert key is not None
        actions.rotate_key(world.alice, found.public_id, old=key.public_id)
        record = IssuedRecord.objects.get(issuance__issuer=found)
        actions.set_state(world.alice, [record.public_id], status_for("suspended"), "Under review.")
        assert selectors.verification_of(record).verdict == "invalid"
        actions.set_state(world.alice, [record.public_id], status_for("active"), "Reviewed.")
        assert selectors.verification_of(record).verdict == "valid"


def test_who_passed_a_pilot_is_chosen_shown_and_issued_to(world: World) -> None:
    from guildmark.web.pilots import actions as pilots
    from guildmark.web.pilots import delivery
    from guildmark.web.pilots import selectors as read_pilots
    from tests.web.pilot_cohort import OUTCOMES, a_cohort, a_learner

    cohort = a_cohort(world.alice)
    passed = [a_learner(world.alice, cohort), a_learner(world.alice, cohort, "Anna", "anna@example.org")]
    a_learner(world.alice, cohort, "Jan", "jan@example.org")
    reached: dict[str, dict[str, bool | None]] = {one.public_id: dict.fromkeys(OUTCOMES, True) for one in passed}
    stamp = delivery.stamp({one: {} for one in reached})
    pilots.save_results(world.alice, cohort.public_id, reached, stamp=stamp)
    assert len(read_pilots.learners_to_issue(world.alice, cohort.public_id)) == 2
    issuer(world)
    other = approved(world)
    client = world.client("alice")
    page = client.get("/p/stage/issuing/new/").content.decode()
    # The version that the pilot ran is chosen already.
    assert re.search(rf'<option value="{cohort.design_version_id}"[^>]* selected', page)
    sent = {"issuer": issuer(world).public_id, "cohort": cohort.public_id}
    wrong = client.post("/p/stage/issuing/new/", sent | {"version": str(other.pk)})
    assert wrong.status_code == 422
    assert "This pilot ran another micro-credential." in wrong.content.decode()
    two = client.post(
        "/p/stage/issuing/new/", sent | {"version": str(cohort.design_version_id), "typed": "Eve, e@x.org"}
    )
    assert "Give one of them alone" in two.content.decode()
    draft_page = client.post("/p/stage/issuing/new/", sent | {"version": str(cohort.design_version_id)})
    shown = client.get(draft_page["Location"]).content.decode()
    assert "2 learners get a record." in shown
    assert "Jan" not in shown
    (digest,) = re.findall(r'name="digest" value="(\w+)"', shown)
    client.post(draft_page["Location"], {"digest": digest})
    work()
    assert set(IssuedRecord.objects.values_list("learner_name", flat=True)) == {"Dora", "Anna"}
    assert {selectors.verification_of(one).verdict for one in IssuedRecord.objects.all()} == {"valid"}


def test_where_nothing_can_be_issued_yet_the_page_says_what_comes_first(world: World) -> None:
    client = world.client("alice")
    assert "First: who signs?" in client.get("/p/stage/issuing/new/").content.decode()
    issuer(world)
    assert "Then: what is issued?" in client.get("/p/stage/issuing/new/").content.decode()


def test_all_records_of_a_list_change_in_a_job_and_revoked_ones_stay_so(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    learners = [Learner(name=f"Learner {row}", identifier=f"S-{row}", row=row) for row in range(2, 32)]
    issued(world, learners)
    monkeypatch.setattr("guildmark.web.issuing.actions.records.AT_ONCE", 7)
    first = IssuedRecord.objects.all()[0]
    actions.set_state(world.alice, [first.public_id], status_for("revoked", "error"), "Wrong person.")
    client = world.client("alice")
    page = client.get("/p/stage/issuing/records/?q=Learner").content.decode()
    assert "Change the status of all 30" in page
    shown = client.post("/p/stage/issuing/records/state/", {"every": "1", "q": "Learner"}).content.decode()
    (count,), (asked,) = (re.findall(rf'name="{name}" value="([\w-]+)"', shown) for name in ("count", "asked"))
    given = {
        "every": "1", "q": "Learner", "count": count, "asked": asked,
        "status": "suspended-review", "reason": "All are looked at again.",
    }  # fmt: skip
    answers = [client.post("/p/stage/issuing/records/state/", given) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    job = Job.objects.get(kind="issuing.state")
    assert job.chunks.count() == 5
    work()
    job.refresh_from_db()
    assert job.state == "done"
    states = list(IssuedRecord.objects.values_list("state", flat=True))
    assert (states.count(State.SUSPENDED), states.count(State.REVOKED)) == (29, 1)
    assert selectors.verification_of(IssuedRecord.objects.all()[3]).verdict == "invalid"
    assert Entry.objects.filter(verb="issuing.record.suspended").count() == 29


def test_what_fits_a_list_now_is_shown_before_it_is_changed(world: World) -> None:
    issued(world)
    given = {"every": "1", "count": "2", "asked": "x", "status": "suspended", "reason": "Why."}
    answer = world.client("alice").post("/p/stage/issuing/records/state/", given)
    assert answer.status_code == 422
    assert "Other records fit this now" in answer.content.decode()
    assert not Job.objects.filter(kind="issuing.state").exists()


def test_who_may_not_issue_changes_no_list(world: World) -> None:
    issued(world)
    given = {"every": "1", "count": "3", "asked": "x", "status": "suspended", "reason": "Why."}
    for who in ("bob", "charlie", "eve"):
        assert world.client(who).post("/p/stage/issuing/records/state/", given).status_code in {302, 403, 404}
    assert not Job.objects.filter(kind="issuing.state").exists()


def test_keys_and_links_of_earlier_versions_still_open(world: World) -> None:
    import base64
    import hashlib

    from cryptography.fernet import Fernet

    from guildmark.credentials import keys
    from guildmark.web.issuing.identity import signer
    from guildmark.web.issuing.passphrase import passphrase, unseal

    found = issuer(world)
    key = selectors.current_key(found)
    assert key is not None
    opened = signer(key)
    key.pem = keys.to_pem(opened, passphrase()).decode()
    assert signer(key).did == opened.did
    digest = hashlib.sha256(b"guildmark sealed texts\0" + passphrase().encode()).digest()
    assert unseal(Fernet(base64.urlsafe_b64encode(digest)).encrypt(b"a link").decode()) == "a link"
    key.refresh_from_db()
    with pytest.raises(GuildmarkError):
        keys.load_pem(key.pem.encode(), passphrase())


def test_learners_are_typed_and_shown_like_those_of_a_spreadsheet(world: World) -> None:
    sent = {"version": str(approved(world).pk), "issuer": issuer(world).public_id, "cohort": ""}
    client = world.client("alice")
    typed = "Dora Nováková, dora@example.org\nConti, Anna; anna@example.org"
    page = client.post("/p/stage/issuing/new/", {**sent, "typed": typed}, follow=True).content.decode()
    assert "2 learners get a record." in page
    for shown in ("Dora Nováková", "dora@example.org", "Conti, Anna", "anna@example.org"):
        assert shown in page
    both = {**sent, "typed": typed, "file": SimpleUploadedFile("learners.csv", b"name\nX\n")}
    assert "Give one of them alone" in client.post("/p/stage/issuing/new/", both).content.decode()
    none = client.post("/p/stage/issuing/new/", sent)
    assert none.status_code == 422
    assert "or type the learners." in none.content.decode()
    nameless = client.post("/p/stage/issuing/new/", {**sent, "typed": f"{typed}\nNobody"}).content.decode()
    assert "Row 3, email:" in nameless
    commas = client.post("/p/stage/issuing/new/", {**sent, "typed": ";;anna@example.org"})
    assert "Row 1, name:" in commas.content.decode()
    assert "Nobody" in nameless


def test_a_new_issuer_begins_with_the_awarding_body_of_what_was_approved(world: World) -> None:
    client = world.client("alice")
    first = client.get("/p/stage/issuing/issuers/new/").content.decode()
    assert 'name="name" value="Stage"' in first
    assert 'name="country" value="Czechia"' in first
    name = approved(world).document["awarding_body"][0]["name"]["en"]
    assert f'name="name" value="{name}"' in client.get("/p/stage/issuing/issuers/new/").content.decode()
