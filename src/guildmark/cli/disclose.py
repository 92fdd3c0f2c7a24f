"""`guildmark disclose`: another presentation of an SD-JWT record, that keeps back what nobody needs to know."""

from __future__ import annotations

import click

from guildmark.cli.command import guildmark_command, option, output_option
from guildmark.cli.limits import limits_here
from guildmark.cli.reading import naming, read_record
from guildmark.cli.voice import Voice
from guildmark.cli.writing import check_target, write_file
from guildmark.credentials import sdjwt
from guildmark.credentials.sdjwt.claims import hideable
from guildmark.credentials.sdjwt.compact import check_names, names_there
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Listing, say


@guildmark_command("disclose", about=say("Show an sd-jwt record without birth date, e-mail or grade."))
@click.argument("record")
@output_option((), required=True)
@option("--without", metavar="NAMES", about=say("What to keep back, such as birthdate,email."))
@option("--only", metavar="NAMES", about=say("What to show, and nothing else of what can be hidden: name."))
def command(voice: Voice, record: str, output: str, without: str | None, only: str | None) -> int:
    """Drops disclosures; the issuer's signature stays as it is. A presentation cannot show more than its source."""
    path = check_target(output, (), [record])
    if (without is None) == (only is None):
        sentence = say("Say what to show with --only, or what to keep back with --without.")
        raise GuildmarkError(Fault("disclose.options", sentence))
    limits = limits_here()
    data = read_record(record, limits)
    with naming(record):
        if not sdjwt.looks_like_one(data.strip()):
            raise GuildmarkError(Fault("disclose.format", say("Only records of the format sd-jwt can hide claims.")))
        found = sdjwt.read(data, limits=limits.record)
        there, named = names_there(found), _names(only if without is None else without)
        # What is not there is kept back already; only what no such record could have is a slip of the pen.
        check_names(found, named, () if without is None else hideable(found.token.payload))
        shown = [name for name in there if (name in named) is (without is None)]
        write_file(path, sdjwt.showing(data, shown) + b"\n")
    hidden = [name for name in there if name not in shown]
    if absent := [name for name in named if name not in there]:
        names = Listing.of(absent, either=True)
        voice.warn([say("The record shows no {names}, so there was nothing of that to keep back.", names=names)])
    if voice.as_json:
        voice.answer({"file": output, "shown": shown, "hidden": hidden})
        return 0
    page = voice.page()
    page.finding(say("{file} is made.", file=output))
    if hidden:
        page.text(say("It keeps back {names}.", names=Listing.of(hidden)))
    page.next(say("look at what it says: guildmark verify {file}", file=output))
    return 0


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (text or "").split(",") if name.strip())
