"""Starting the web application: migrate, load the demonstration once, then a server and a worker until stopped."""

from __future__ import annotations

import ipaddress
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress

import django

from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Sentence, say

_PATIENCE = 10


def serve(host: str, port: int, *, demo: bool, tell: Callable[[Sentence], None]) -> int:
    """Serves until a signal; 0 when stopped by one. GuildmarkError where it would not be safe to start."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guildmark.web.settings")
    if host not in {"0.0.0.0", "::"}:  # noqa: S104 -- compared, not bound
        os.environ.setdefault("GUILDMARK_HOSTS", f"localhost,127.0.0.1,[::1],{host}")
    shown = f"[{host}]" if ":" in host else host
    os.environ.setdefault("GUILDMARK_LISTENS_AT", f"http://{shown}:{port}")
    django.setup()
    prepare(demo=demo)
    _refuse_open_demonstration(host)
    tell(say("Guildmark answers at {address}", address=f"http://{shown}:{port}/"))
    if demo:
        from guildmark.web.demonstration import ACCOUNTS, PASSWORD

        tell(
            say(
                "Sign in as {accounts}, each with the password {password}.",
                accounts=", ".join(ACCOUNTS),
                password=PASSWORD,
            )
        )
    return _run_both(host, port)


def prepare(*, demo: bool) -> None:
    """Creates or updates the database; loads the demonstration where there is none yet."""
    from django.conf import settings
    from django.core.management import call_command

    from guildmark.web import environment

    if str(settings.DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
        environment.var_folder().mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    if demo:
        from guildmark.web.demonstration import load

        load()


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach the address."""
    if host == "localhost":
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


def _refuse_open_demonstration(host: str) -> None:
    from guildmark.web.accounts.selectors import demo_accounts_exist

    if not is_loopback(host) and demo_accounts_exist():
        raise GuildmarkError(
            Fault(
                "serve.demo.open",
                say(
                    "The demonstration's accounts have a password that everybody knows. While they exist, "
                    "Guildmark listens on this computer only. Use --host 127.0.0.1, or another folder of data."
                ),
                found=host,
            )
        )


def _run_both(host: str, port: int) -> int:
    python = sys.executable
    server = [python, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--no-access-log"]
    commands = ([*server, "--workers", "1", "guildmark.web.wsgi:application"], [python, "-m", "guildmark.web", "work"])
    running = [subprocess.Popen(command) for command in commands]  # noqa: S603 -- our own programs
    stopped = False

    def stop(*_: object) -> None:
        nonlocal stopped
        stopped = True

    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, stop)
    try:
        while not stopped:
            if running[0].poll() is not None:
                return 2
            if running[1].poll() is not None:
                # A worker that died leaves its leases; the next one takes them up.
                running[1] = subprocess.Popen(commands[1])  # noqa: S603 -- our own program
            time.sleep(0.5)
        return 0
    finally:
        for process in running:
            with suppress(ProcessLookupError):
                process.terminate()
        for process in running:
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
