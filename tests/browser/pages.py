"""Every page of the application: found by following links from the front pages, held against the routes.

A route that no link leads to is found by nobody, so the test fails until it is linked or stands in NOT_FOUND with
its reason.
"""

from __future__ import annotations

import re
from collections import deque
from contextlib import closing
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

import httpx
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

PASSWORD = "guildmark-demo"
STARTS = {
    "": ("/", "/accounts/login/", "/verify/", "/register/", "/design-system/"),
    "alice": ("/p/", "/p/green-stage/", "/me/", "/accounts/me/"),
    "charlie": ("/p/northern-crafts/",),
    "dora": ("/me/",),
}
MOST_PAGES = 700
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


def found_pages(site: str) -> tuple[Page, ...]:
    """One page of each route, and of each way that somebody without anything sees it."""
    found: dict[tuple[str, str], Page] = {}
    for who, starts in STARTS.items():
        with closing(sign_in(site, who)) as client:
            waiting, seen = deque(starts), set(starts)
            while waiting and len(seen) < MOST_PAGES:
                path = waiting.popleft()
                route = route_of(path)
                if route is None or (route, who) in found:
                    continue
                answer = client.get(path)
                if not answer.is_success or not answer.headers.get("content-type", "").startswith("text/html"):
                    continue
                landed = answer.url.raw_path.decode()
                if "<h1" not in answer.text or route_of(landed) != route:
                    continue
                found[route, who] = Page(route, path, who)
                for link in map(unescape, _LINK.findall(answer.text)):
                    there = urljoin(f"{site}{path}", link)
                    target = there.removeprefix(site)
                    if there.startswith(site + "/") and target not in seen:
                        seen.add(target)
                        waiting.append(target)
    return tuple(found.values())


def route_of(path: str) -> str | None:
    """The route that answers at a path; None for what is no route of ours (static files)."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return None


def routes() -> set[str]:
    """The name of every route of the application."""
    return set(_names(get_resolver().url_patterns, ""))


def _names(patterns: list[URLPattern | URLResolver], space: str) -> list[str]:
    names: list[str] = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            names.extend(_names(pattern.url_patterns, inner))
        elif pattern.name:
            names.append(f"{space}{pattern.name}")
    return names
