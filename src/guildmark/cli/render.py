"""`guildmark render`: the certificate as PDF with the record attached, or the badge with the record baked in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from guildmark.cli.command import guildmark_command, language_option, option, output_option
from guildmark.cli.limits import limits_here
from guildmark.cli.reading import naming, read_record
from guildmark.cli.verify import verified
from guildmark.cli.voice import Voice
from guildmark.cli.writing import check_target, write_file
from guildmark.credentials.baking import bake_png, bake_svg, is_picture, unbake
from guildmark.credentials.record.addresses import is_web_address
from guildmark.credentials.verify import Verification
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import say

ENDINGS = (".pdf", ".png", ".svg")


@guildmark_command("render", about=say("Make the certificate (PDF) or the badge (PNG, SVG) of a record."))
@click.argument("record")
@output_option(ENDINGS, required=True)
@option("--url", metavar="ADDRESS", about=say("The record's page; only then does the certificate show a QR code."))
@language_option
def command(voice: Voice, record: str, output: str, url: str | None) -> int:
    """Verifies the record first: no certificate is made of one that is not valid."""
    path = check_target(output, ENDINGS, [record])
    if url is not None and not is_web_address(url):
        raise GuildmarkError(_no_address(url))
    limits = limits_here()
    data = read_record(record, limits)
    result = verified(record, data, limits)
    if result.verdict == "invalid":
        return _refuse(voice, result, record)
    if not result.record.get("title"):
        raise GuildmarkError(_nothing_to_show(record))
    if result.verdict == "undetermined":
        voice.note(say("Not everything could be checked: see “guildmark verify {record}”.", record=record))
    with naming(record):
        write_file(path, _rendered(path, data, dict(result.record), voice.language, url))
    if voice.as_json:
        voice.answer({"file": output, "format": path.suffix.lower().removeprefix("."), "verdict": result.verdict})
    else:
        page = voice.page()
        page.finding(say("{file} is made.", file=output))
        if path.suffix.lower() != ".pdf":
            page.next(say("share the picture: whoever has it can check it with guildmark verify {file}", file=output))
    return 0


def _rendered(path: Path, data: bytes, record: dict[str, Any], language: str, url: str | None) -> bytes:
    from guildmark.documents.certificate import Attachment, certificate_pdf
    from guildmark.documents.pictures import svg_to_png
    from guildmark.drawing.badge import badge_svg

    text = unbake(data) if is_picture(data) else data.decode("utf-8-sig").strip()
    if path.suffix.lower() == ".pdf":
        name, media_type = _file_of(text)
        signed = Attachment(name, media_type, text.encode("utf-8"))
        return certificate_pdf(record, language, url, attachment=signed)
    svg = badge_svg(record, language)
    if path.suffix.lower() == ".png":
        return bake_png(svg_to_png(svg), text)
    return bake_svg(svg.encode("utf-8"), text)


def _file_of(text: str) -> tuple[str, str]:
    """The name and the media type of a record's own file."""
    if text.startswith("{"):
        return "record.json", "application/vc"
    return ("record.sd-jwt", "application/dc+sd-jwt") if "~" in text else ("record.jwt", "application/vc+jwt")


def _refuse(voice: Voice, result: Verification, record: str) -> int:
    failed = [check for check in result.checks if check.result == "fail"]
    if voice.as_json:
        voice.answer({"file": None, "verdict": result.verdict, "checks": [c.as_json(voice.language) for c in failed]})
    else:
        page = voice.page()
        page.finding(say("No certificate is made: the record in {record} is not valid.", record=record))
        page.points(say("Why"), (check.sentence for check in failed))
        page.next(say("ask the learner or the issuer for the original file."))
    return 1


def _no_address(url: str) -> Fault:
    return Fault(
        "render.url",
        say("“{found}” is not a web address. Write it in full, beginning with https://.", found=url),
        found=url,
        accepted=("https://…",),
    )


def _nothing_to_show(record: str) -> Fault:
    return Fault(
        "render.nothing",
        say("{file} holds a credential of another kind, without a title to set on a certificate.", file=record),
        Place(file=record),
    )
