"""`python -m guildmark.web work`: does what waits, until it is stopped."""

from __future__ import annotations

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from guildmark.web.jobs.actions import do_one


class Command(BaseCommand):
    """The worker. Any number may run; each chunk is done once."""

    help = "Does the jobs that wait."

    def add_arguments(self, parser: CommandParser) -> None:
        """--once: stop when nothing waits."""
        parser.add_argument("--once", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Works until SIGTERM or SIGINT, and finishes the chunk at hand."""
        stop = threading.Event()
        if threading.current_thread() is threading.main_thread():
            for one in (signal.SIGTERM, signal.SIGINT):
                signal.signal(one, lambda *_: stop.set())
        while not stop.is_set():
            if do_one():
                continue
            if options["once"]:
                return
            close_old_connections()
            stop.wait(0.5)
