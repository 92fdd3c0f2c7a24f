"""A real browser, and the real application with its demonstration: server and worker, once for all browser tests."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.pages import Page, found_pages

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_MOST_TRIES = 600


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the application: the command that people start, on a folder of its own."""
    var = tmp_path_factory.mktemp("var")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "GUILDMARK_"))}
    command = [str(Path(sys.executable).parent / "guildmark"), "serve", "--demo", "--port", str(port)]
    with (var / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            command, env={**surroundings, "GUILDMARK_VAR": str(var)}, stdout=log, stderr=log, cwd=var
        )
        try:
            _answers(f"http://127.0.0.1:{port}", process, var / "log.txt")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(30)


def _answers(site: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Returns once the server answers; fails with its own words where it ended."""
    with httpx.Client(transport=httpx.HTTPTransport(retries=5)) as client:
        for _try in range(_MOST_TRIES):
            assert process.poll() is None, log.read_text("utf-8")
            try:
                if client.get(f"{site}/healthz").is_success:
                    return
            except httpx.ConnectError:
                continue
    pytest.fail(log.read_text("utf-8"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium as the system has it."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing: run make chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pages(site: str) -> tuple[Page, ...]:
    """One page of each route, as the one who sees it."""
    return found_pages(site)
