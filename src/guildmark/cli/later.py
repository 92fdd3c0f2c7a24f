"""What the contract promises and this version does not do yet: it says so, with exit code 2."""

from __future__ import annotations

import click

from guildmark.cli.command import guildmark_command
from guildmark.cli.voice import Voice
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Sentence, say

_ANY_ARGUMENTS = {"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []}


def not_yet(what: Sentence) -> GuildmarkError:
    """The refusal of something that a later version does; `what` completes "This version does not … yet"."""
    return GuildmarkError(Fault("later", say("This version does not {what} yet.", what=what)))


@guildmark_command(
    "serve", about=say("Start the web application (not in this version yet)."), context_settings=_ANY_ARGUMENTS
)
@click.argument("rest", nargs=-1, type=click.UNPROCESSED)
def serve(voice: Voice, rest: tuple[str, ...]) -> int:
    """Says that this version has no web application."""
    raise not_yet(say("serve the web application"))


@guildmark_command(
    "status",
    about=say("Revoke or suspend records (not in this version yet)."),
    context_settings=_ANY_ARGUMENTS,
    hidden=True,
)
@click.argument("rest", nargs=-1, type=click.UNPROCESSED)
def status(voice: Voice, rest: tuple[str, ...]) -> int:
    """Says that this version keeps no status lists."""
    raise not_yet(say("set the status of records"))


LATER_COMMANDS = (serve, status)
