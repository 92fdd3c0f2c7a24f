"""A learner claims once, shows what she likes, and stops showing it."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from guildmark.credentials.baking import unbake
from guildmark.credentials.record import Learner
from guildmark.errors import GuildmarkError
from guildmark.web.accounts.actions import erase
from guildmark.web.accounts.selectors import own_data
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.journal.models import Entry
from guildmark.web.wallet import actions
from guildmark.web.wallet.models import Claim, ShareLink
from guildmark.web.wallet.words import masked
from tests.web.cast import PASSWORD, World
from tests.web.issued import LEARNERS, issued


def waiting(world: World) -> IssuedRecord:
    issued(world, LEARNERS[:1])
    return IssuedRecord.objects.get()


def hers(world: World) -> IssuedRecord:
    return actions.claim(world.people["dora"], actions.offer(waiting(world)))


def unconfirmed(world: World) -> None:
    EmailAddress.objects.filter(user=world.people["dora"]).update(verified=False)


def test_the_page_of_a_claim_says_what_waits_and_not_for_whom(world: World) -> None:
    token = actions.offer(waiting(world))
    page = world.client("eve").get(f"/claim/{token}/").content.decode()
    assert "Sustainable Scenography" in page
    assert "Dora" not in page
    assert "dora@" not in page
    assert f"/accounts/signup/?next=%2Fclaim%2F{token}%2F" in page


def test_only_the_digest_of_a_token_is_kept(world: World) -> None:
    token = actions.offer(waiting(world))
    assert token not in str(list(Claim.objects.values()))


def test_claiming_twice_leads_the_holder_to_the_record_and_tells_others_nothing(world: World) -> None:
    token = actions.offer(waiting(world))
    dora, bob = world.client("dora"), world.client("bob")
    first = dora.post(f"/claim/{token}/")
    assert dora.post(f"/claim/{token}/")["Location"] == dora.get(f"/claim/{token}/")["Location"] == first["Location"]
    for refused in (bob.get(f"/claim/{token}/"), bob.post(f"/claim/{token}/")):
        assert refused.status_code == 410
        assert "Scenography" not in refused.content.decode()
    assert [one.verb for one in Entry.objects.filter(verb="wallet.record.claimed")] == ["wallet.record.claimed"]


def test_another_person_learns_only_which_kind_of_address_it_is(world: World) -> None:
    token = actions.offer(waiting(world))
    refused = world.client("bob").post(f"/claim/{token}/")
    assert refused.status_code == 403
    assert "d…@e….org" in refused.content.decode()
    assert "/accounts/email/" in refused.content.decode()
    assert masked("dora.novak@mail.example.co") == "d…@m….co"


def test_a_link_that_was_mailed_confirms_the_address(world: World) -> None:
    record = waiting(world)
    unconfirmed(world)
    actions.claim(world.people["dora"], actions.offer(record, mailed=True))
    assert EmailAddress.objects.get(user=world.people["dora"]).verified


def test_a_link_that_was_handed_over_does_not(world: World) -> None:
    record = waiting(world)
    unconfirmed(world)
    with pytest.raises(GuildmarkError, match="confirm it"):
        actions.claim(world.people["dora"], actions.offer(record))


def test_a_record_without_an_address_is_for_whoever_has_the_link(world: World) -> None:
    issued(world, [Learner(name="Nobody", identifier="S-17", row=2)])
    record = actions.claim(world.people["bob"], actions.offer(IssuedRecord.objects.get()))
    assert record.holder == world.people["bob"]


def test_an_old_link_and_one_that_a_newer_followed_say_so(world: World) -> None:
    record = waiting(world)
    before, token = actions.offer(record), actions.offer(record)
    assert "newer link" in world.client("dora").get(f"/claim/{before}/").content.decode()
    Claim.objects.filter(withdrawn_at=None).update(expires_at=timezone.now() - timedelta(days=1))
    late = world.client("dora").post(f"/claim/{token}/")
    assert late.status_code == 410
    assert "Ask the issuer to send it again" in late.content.decode()


def test_the_record_is_shown_with_its_verdict_and_all_that_can_be_done(world: World) -> None:
    record = hers(world)
    page = world.client("dora").get(f"/me/records/{record.public_id}/").content.decode()
    assert "Genuine and valid" in page
    assert "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&amp;name=Sustainable+Scenography" in page
    assert "&amp;expirationYear=" in page


@pytest.mark.parametrize("ending", ["json", "png", "svg", "pdf"])
def test_what_is_downloaded_carries_the_signed_record(world: World, ending: str) -> None:
    record = hers(world)
    link = actions.share(world.people["dora"], record)
    data = world.client("eve").get(f"/r/{link.token}.{ending}").content
    signed = bytes(IssuedRecord.objects.get().signed)
    if ending == "json":
        assert data == signed
    elif ending == "pdf":
        from pypdf import PdfReader

        assert PdfReader(BytesIO(data)).attachments["record.json"] == [signed]
    else:
        assert unbake(data) == signed.decode().strip()


def test_a_shared_page_is_for_nobody_to_list_and_names_nobody_in_its_preview(world: World) -> None:
    link = actions.share(world.people["dora"], hers(world))
    answer = world.client("eve").get(f"/r/{link.token}/")
    head = answer.content.decode().split("</head>")[0]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert 'property="og:title" content="Sustainable Scenography"' in head
    assert "Dora" not in head


@pytest.mark.parametrize("address", ["/r/{}/", "/r/{}.json", "/r/{}.png", "/r/{}.pdf"])
def test_a_withdrawn_link_says_to_ask_the_holder_without_any_data(world: World, address: str) -> None:
    link = actions.share(world.people["dora"], hers(world))
    world.client("dora").post(f"/me/links/{link.token}/withdraw/")
    for token in (link.token, "never-was"):
        gone = world.client("eve").get(address.format(token))
        assert gone.status_code == 410
        assert "Ask the person" in gone.content.decode()
        assert "Scenography" not in gone.content.decode()


def test_a_revoked_record_is_not_called_valid(world: World) -> None:
    link = actions.share(world.people["dora"], hers(world))
    IssuedRecord.objects.update(state="revoked")
    page = world.client("eve").get(f"/r/{link.token}/").content.decode()
    assert "Genuine and valid" not in page
    assert "revoked" in page


def test_what_is_kept_is_told_and_goes_with_the_account(world: World) -> None:
    dora = world.people["dora"]
    link = actions.share(dora, hers(world), "My aunt")
    assert own_data(dora)["wallet"]["share_links"][0]["label"] == "My aunt"
    erase(dora, PASSWORD)
    assert world.client("eve").get(f"/r/{link.token}/").status_code == 410
    assert (ShareLink.objects.get().label, IssuedRecord.objects.get().holder) == ("", None)


def test_the_list_asks_the_database_as_often_for_ten_as_for_many(
    world: World, django_assert_max_num_queries: object
) -> None:
    issued(world, [Learner(name=f"N {one}", identifier=f"S-{one}", row=one + 2) for one in range(40)])
    client = world.client("dora")
    for held in (10, 40):
        rows = list(IssuedRecord.objects.values_list("pk", flat=True)[:held])
        IssuedRecord.objects.filter(pk__in=rows).update(holder=world.people["dora"], claimed_at=timezone.now())
        with django_assert_max_num_queries(7):  # type: ignore[operator]  # pytest-django's fixture is not typed
            assert client.get("/me/").status_code == 200
