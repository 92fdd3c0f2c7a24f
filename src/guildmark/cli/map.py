"""`guildmark map`: the knowledge and power map of the stakeholders (Step 3), with roles and advice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from guildmark.cli.command import guildmark_command, language_option, option, output_option
from guildmark.cli.limits import limits_here
from guildmark.cli.pictures import PICTURE_ENDINGS, pictured
from guildmark.cli.reading import read_spreadsheet
from guildmark.cli.voice import Voice
from guildmark.cli.writing import check_target, write_file
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.toolkit.stakeholders.model import PlacedStakeholder, Power, Shape, StakeholderMap
from guildmark.words import Listing, say

_MARKS = {Shape.TRIANGLE: "▲", Shape.SQUARE: "■", Shape.CIRCLE: "●"}
_POWER = {
    Power.HIGH: say("high", context="influence or support"),
    Power.LOW: say("low", context="influence or support"),
    Power.UNDECIDED: say("undecided", context="influence or support"),
}

_HEADS = (
    say("Name"),
    say("Organisation"),
    say("Group"),
    say("Knows", context="how much a stakeholder knows"),
    say("Influence"),
    say("Support"),
    say("Scenario"),
)


@guildmark_command("map", about=say("Place stakeholders by knowledge, influence and support (Step 3)."))
@click.argument("file")
@output_option(PICTURE_ENDINGS)
@option("--without-names", is_flag=True, about=say("Draw no names: a picture for the wall."))
@language_option
def command(voice: Voice, file: str, output: str | None, without_names: bool) -> int:
    """Reads the answers about every stakeholder, places them, and draws the map where a file is named."""
    from guildmark.spreadsheets.stakeholders import read_stakeholders
    from guildmark.toolkit.stakeholders import stakeholder_map

    path = check_target(output, PICTURE_ENDINGS, [file]) if output else None
    if path and without_names and path.suffix.lower() == ".xlsx":
        sentence = say("A workbook lists everyone by name. Draw a picture instead: .svg, .png or .pdf.")
        raise GuildmarkError(
            Fault("map.names.workbook", sentence, Place(file=output), path.suffix, (".svg", ".png", ".pdf"))
        )
    limits = limits_here()
    result = stakeholder_map(read_stakeholders(read_spreadsheet(file, limits), file, limits.spreadsheet))
    if path:
        write_file(path, _drawn(path, result, voice.language, names=not without_names))
    document = map_document(result, voice.language)
    if voice.as_json:
        voice.answer(document)
    else:
        _show(voice, result, document, file, output)
    return 0


def map_document(result: StakeholderMap, language: str) -> dict[str, Any]:
    """The JSON of `guildmark map --json`: the map, the roles that fit, and the advice that follows."""
    from guildmark.toolkit.advice import Results, advice_json, advise
    from guildmark.toolkit.design.roles import roles_json
    from guildmark.toolkit.stakeholders import map_json

    return {
        **map_json(result, language),
        "roles": roles_json(result.stakeholders),
        "advice": advice_json(advise(Results(stakeholder_map=result)), language),
    }


def _drawn(path: Path, result: StakeholderMap, language: str, *, names: bool) -> bytes:
    from guildmark.drawing.stakeholder_map import map_svg
    from guildmark.spreadsheets.stakeholders import write_map

    return pictured(
        path,
        lambda: map_svg(result, language, names=names),
        lambda: write_map(result, language),
        result.finding,
        language,
    )


def _show(voice: Voice, result: StakeholderMap, document: dict[str, Any], file: str, output: str | None) -> None:
    from guildmark.toolkit.advice import section_words
    from guildmark.vocabulary import groups

    page = voice.page()
    page.finding(result.finding)
    page.text(
        say(
            "Groups: {groups}.",
            groups=Listing.of(say("{letter} {group}", letter=one.letter, group=one) for one in groups.all_groups()),
        )
    )
    page.table(
        _HEADS,
        [_row(placed) for placed in result.stakeholders],
    )
    page.points(say("Gaps"), (gap.sentence for gap in result.gaps))
    page.points(
        say("What to do"),
        (
            f"{advice['text']} ({section_words(advice['section']).text(voice.language)})"
            for advice in document["advice"]
        ),
    )
    if output:
        page.next(say("open {file}.", file=output))
    else:
        page.next(say("draw it: guildmark map {file} -o map.svg", file=file))


def _row(placed: PlacedStakeholder) -> tuple[object, ...]:
    from guildmark.vocabulary import groups, understanding_levels

    known = understanding_levels.get(placed.understanding.value) if placed.understanding else None
    return (
        placed.source.name,
        placed.source.organisation or "",
        groups.get(placed.source.group.value).letter,
        say("{mark} {level}", mark=_MARKS[placed.shape], level=known) if placed.shape and known else "?",
        _POWER[placed.influence.level] if placed.influence.level else "?",
        _POWER[placed.support.level] if placed.support.level else "?",
        placed.scenario.value if placed.scenario else "–",
    )
