"""`guildmark serve --vc-api`: the W3C's VC API over the record engine, for conformance suites on the same machine.

Development only: keys are made at the start and forgotten at the end, nothing is stored, and whoever can reach the
port can have anything signed. docs/vc-api.md tells the addresses.
"""

from __future__ import annotations

import ipaddress
import secrets
import signal
import threading
from collections.abc import Callable
from datetime import UTC, datetime

from guildmark.cli.limits import Limits
from guildmark.cli.verify import client
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Sentence, say


def serve(host: str, port: int, https_port: int, limits: Limits, tell: Callable[[Sentence], None]) -> int:
    """Answers until stopped by a signal; GuildmarkError `vc_api.host` where others could reach it."""
    from guildmark.cli.vc_api.door import Door
    from guildmark.cli.vc_api.server import Server

    if not _is_loopback(host):
        sentence = say("The VC API signs whatever it is asked to. Let it listen on this machine alone: 127.0.0.1.")
        raise GuildmarkError(Fault("vc_api.host", sentence, found=host, accepted=("127.0.0.1", "::1", "localhost")))
    shown = f"[{host}]" if ":" in host else host
    door = Door(
        base=f"https://localhost:{https_port}",
        now=lambda: datetime.now(UTC),
        choose=secrets.randbelow,
        fetch=client(limits).fetch,
        limits=limits.record,
    )
    with Server(door, host, port, secured=False), Server(door, host, https_port, secured=True):
        for address in (f"http://{shown}:{port}/", f"https://{shown}:{https_port}/"):
            tell(say("The VC API answers at {address}", address=address))
        _wait()
    return 0


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _wait() -> None:
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    stopped.wait()
