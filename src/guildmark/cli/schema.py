"""`guildmark schema`: the JSON Schema of each document that programs exchange with the command line."""

from __future__ import annotations

import click

from guildmark.cli.command import guildmark_command
from guildmark.cli.voice import Voice
from guildmark.documents.schemas import KINDS, schema_of
from guildmark.words import say


@guildmark_command("schema", about=say("Print the JSON Schema of a document."))
@click.argument("kind", type=click.Choice(KINDS))
def command(voice: Voice, kind: str) -> int:
    """Prints the schema (JSON Schema 2020-12), with or without --json."""
    voice.answer(schema_of(kind))
    return 0
