"""A real browser, and the real application with its demonstration: server and worker, one for all browser tests."""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
)
_MOST_TRIES = 600


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run of the tests have in common."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "browser"
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def held(path: Path, how: int) -> Iterator[None]:
    """A lock between processes for as long as the block runs: fcntl.LOCK_EX alone, fcntl.LOCK_SH with others."""
    with path.open("ab") as file:
        fcntl.flock(file, how)
        yield


@pytest.fixture(scope="session")
def site(shared: Path) -> Iterator[str]:
    """The address of the application. The first process to ask starts it, and ends it when nobody looks any more."""
    address, process = shared / "address.txt", None
    with held(shared / "start.lock", fcntl.LOCK_EX):
        if not address.exists():
            process = started(shared)
            address.write_text(process.args[-1], "utf-8")
        using = held(shared / "users.lock", fcntl.LOCK_SH)
        using.__enter__()
        found = address.read_text("utf-8")
    yield f"http://127.0.0.1:{found}"
    using.__exit__(None, None, None)
    if process is not None:
        with held(shared / "start.lock", fcntl.LOCK_EX), held(shared / "users.lock", fcntl.LOCK_EX):
            address.unlink()
            process.terminate()
            process.wait(30)


def started(shared: Path, **switches: str) -> subprocess.Popen[bytes]:
    """The command that people start, on a folder of its own; its last argument is the port.

    `switches` are variables of docs/operating.md.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    var = shared / "var"
    shutil.rmtree(var, ignore_errors=True)
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "GUILDMARK_"))}
    surroundings |= {
        "GUILDMARK_VAR": str(var),
        "PYTHONUNBUFFERED": "1",
    } | switches  # what is mailed is read from the log
    command = [str(Path(sys.executable).parent / "guildmark"), "serve", "--demo", "--port", str(port)]
    with (shared / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, env=surroundings, stdout=log, stderr=log, cwd=shared)
    try:
        _answers(f"http://127.0.0.1:{port}", process, shared / "log.txt")
    except BaseException:
        process.terminate()
        process.wait(30)
        raise
    return process


def _answers(site: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Returns once the server answers; fails with its own words where it ended."""
    with httpx.Client(transport=httpx.HTTPTransport(retries=5)) as client:
        for _try in range(_MOST_TRIES):
            assert process.poll() is None, log.read_text("utf-8")
            try:
                if client.get(f"{site}/healthz").is_success:
                    return
            except httpx.TransportError:  # not there yet, or busy with its first answer
                continue
    pytest.fail(log.read_text("utf-8"))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium as the system has it, gone before tests of other modules run: it keeps an event loop open."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing: run make chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pages(site: str, shared: Path) -> tuple[Page, ...]:
    """One page of each route, as the one who sees it; the same for all processes."""
    return found_pages(site, shared)
