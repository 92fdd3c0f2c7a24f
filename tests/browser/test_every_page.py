"""Every page in a real browser: it keeps nobody out, overflows nowhere, breaks nowhere and asks nothing of others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page as Tab

from tests.browser.pages import Page, sign_in
from tests.web.isolation.test_isolation import ROWS

SHOTS = Path("var/screenshots")
WIDE, ZOOMED, NARROW = ({"width": width, "height": 900} for width in (1280, 640, 390))
"""ZOOMED: a screen of 1280 pixels at 200 %."""
SHARES = 8
"""The pages are looked at in so many tests, so that two processes end at nearly the same time."""
NO_PAGES = {
    "api:index": "redirects to the description",
    "api:nothing": "a problem document",
    "api:register": "JSON",
    "api:entry": "JSON",
    "issuers:did": "JSON",
    "issuers:did_versions": "JSON",
    "issuers:status": "JSON",
    "look:healthz": "JSON",
    "recognition:document": "the document that was filed",
}


def test_every_route_is_looked_at(pages: tuple[Page, ...]) -> None:
    answering = {row.route for row in ROWS if row.method == "GET" and 200 in row.who.values()}
    shown = {route for route, pattern in _patterns() if "." not in pattern}
    assert sorted((answering & shown) - {page.route for page in pages} - NO_PAGES.keys()) == []


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_open_to_all_and_keeps_to_itself(
    chromium: Browser, site: str, pages: tuple[Page, ...], share: int
) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    wrong: list[str] = []
    ours = pages[share::SHARES]
    for who in sorted({page.who for page in ours}):
        theirs = [page for page in ours if page.who == who]
        with seen_by(chromium, site, who) as (english, german, plain):
            for page in theirs:
                found = [
                    *_in_english(english, page),
                    *_in_german(german, page),
                    *_without_javascript(plain, english, page),
                ]
                wrong += [f"{page.path} ({who or 'nobody'}): {one}" for one in found]
    assert not wrong, "\n".join(wrong)


class Window:
    """A tab that remembers what went wrong in it: errors on the console, and what was asked of others."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.tab: Tab = context.new_page()
        self._site, self._said = site, list[str]()
        self.tab.on("console", lambda one: self._said.append(one.text) if one.type in {"error", "warning"} else None)
        self.tab.on("pageerror", lambda one: self._said.append(str(one)))
        self.tab.on("request", lambda asked: self._heard(asked.url))

    def _heard(self, url: str) -> None:
        if not url.startswith((f"{self._site}/", "data:", "blob:")):
            self._said.append(f"asks {url}")

    def said(self) -> list[str]:
        """What went wrong since the last time."""
        heard, self._said = self._said, []
        return heard


@contextmanager
def seen_by(chromium: Browser, site: str, who: str) -> Iterator[list[Window]]:
    """Three windows of somebody signed in: English, German, and English without JavaScript."""
    ways: tuple[dict[str, Any], ...] = ({"locale": "en"}, {"locale": "de"}, {"java_script_enabled": False})
    with closing(sign_in(site, who)) as client:
        cookies = [{"name": name, "value": value, "url": site} for name, value in client.cookies.items()]
    contexts = [chromium.new_context(base_url=site, viewport=WIDE, **({"locale": "en"} | way)) for way in ways]
    for context in contexts:
        context.add_cookies(cookies)  # type: ignore[arg-type] # name, value and url are all it needs
    yield [Window(context, site) for context in contexts]
    for context in contexts:
        context.close()


def _pictured(tab: Tab, name: str) -> None:
    """Keep a picture of the page to look at. It asserts nothing, so where Chromium runs short, it is asked again."""
    try:
        tab.screenshot(path=SHOTS / name, full_page=True)
    except BrowserError:
        tab.screenshot(path=SHOTS / name, full_page=True)


def _in_english(window: Window, page: Page) -> list[str]:
    tab = window.tab
    tab.set_viewport_size(WIDE)
    tab.goto(page.path)
    _pictured(tab, f"{_name(page)}-en-1280.png")
    found = [*_overflowing(tab, 1280), *_axe(tab, "light")]
    for media in ({"media": "print"}, {"media": "screen", "forced_colors": "active"}):
        tab.emulate_media(**media)
        found += [] if tab.locator("main h1").first.is_visible() else [f"shows no heading: {media}"]
    tab.emulate_media(forced_colors="none", color_scheme="dark")
    tab.set_viewport_size(ZOOMED)
    found += _overflowing(tab, 640)
    tab.set_viewport_size(NARROW)
    found += [
        *_overflowing(tab, 390),
        *_axe(tab, "dark", runOnly=["color-contrast", "scrollable-region-focusable", "target-size"]),
    ]
    tab.emulate_media(color_scheme="light")
    _pictured(tab, f"{_name(page)}-en-390.png")
    return found + window.said()


def _in_german(window: Window, page: Page) -> list[str]:
    tab = window.tab
    tab.set_viewport_size(WIDE)
    tab.goto(page.path)
    found = [] if tab.locator("html").get_attribute("lang") == "de" else ["is not German"]
    _pictured(tab, f"{_name(page)}-de-1280.png")
    tab.set_viewport_size(NARROW)
    found += _overflowing(tab, 390, "German")
    _pictured(tab, f"{_name(page)}-de-390.png")
    return found + window.said()


def _without_javascript(window: Window, other: Window, page: Page) -> list[str]:
    window.tab.goto(page.path)
    if not window.tab.locator("main h1").first.is_visible():
        return ["shows no heading without JavaScript"]
    other.tab.set_viewport_size(WIDE)
    there = set(_lines(window.tab))
    missing = [line for line in _lines(other.tab) if line not in there]
    return [f"does not say without JavaScript: {missing[:5]}"] if missing else []


def _lines(tab: Tab) -> list[str]:
    return [" ".join(line.split()) for line in tab.locator("main").inner_text().splitlines() if line.strip()]


def _overflowing(tab: Tab, width: int, language: str = "English") -> list[str]:
    over = tab.evaluate(
        """() => {
            const wide = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= wide) return "";
            const over = (one) => one.getBoundingClientRect().right > wide + 1;
            const out = [...document.querySelectorAll("body *")].filter(over);
            return out.slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${one.className}`).join(" ") || "?";
        }"""
    )
    return [f"scrolls sideways at {width} in {language}: {over}"] if over else []


def _axe(tab: Tab, scheme: str, **options: Any) -> list[str]:
    tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # "light" or "dark"
    return [
        f"{found['id']} ({scheme}): {found['nodes'][0]['html'][:120]}"
        for found in Axe().run(tab, options=options).response["violations"]
    ]


def _name(page: Page) -> str:
    return f"{page.who or 'nobody'}-{page.route.replace(':', '-')}"


def _patterns(resolver: URLResolver | None = None, space: str = "") -> Iterator[tuple[str, str]]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", str(entry.pattern)
