"""`guildmark verify`: is this record genuine, whole and in force?"""

from __future__ import annotations

from datetime import UTC, datetime

import click

from guildmark.cli.command import guildmark_command, option
from guildmark.cli.limits import Limits, limits_here
from guildmark.cli.reading import naming, read_file, read_record
from guildmark.cli.voice import Voice
from guildmark.credentials.dids import Fetch
from guildmark.credentials.verify import TrustList, Verification, read_trust, verify
from guildmark.words import Listing, in_language, say

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


@guildmark_command("verify", about=say("Check that a record is genuine, from whatever file it comes in."))
@click.argument("file", metavar="FILE|-")
@option("--offline", is_flag=True, about=say("Fetch nothing; a did:web issuer cannot be checked then."))
@option("--trust", metavar="FILE", about=say("A list of the issuers that you trust."))
def command(voice: Voice, file: str, offline: bool, trust: str | None) -> int:
    """Says what was checked and what came of it; exit code 0 only for a valid record."""
    limits = limits_here()
    trusted = _trusted(trust, limits) if trust else None
    result = verified(file, read_record(file, limits), limits, trust=trusted, offline=offline)
    if voice.as_json:
        voice.answer(result.as_json(voice.language))
    else:
        _show(voice, result)
    return 0 if result.verdict == "valid" else 1


def verified(
    file: str, data: bytes, limits: Limits, *, trust: TrustList | None = None, offline: bool = False
) -> Verification:
    """Everything that can be found out about the record in `data`, now."""
    with naming(file):
        return verify(
            data, now=datetime.now(UTC), fetch=None if offline else fetcher(limits), trust=trust, limits=limits.record
        )


def fetcher(limits: Limits) -> Fetch:
    """The guarded client, within the limits of this run."""
    from guildmark.fetching import FetchLimits, HttpsClient

    return HttpsClient(FetchLimits(seconds=limits.fetch_seconds, redirects=limits.fetch_redirects)).fetch


def _trusted(path: str, limits: Limits) -> TrustList:
    with naming(path):
        return read_trust(read_file(path, limits))


def _show(voice: Voice, result: Verification) -> None:
    from guildmark.vocabulary import elements

    page = voice.page()
    page.finding(_VERDICTS[result.verdict])
    record = result.record
    if title := record.get("title"):
        page.text(in_language(title, voice.language))
    if name := (record.get("learner_identification") or {}).get("name"):
        page.text(say("Awarded to {name}.", name=name))
    issuer = (record.get("issuer") or {}).get("name")
    if issuer:
        page.text(say("Issued by {name}.", name=in_language(issuer, voice.language)))
    page.table(
        [say("Check"), say("Result"), say("What was found")],
        [(check.name, _RESULTS[check.result], check.sentence) for check in result.checks],
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
    if result.verdict == "valid" and issuer and result.result("trust") == "not_checked":
        page.next(
            say(
                "make sure that the key is the issuer's, since anyone can write a name; "
                "or name the issuers that you trust: --trust FILE"
            )
        )
    if result.verdict == "valid":
        page.next(say("make a certificate: guildmark render FILE -o certificate.pdf"))
    elif result.verdict == "undetermined":
        page.next(say("try again when the network is there, or ask the issuer."))
    else:
        page.next(say("ask the learner or the issuer for the original file."))
