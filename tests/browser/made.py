"""Pages that stand behind a form or come by mail: made here as people make them, by sending the form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import httpx

from guildmark.spreadsheets.templates import template
from tests.browser.pages import Page, route_of

STAGE, CRAFTS = "/p/green-stage/", "/p/northern-crafts/"
_ID = r"[\w-]{10,}"


def made_pages(clients: Mapping[str, httpx.Client], log: Path) -> list[Page]:
    """The pages, each under its route; `log` is where the server writes its mail."""
    alice, charlie, dora = clients["alice"], clients["charlie"], clients["dora"]
    cohort = _first(alice, f"{STAGE}pilots/", rf"{STAGE}pilots/{_ID}/")
    design = _first(alice, f"{STAGE}design/", rf"{STAGE}design/{_ID}/")
    learners = template("learners", example=True)
    survey = _first(alice, f"{cohort}survey/links/", rf"{STAGE}pilots/survey/{_ID}/")
    record = _first(dora, "/me/", rf"/me/records/{_ID}/")
    shared = _sent(dora, record, f"{record}share/", label="At work")
    _sent(charlie, f"{CRAFTS}about/", f"{CRAFTS}cycles/")
    chosen = alice.get(f"{STAGE}issuing/new/").text
    preview = _sent(
        alice,
        f"{STAGE}issuing/new/",
        f"{STAGE}issuing/new/",
        file=("learners.xlsx", learners),
        version=_value(chosen, "id_version"),
        issuer=_value(chosen, "id_issuer"),
        cohort="",
    )
    invited = _sent(charlie, f"{CRAFTS}members/", f"{CRAFTS}members/invite/", email="dora@example.org", role="viewer")
    assert invited.is_success
    mailed = re.findall(rf"/p/invitations/{_ID}/", log.read_text("utf-8"))
    several = re.findall(rf"/register/({_ID})/", clients[""].get("/register/").text)
    issued = _sent(alice, preview.url.path, preview.url.path, **_hidden(preview.text))
    unclaimed = _unclaimed(alice)
    claim = re.search(rf"/claim/{_ID}/", _sent(alice, unclaimed, f"{unclaimed}link/").text)
    uploads = {
        f"{STAGE}context/import/": ("matrix.xlsx", template("matrix", example=True)),
        f"{STAGE}stakeholders/import/": ("map.xlsx", template("map", example=True)),
        f"{STAGE}design/import/": ("design.json", alice.get(f"{design}versions/1.json").content),
        f"{cohort}learners/import/": ("learners.xlsx", learners),
    }
    paths = [
        *((_sent(alice, path, path, file=file).url.path, "alice") for path, file in uploads.items()),
        (preview.url.path, "alice"),
        (issued.url.path, "alice"),
        (_first(alice, f"{STAGE}jobs/", rf"{STAGE}jobs/{_ID}/"), "alice"),
        (survey, ""),
        (re.findall(rf"/r/{_ID}/?", shared.text)[0], ""),
        (claim[0] if claim else "", ""),
        (mailed[-1], "dora"),
        (f"{CRAFTS}cycles/1/", "charlie"),
        (f"{STAGE}recognition/outlook/", "alice"),
        ("/register/compare/?" + "&".join(f"of={one}" for one in dict.fromkeys(several)), ""),
        *((path, "") for path in _ACCOUNT),
        ("/accounts/reauthenticate/", "alice"),
    ]
    return [Page(str(route_of(path)), path, who) for path, who in paths if path]


_ACCOUNT = (
    "/accounts/confirm-email/",
    "/accounts/confirm-email/wrong/",
    "/accounts/inactive/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/1-wrong-key/",
    "/accounts/password/reset/key/done/",
)


def _first(client: httpx.Client, path: str, pattern: str) -> str:
    found = re.search(pattern, client.get(path).text)
    assert found, f"{path} does not lead to {pattern}"
    return found[0]


def _sent(
    client: httpx.Client, page: str, path: str, file: tuple[str, bytes] | None = None, **typed: str
) -> httpx.Response:
    client.get(page)
    answer = client.post(
        path,
        data={"csrfmiddlewaretoken": client.cookies["csrftoken"], **typed},
        files={"file": file} if file else None,
        headers={"Referer": str(client.base_url.join(page))},
    )
    assert answer.status_code < 500, answer.text
    return answer


def _value(html: str, field: str) -> str:
    found = re.search(rf'id="{field}".*?<option value="([^"]+)"', html, re.DOTALL)
    return unescape(found[1]) if found else ""


def _hidden(html: str) -> dict[str, str]:
    main = html[html.find("<main") :]
    pairs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', main)
    return {name: unescape(value) for name, value in pairs if name != "csrfmiddlewaretoken"}


def _unclaimed(alice: httpx.Client) -> str:
    for path in dict.fromkeys(
        re.findall(rf"{STAGE}issuing/records/{_ID}/", alice.get(f"{STAGE}issuing/records/").text)
    ):
        if f"{path}link/" in alice.get(path).text:
            return path
    raise AssertionError("every record is claimed")
