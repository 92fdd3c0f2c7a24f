"""`guildmark check`: a design against the European standard elements and the quality checks (Step 4)."""

from __future__ import annotations

import click

from guildmark.cli.command import guildmark_command
from guildmark.cli.limits import limits_here
from guildmark.cli.reading import read_document
from guildmark.cli.voice import Voice
from guildmark.toolkit.design.checking import Check
from guildmark.words import Listing, Sentence, say, say_count

_SEVERITIES = {
    "error": say("error", context="severity of a finding"),
    "warning": say("warning", context="severity of a finding"),
    "advice": say("advice", context="severity of a finding"),
}


@guildmark_command("check", about=say("Check a design against the European standard elements (Step 4)."))
@click.argument("design")
def command(voice: Voice, design: str) -> int:
    """Reads a design (JSON or YAML) and lists what is missing, wrong or worth a second look."""
    from guildmark.toolkit.design import check

    result = check(read_document(design, limits_here()))
    if voice.as_json:
        voice.answer(result.as_json(voice.language))
    else:
        show_check(voice, result, design)
    return 0 if result.ok else 1


def show_check(voice: Voice, result: Check, design: str) -> None:
    """The check for people: may it be issued, what is missing, what was found, what comes next."""
    from guildmark.vocabulary import elements

    page = voice.page()
    page.finding(_finding(result))
    missing = [elements.get(key) for key in result.elements.mandatory.missing]
    if missing:
        page.text(say("Missing: {elements}.", elements=Listing.of(missing)))
    if result.findings:
        page.table(
            [say("Severity"), say("Where"), say("What")],
            [(_SEVERITIES[one.severity], one.path or "/", one.sentence) for one in result.findings],
        )
    if result.ok:
        page.next(
            say("sign it for learners: guildmark issue {design} --learners … --issuer … --key … --out …", design=design)
        )
    else:
        page.next(say("mend the errors and check again."))


def _finding(result: Check) -> Sentence:
    there = len(result.elements.mandatory.present)
    of_all = there + len(result.elements.mandatory.missing)
    errors = sum(finding.severity == "error" for finding in result.findings)
    if errors:
        return say_count(
            "Not ready to be issued: {count} error; {there} of {of_all} mandatory elements are there.",
            "Not ready to be issued: {count} errors; {there} of {of_all} mandatory elements are there.",
            errors,
            there=there,
            of_all=of_all,
        )
    optional = len(result.elements.optional.present)
    return say(
        "Ready to be issued: all {of_all} mandatory elements are there, and {optional} optional ones.",
        of_all=of_all,
        optional=optional,
    )
