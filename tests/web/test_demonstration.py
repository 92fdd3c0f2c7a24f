"""The demonstration loads once, through the actions, and the addresses answer."""

from __future__ import annotations

import pytest
from django.test import Client

from guildmark.errors import GuildmarkError
from guildmark.web import demonstration, serving
from guildmark.web.accounts.models import Person
from guildmark.web.journal.models import Entry


@pytest.mark.django_db
def test_loading_twice_changes_nothing() -> None:
    demonstration.load()
    entries = Entry.objects.count()
    demonstration.load()
    assert entries == Entry.objects.count() > 20


@pytest.mark.django_db
def test_it_never_listens_beyond_this_computer() -> None:
    serving._refuse_open_demonstration("0.0.0.0")
    demonstration.load()
    serving._refuse_open_demonstration("127.0.0.1")
    with pytest.raises(GuildmarkError, match="password that everybody knows"):
        serving._refuse_open_demonstration("0.0.0.0")


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["green-stage", "czech-republic"])
@pytest.mark.parametrize("language", ["en", "de", "nl", "it", "cs"])
def test_the_journey_is_there_in_every_language(slug: str, language: str) -> None:
    demonstration.load()
    client = Client(HTTP_ACCEPT_LANGUAGE=language)
    client.force_login(Person.objects.get(email="alice@example.org"))
    for address in (f"/p/{slug}/", f"/p/{slug}/context/", f"/p/{slug}/members/", "/design-system/", "/verify/"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert f'<html lang="{language}">' in answer.content.decode()
        assert " style=" not in answer.content.decode()
        assert "unsafe" not in answer["Content-Security-Policy"]
