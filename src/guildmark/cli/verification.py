"""A verification set for people: the verdict, each check, and the 16 elements with what the record lacks."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.cli.page import Page
from guildmark.cli.voice import Voice
from guildmark.credentials.verify import Verification
from guildmark.words import Listing, Sentence, in_language, say

_VERDICTS = {
    "valid": say("Valid: the record is genuine, unchanged and in force."),
    "invalid": say("Not valid."),
    "undetermined": say("Undetermined: nothing is wrong, but something could not be checked."),
}
_RESULTS = {
    "pass": say("● passed", context="result of a check"),
    "fail": say("▲ failed", context="result of a check"),
    "not_checked": say("■ not checked", context="result of a check"),
}
_WIDEST_LABEL = 30
"""Letters of an element's name in one line: its value needs the room."""


def show_verification(voice: Voice, result: Verification) -> None:
    """Says it on standard output."""
    page = voice.page()
    page.finding(_VERDICTS[result.verdict])
    for line in _outline(result, voice.language):
        page.text(line)
    page.table(
        [say("Check"), say("Result"), say("What was found")],
        [(check.name, _RESULTS[check.result], check.sentence) for check in result.checks],
    )
    _show_elements(page, result)
    page.next(*_next(result))


def _outline(result: Verification, language: str) -> Iterator[object]:
    """What was awarded to whom, by whom."""
    record = result.record
    if title := record.get("title"):
        yield in_language(title, language)
    if name := (record.get("learner_identification") or {}).get("name"):
        yield say("Awarded to {name}.", name=name)
    if issuer := (record.get("issuer") or {}).get("name"):
        yield say("Issued by {name}.", name=in_language(issuer, language))


def _show_elements(page: Page, result: Verification) -> None:
    """Each element as the record has it, and what it lacks; of a record without any, only what is asked for."""
    from guildmark.documents.elements import element_rows
    from guildmark.vocabulary import elements

    rows = element_rows(result.record, page.language)
    if any(row.lines for row in rows):
        lacking = {True: say("missing", context="element"), False: say("not stated")}
        page.table(
            [say("Element"), say("What the record says")],
            [(row.label, "\n".join(row.lines) or lacking[row.mandatory]) for row in rows],
            first_column=_WIDEST_LABEL,
        )
    missing = [elements.get(key) for key in result.elements["mandatory"]["missing"]] if result.elements else []
    if missing:
        page.blank()
        page.text(
            say(
                "The European standard also asks for {elements}; a record may be genuine without.",
                elements=Listing.of(missing),
            )
        )


def _next(result: Verification) -> Iterator[Sentence]:
    issuer = (result.record.get("issuer") or {}).get("name")
    if result.verdict == "valid" and issuer and result.result("trust") == "not_checked":
        yield say(
            "make sure that the key is the issuer's, since anyone can write a name; "
            "or name the issuers that you trust: --trust FILE"
        )
    if result.verdict == "valid":
        yield say("make a certificate: guildmark render FILE -o certificate.pdf")
    elif result.verdict == "undetermined":
        yield say("try again when the network is there, or ask the issuer.")
    else:
        yield say("ask the learner or the issuer for the original file.")
