"""`guildmark serve`: the web application, its worker, and on request the demonstration."""

from __future__ import annotations

import click

from guildmark.cli.command import guildmark_command, option
from guildmark.cli.later import not_yet
from guildmark.cli.voice import Voice
from guildmark.words import say


@guildmark_command("serve", about=say("Start the web application and its worker."))
@option("--demo", is_flag=True, about=say("Load the demonstration once, with accounts to sign in."))
@option("--host", default="127.0.0.1", show_default=True, about=say("The address to listen on."))
@option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), about=say("The port to listen on."))
@click.option("--vc-api", is_flag=True, hidden=True)
def command(voice: Voice, demo: bool, host: str, port: int, vc_api: bool) -> int:
    """Creates or updates the database, says the address, and serves until stopped."""
    if vc_api:
        raise not_yet(say("serve the VC API"))
    from guildmark.web.serving import serve

    return serve(host, port, demo=demo, tell=voice.note)
