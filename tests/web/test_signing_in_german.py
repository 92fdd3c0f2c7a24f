"""Signing in speaks to people as the rest does: in German with Sie."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.test import Client

OURS = Path(settings.LOCALE_PATHS[0]) / "de" / "LC_MESSAGES"
_FAMILIAR = re.compile(r"\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*)\b")


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["login", "signup", "password/reset", "password/reset/done", "confirm-email"])
def test_no_page_of_signing_in_says_du(page: str) -> None:
    answer = Client(headers={"accept-language": "de"}).get(f"/accounts/{page}/")
    said = answer.content.decode()
    assert '<html lang="de"' in said
    assert not _FAMILIAR.search(said)


def test_what_django_reads_is_what_is_written() -> None:
    assert (OURS / "django.mo").read_bytes() == polib.pofile(str(OURS / "django.po")).to_binary()
