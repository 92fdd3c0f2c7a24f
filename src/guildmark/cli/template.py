"""`guildmark template`: an empty file of each kind to start from, or a complete example."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import click

from guildmark.cli.command import guildmark_command, language_option, option, output_option
from guildmark.cli.voice import Voice
from guildmark.cli.writing import check_target, write_file
from guildmark.words import say

KINDS = ("matrix", "answers", "map", "design", "issuer", "learners")
_WORKBOOKS = ("matrix", "map", "learners")


@guildmark_command("template", about=say("Write an empty or example file to start from."))
@click.argument("kind", type=click.Choice(KINDS))
@output_option((), required=True)
@option("--example", is_flag=True, about=say("Fill it with a complete, valid example."))
@language_option
def command(voice: Voice, kind: str, output: str, example: bool) -> int:
    """Writes a workbook for matrix, map and learners; JSON for answers, design and issuer."""
    path = check_target(output, (".xlsx",) if kind in _WORKBOOKS else (".json",))
    made = _workbook if kind in _WORKBOOKS else _document
    write_file(path, made(kind, example, voice.language))
    if voice.as_json:
        voice.answer({"file": output, "kind": kind, "example": example})
        return 0
    page = voice.page()
    page.finding(say("{file} is written.", file=output))
    page.next(_NEXT[kind])
    return 0


_NEXT = {
    "matrix": say("fill in a row a country, then: guildmark matrix FILE -o matrix.svg"),
    "answers": say("answer the questions, then: guildmark context FILE"),
    "map": say("fill in a row a stakeholder, then: guildmark map FILE -o map.svg"),
    "design": say("fill in the elements, then: guildmark check FILE"),
    "issuer": say("fill in who issues, then: guildmark keygen -o key.pem"),
    "learners": say("fill in a row a learner, then: guildmark issue DESIGN --learners FILE …"),
}


def _workbook(kind: str, example: bool, language: str) -> bytes:
    from guildmark.spreadsheets.templates import template
    from guildmark.toolkit.design import Design
    from guildmark.toolkit.design.template import example as example_design

    scale = Design.model_validate({"grade": example_design().get("grade")}).grade
    match kind:
        case "matrix" | "map":
            return template(kind, example, language)
        case _:
            return template("learners", example, language, scale if example else None)


def _document(kind: str, example: bool, language: str) -> bytes:
    document: dict[str, Any]
    match kind:
        case "design":
            from guildmark.toolkit.design import template

            document = template.example() if example else template.empty(language)
        case "answers":
            document = _shipped("answers") if example else _empty_answers(language)
        case _:
            document = _shipped("issuer") if example else {"name": "", "country": "", **dict.fromkeys(_ISSUER_OPTIONAL)}
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


NOTES = "_guidance"
_ISSUER_OPTIONAL = ("address", "legal_id", "url", "email", "image")


def _shipped(name: str) -> dict[str, Any]:
    text = (files("guildmark.cli") / "examples" / f"{name}.json").read_text("utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


def _empty_answers(language: str) -> dict[str, Any]:
    """Every question without an answer, with its wording and its options beside it."""
    from guildmark.toolkit.context import LATEST, questionnaire

    questions = questionnaire().questions()
    return {
        NOTES: {
            question.key: " ".join(
                [
                    question.label(language),
                    *(f"{option.letter}. {option.label(language)} ({option.key})" for option in question.options),
                ]
            )
            for question in questions
        },
        "edition": LATEST,
        "country": "",
        "region": None,
        "answers": {question.key: None for question in questions if not question.collects},
        "bodies": None,
        "initiatives": [],
        "sources": [],
    }
