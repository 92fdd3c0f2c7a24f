"""Every page in a real browser: nothing keeps anybody out, nothing overflows, nothing breaks, nothing goes elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Page as Tab

from tests.browser.pages import Page, sign_in

pytestmark = pytest.mark.xdist_group("browser")

SHOTS = Path("var/screenshots")
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@contextmanager
def seen_by(chromium: Browser, site: str, who: str, **options: object) -> Iterator[BrowserContext]:
    """A browser window that is signed in."""
    context = chromium.new_context(base_url=site, **options)  # type: ignore[arg-type] # Playwright's own options
    with closing(sign_in(site, who)) as client:
        context.add_cookies([{"name": name, "value": value, "url": site} for name, value in client.cookies.items()])
    yield context
    context.close()


def _people(pages: tuple[Page, ...]) -> list[tuple[str, list[Page]]]:
    return [(who, [page for page in pages if page.who == who]) for who in dict.fromkeys(page.who for page in pages)]


def _overflows(tab: Tab) -> bool:
    return bool(tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def _axe(tab: Tab, scheme: str) -> list[str]:
    tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # "light" or "dark"
    return [f"{found['id']} ({scheme})" for found in Axe().run(tab).response["violations"]]


def test_every_page_is_open_to_all_and_keeps_to_itself(chromium: Browser, site: str, pages: tuple[Page, ...]) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    wrong: list[str] = []
    for who, theirs in _people(pages):
        with seen_by(chromium, site, who, viewport=WIDE) as context:
            tab, said = context.new_page(), list[str]()
            tab.on("console", lambda message, said=said: said.append(message.text) if message.type == "error" else None)
            tab.on("pageerror", lambda error, said=said: said.append(str(error)))
            tab.on(
                "request",
                lambda asked, said=said: (
                    None if asked.url.startswith((site, "data:", "blob:")) else said.append(asked.url)
                ),
            )
            for page in theirs:
                tab.set_viewport_size(WIDE)
                tab.goto(page.path)
                name = f"{who or 'nobody'}-{page.route.replace(':', '-')}"
                tab.screenshot(path=SHOTS / f"{name}-1280.png", full_page=True)
                found = _axe(tab, "light")
                tab.set_viewport_size(NARROW)
                found += ["overflows at 390"] if _overflows(tab) else []
                found += _axe(tab, "dark")
                tab.screenshot(path=SHOTS / f"{name}-390.png", full_page=True)
                wrong += [f"{page.path} ({who}): {one}" for one in (*found, *said)]
                said.clear()
    assert wrong == []


def test_every_page_reads_without_javascript(chromium: Browser, site: str, pages: tuple[Page, ...]) -> None:
    wrong: list[str] = []
    for who, theirs in _people(pages):
        with seen_by(chromium, site, who, java_script_enabled=False) as context:
            tab = context.new_page()
            for page in theirs:
                tab.goto(page.path)
                if not tab.locator("h1").first.is_visible() or not tab.locator("main").inner_text().strip():
                    wrong.append(f"{page.path} ({who})")
    assert wrong == []
