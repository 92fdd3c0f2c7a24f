"""`guildmark keygen`: a new signing key, which only its owner can read."""

from __future__ import annotations

import os

import click

from guildmark.cli.command import guildmark_command, option, output_option
from guildmark.cli.voice import Voice
from guildmark.cli.writing import check_target, write_new_private_file
from guildmark.words import say

PASSPHRASE_VARIABLE = "GUILDMARK_KEY_PASSPHRASE"  # noqa: S105 -- the name of a variable, not a secret


@guildmark_command("keygen", about=say("Make a new signing key."))
@output_option((), required=True)
@option(
    "--type",
    "key_type",
    type=click.Choice(["ed25519", "p256"]),
    default="ed25519",
    about=say("The kind of key; ed25519 unless something else is asked for."),
)
def command(voice: Voice, output: str, key_type: str) -> int:
    """Writes a PKCS#8 PEM file, encrypted where a passphrase is set, and says the key's did:key."""
    from guildmark.credentials.keys import generate, to_pem

    path = check_target(output)
    key = generate(key_type)
    passphrase = passphrase_here()
    write_new_private_file(path, to_pem(key, passphrase))
    if voice.as_json:
        voice.answer({"did": key.did, "file": output, "type": key_type, "encrypted": passphrase is not None})
        return 0
    page = voice.page()
    page.strong(key.did)
    page.text(
        say("{file} is encrypted with the passphrase in {variable}.", file=output, variable=PASSPHRASE_VARIABLE)
        if passphrase
        else say(
            "{file} is not encrypted, since {variable} is not set. Only you can read it: keep it so.",
            file=output,
            variable=PASSPHRASE_VARIABLE,
        )
    )
    page.next(say("keep a copy in a safe place. Records are bound to this key; nobody can make it again."))
    return 0


def passphrase_here() -> str | None:
    """The passphrase in the environment; None where it is not set or empty."""
    return os.environ.get(PASSPHRASE_VARIABLE) or None
