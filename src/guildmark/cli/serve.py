"""`guildmark serve`: the web application, its worker, and on request the demonstration."""

from __future__ import annotations

from typing import Any

import click

from guildmark.cli.command import guildmark_command, option
from guildmark.cli.limits import limits_here
from guildmark.cli.voice import Voice
from guildmark.words import say


@guildmark_command("serve", about=say("Start the web application and its worker."))
@option("--demo", is_flag=True, about=say("Load the demonstration once, with accounts to sign in."))
@option("--host", default="127.0.0.1", show_default=True, about=say("The address to listen on."))
@option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), about=say("The port to listen on."))
@option("--vc-api", is_flag=True, about=say("For developers: answer the W3C's VC API instead, on this machine alone."))
@option(
    "--https-port",
    default=8443,
    show_default=True,
    type=click.IntRange(1, 65535),
    about=say("With --vc-api: the port for https."),
)
def command(voice: Voice, demo: bool, host: str, port: int, **door: Any) -> int:
    """Creates or updates the database, says the address, and serves until stopped."""
    if door["vc_api"]:
        from guildmark.cli import vc_api

        return vc_api.serve(host, port, door["https_port"], limits_here(), voice.note)
    from guildmark.web.serving import serve

    return serve(host, port, demo=demo, tell=voice.note)
