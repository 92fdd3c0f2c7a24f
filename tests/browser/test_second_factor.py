"""Passkeys and codes, once somebody has switched them on: in a real browser, with a key that the browser plays."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser.conftest import started
from tests.browser.pages import PASSWORD

KEY_OF_THE_BROWSER = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip
PAGES = (
    "/accounts/2fa/", "/accounts/2fa/webauthn/", "/accounts/2fa/webauthn/add/", "/accounts/2fa/totp/deactivate/",
    "/accounts/2fa/recovery-codes/", "/accounts/2fa/recovery-codes/generate/", "/accounts/email/",
    "/accounts/password/change/", "/accounts/me/",
)  # fmt: skip


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An application with the second factor switched on; passkeys belong to a name, not to a number."""
    process = started(tmp_path_factory.mktemp("guarded"), GUILDMARK_SECOND_FACTOR="1")
    assert isinstance(process.args, list)
    yield f"http://localhost:{process.args[-1]}"
    process.terminate()
    process.wait(30)


def sign_in(page: Page, site: str, who: str) -> None:
    page.goto(f"{site}/accounts/login/")
    page.get_by_label("Email").fill(f"{who}@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign In", exact=True).click()


def go(page: Page, address: str) -> None:
    """Opens a page of keys; the password is asked once more where the sign-in is not fresh."""
    page.goto(address)
    if "/reauthenticate/" in page.url:
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("main form button").first.click()
        page.wait_for_url(address)


def sign_out(page: Page, site: str) -> None:
    page.goto(f"{site}/accounts/logout/")
    page.locator("main").get_by_role("button").first.click()


def code_of(secret: str) -> str:
    """The six digits that an authenticator shows now (RFC 6238)."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def test_a_passkey_alone_signs_in(chromium: Browser, guarded: str) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.set_default_timeout(10_000)
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text) if one.type in {"error", "warning"} else None)
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": KEY_OF_THE_BROWSER})
    sign_in(page, guarded, "dora")
    go(page, f"{guarded}/accounts/2fa/webauthn/add/")
    page.get_by_label("Name").fill("My phone")
    passwordless = page.locator("input[name=passwordless]")
    if passwordless.count():
        passwordless.check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(re.compile("/accounts/2fa/(?!webauthn/add)"))
    page.goto(f"{guarded}/accounts/2fa/webauthn/")
    assert "My phone" in page.locator("main").inner_text()
    sign_out(page, guarded)
    page.goto(f"{guarded}/accounts/login/")
    page.get_by_role("button", name=re.compile("passkey", re.IGNORECASE)).click()
    page.wait_for_url(f"{guarded}/p/")
    page.goto(f"{guarded}/accounts/me/")
    assert page.locator("h1").inner_text().startswith("Dora")
    assert said == []
    page.close()


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_code_is_asked_after_the_password(chromium: Browser, guarded: str, language: str) -> None:
    who = {"en": "bob", "de": "charlie"}[language]
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.set_default_timeout(10_000)
    said: list[ConsoleMessage] = []
    page.on("console", lambda one: said.append(one) if one.type in {"error", "warning"} else None)
    sign_in(page, guarded, who)
    page.context.add_cookies([{"name": "django_language", "value": language, "url": guarded}])
    go(page, f"{guarded}/accounts/2fa/totp/activate/")
    secret = page.locator("#authenticator_secret").input_value()
    page.locator("input[name=code]").fill(code_of(secret))
    page.locator("main form button").last.click()
    page.wait_for_url(re.compile("/accounts/2fa/(?!totp)"))
    for address in PAGES:
        answer = page.goto(guarded + address)
        assert answer, address
        assert answer.status == 200, address
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
        taken = Path("var/screenshots/second-factor")
        taken.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=taken / f"{language}{address.replace('/', '-')}.png", full_page=True)
    page.goto(f"{guarded}/accounts/2fa/recovery-codes/")
    assert len(re.findall(r"[0-9a-f]{8}", page.content())) >= 10
    sign_out(page, guarded)
    page.context.clear_cookies(name="django_language")
    sign_in(page, guarded, who)
    page.wait_for_url(re.compile("/accounts/2fa/authenticate/"))
    recovery = page.locator("input[name=code]")
    recovery.fill("000000")
    page.locator("main form button").first.click()
    assert page.locator(".fault, [role=alert]").first.is_visible()
    page.close()
    assert said == []
