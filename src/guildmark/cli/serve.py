"""`guildmark serve`: promised, and not in this version yet."""

from __future__ import annotations

import click

from guildmark.cli.command import guildmark_command
from guildmark.cli.later import ANY_ARGUMENTS, not_yet
from guildmark.cli.voice import Voice
from guildmark.words import say


@guildmark_command(
    "serve",
    about=say("Start the web application (not in this version yet)."),
    context_settings=ANY_ARGUMENTS,
)
@click.argument("rest", nargs=-1, type=click.UNPROCESSED)
def command(voice: Voice, rest: tuple[str, ...]) -> int:
    """Says that this version has no web application."""
    raise not_yet(say("serve the web application"))
