"""Every page of the application: found by following links from the front pages, and a few made by hand.

A page that no link leads to is found by nobody, so `test_every_route_is_looked_at` fails until it is linked, or made
in `made.py`.
"""

from __future__ import annotations

import fcntl
import json
import re
from collections import deque
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
from django.urls import Resolver404, resolve

DOWNLOADED = Path("var/browser/record.json")
"""The record as Dora keeps it, for `make interop`."""
PASSWORD = "guildmark-demo"
STARTS = {
    "": ("/", "/accounts/login/", "/verify/", "/register/", "/design-system/"),
    "alice": ("/", "/p/green-stage/", "/p/green-stage/jobs/", "/me/", "/accounts/me/", "/accounts/logout/"),
    "charlie": ("/", "/p/northern-crafts/"),
    "dora": ("/", "/me/"),
}
WITHIN = {"": "/", "alice": "/", "charlie": "/p/", "dora": "/me/"}
"""Where each looks about: Charlie at the empty partnership, Dora at her records; the rest looks as to Alice."""
MOST_PAGES = 900
_LINK = re.compile(r'(?:href|hx-get)="([^"#]+)')


@dataclass(frozen=True)
class Page:
    """A page of a route: its path, and who looks at it ("" for somebody not signed in)."""

    route: str
    path: str
    who: str


def sign_in(site: str, who: str) -> httpx.Client:
    """A client that is signed in as one of the demonstration's people."""
    client = httpx.Client(base_url=site, follow_redirects=True, timeout=60)
    if who:
        client.get("/accounts/login/")
        form = {"login": f"{who}@example.org", "password": PASSWORD, "csrfmiddlewaretoken": client.cookies["csrftoken"]}
        answer = client.post("/accounts/login/", data=form, headers={"Referer": f"{site}/accounts/login/"})
        assert answer.url.path != "/accounts/login/", answer.text
    return client


def found_pages(site: str, shared: Path) -> tuple[Page, ...]:
    """One page of each route for each person; looked for once a run, and kept beside the server's log."""
    from tests.browser.made import made_pages

    kept = shared / f"pages-{urlsplit(site).port}.json"
    with (shared / "pages.lock").open("ab") as lock, ExitStack() as stack:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            clients = {who: stack.enter_context(closing(sign_in(site, who))) for who in STARTS}
            made = made_pages(clients, shared / "log.txt")
            found = [page for who in STARTS for page in _crawled(clients[who], site, who)]
            routes = {page.route for page in found}
            found += [page for page in made if page.route not in routes]
            kept.write_text(json.dumps([asdict(page) for page in found]), "utf-8")
        return tuple(Page(**page) for page in json.loads(kept.read_text("utf-8")))


def _crawled(client: httpx.Client, site: str, who: str) -> list[Page]:
    found: dict[str, Page] = {}
    waiting, seen = deque(STARTS[who]), set(STARTS[who])
    while waiting and len(seen) < MOST_PAGES:
        path = waiting.popleft()
        route = route_of(path)
        if route is None or route in found or not (path in STARTS[who] or path.startswith(WITHIN[who])):
            continue
        answer = client.get(path)
        if not answer.headers.get("content-type", "").startswith("text/html") or "<h1" not in answer.text:
            continue
        if not answer.is_success or route_of(answer.url.raw_path.decode()) != route:
            continue
        found[route] = Page(route, path, who)
        for link in map(unescape, _LINK.findall(answer.text)):
            there = urljoin(f"{site}{path}", link)
            target = there.removeprefix(site)
            if there.startswith(site + "/") and target not in seen:
                seen.add(target)
                waiting.append(target)
    return list(found.values())


def route_of(path: str) -> str | None:
    """The route that answers at a path; None for what is no route of ours (static files)."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return None
