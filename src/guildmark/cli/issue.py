"""`guildmark issue`: one signed record a learner, and nobody twice."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from guildmark.cli.command import guildmark_command, option
from guildmark.cli.crew import gathering
from guildmark.cli.formats import FORMATS, SUFFIXES, signing
from guildmark.cli.issue_told import Outcome, tell, tell_design, warn_of_revoked
from guildmark.cli.issuing_together import Issuing
from guildmark.cli.limits import Limits, limits_here
from guildmark.cli.progress import progress
from guildmark.cli.reading import naming, read_document, read_spreadsheet, without_notes
from guildmark.cli.records_folder import Folder
from guildmark.cli.signing_keys import in_device, opened_key
from guildmark.cli.status_places import check_status_options, list_kind, list_of_run
from guildmark.cli.voice import Voice
from guildmark.credentials.issuing import Batch, check_learners, plan, superseded
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.record import Issuer, Learner, read_issuer
from guildmark.credentials.record.validity import valid_until
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.toolkit.design import Design, check
from guildmark.toolkit.design.reading import UNKNOWN_KEY
from guildmark.words import say

if TYPE_CHECKING:
    from guildmark.devices import DeviceKey

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Request:
    """Where everything comes from and goes to, as it was asked for."""

    design: str
    learners: str
    issuer: str
    key: str
    out: str
    format: str


@dataclass(slots=True)
class _Gathering:
    """Reads one file after the other and keeps every fault, so that all are told at once."""

    faults: list[Fault] = field(default_factory=list)

    def read(self, reading: Callable[[], T]) -> T | None:
        try:
            return reading()
        except GuildmarkError as error:
            self.faults.extend(error.faults)
            return None


@guildmark_command("issue", about=say("Sign a record for each learner (Step 5)."))
@click.argument("design")
@option("--learners", metavar="FILE", required=True, about=say("The learners, as .xlsx or .csv."))
@option("--issuer", metavar="ISSUER.json", required=True, about=say("Who issues."))
@option(
    "--key",
    metavar="KEYFILE",
    required=True,
    about=say("The signing key that “guildmark keygen” made, or a key in a device: pkcs11:…"),
)
@option("--out", metavar="DIR", required=True, about=say("The folder for the records; it is made where it is missing."))
@option(
    "--format",
    "kind",
    type=click.Choice(FORMATS),
    default="ob3",
    about=say("ob3 (Open Badges 3.0, the default), ob3-jcs, ob3-jwt, elm or sd-jwt."),
)
@option(
    "--valid-from", metavar="T", about=say("From when the records hold, such as 2026-12-01T09:00:00Z; otherwise now.")
)
@option("--replace", "replacing", is_flag=True, about=say("Issue anew where a row differs from its record."))
@option("--renew-before", metavar="T", about=say("Issue anew where a record ends before this day, 2026-12-31."))
@option(
    "--status",
    metavar="URL",
    about=say("The https address at which you publish the status list, to revoke records later."),
)
@option("--list", "status_list", metavar="FILE", about=say("Your list of who stands where in it; made where missing."))
def command(
    voice: Voice,
    *,
    design: str,
    learners: str,
    issuer: str,
    key: str,
    out: str,
    kind: str,
    valid_from: str | None,
    replacing: bool,
    renew_before: str | None,
    status: str | None,
    status_list: str | None,
) -> int:
    """Checks everything first, then issues what is not there yet, one record after the other."""
    check_status_options(status, status_list)
    if kind == "elm" and status is not None:
        sentence = say("A European Digital Credential has no place for a status list: issue it without --status.")
        raise GuildmarkError(Fault("issue.status.elm", sentence, found=kind))
    request = _Request(design, learners, issuer, key, out, kind)
    limits, start = limits_here(), _start(valid_from)
    ending = None if renew_before is None else _start(renew_before)
    checked = check(read_document(request.design, limits))
    if not checked.ok:
        return tell_design(voice, checked, request.design)
    voice.warn(finding.sentence for finding in checked.findings if finding.rule == UNKNOWN_KEY)
    with ExitStack() as opened:
        with gathering():
            batch, signing_key, people = _gather(request, checked.design, limits, voice, opened)
        # A record may hold from another day than that of its signature, which says when it was made.
        sign = signing(batch.format, signing_key, created=datetime.now(UTC))
        folder = opened.enter_context(Folder.opened(_folder(request.out)))
        listed = opened.enter_context(list_of_run(status, status_list, request.key, signing_key, kind=list_kind(kind)))
        with gathering():
            planned = plan(
                batch,
                people,
                folder,
                replace_differing=replacing,
                renew_before=ending,
                valid_from=start,
                standing=lambda entry: listed.standing(entry, folder),
            )
        warn_of_revoked(voice, planned)
        place = listed.begin()
        run = Issuing(
            batch,
            planned,
            folder,
            sign,
            valid_from=start,
            new_uuid=uuid.uuid4,
            new_salt=lambda: secrets.token_hex(16),
            status_of=place.place if place else None,
        )
        # A session with a device cannot be copied into another process.
        work = run.together(opened, 1 if in_device(request.key) else None)
        done = list(progress(work, len(planned.to_issue), say("Signing").text(voice.language)))
        done.sort(key=lambda issued: issued.learner.row or 0)
        folder.write_index(planned.every)
        told = place.tell(superseded(folder.entries(), folder.holds), datetime.now(UTC)) if place else None
    ends = valid_until(batch.design.validity, start)
    return tell(voice, Outcome(request.learners, request.out, planned, done, told, renew_before, ends))


def _gather(
    request: _Request, design: Design, limits: Limits, voice: Voice, opened: ExitStack
) -> tuple[Batch, SigningKey | DeviceKey, Sequence[Learner]]:
    """Everything that an issuing needs; GuildmarkError with the faults of all files together.

    `opened` closes the device, where the key is in one.
    """
    from guildmark.spreadsheets.learners import read_learners

    gathering = _Gathering()
    required = design.learner_identification.required if design.learner_identification else []
    people = gathering.read(
        lambda: read_learners(
            read_spreadsheet(request.learners, limits), request.learners, design.grade, required, limits.spreadsheet
        )
    )
    signing_key = gathering.read(lambda: opened.enter_context(opened_key(request.key)))
    issuer = gathering.read(lambda: _issuer(request.issuer, limits, signing_key, voice))
    if gathering.faults or people is None or signing_key is None or issuer is None or issuer.id is None:
        raise GuildmarkError(gathering.faults)
    if fault := _other_country(issuer, design, request.issuer):
        voice.warn([fault.sentence])
    batch = Batch(design, issuer, request.format, SUFFIXES[request.format])
    return batch, signing_key.under(issuer.id), check_learners(people, design, request.learners)


def _issuer(path: str, limits: Limits, key: SigningKey | DeviceKey | None, voice: Voice) -> Issuer:
    reading = read_issuer(without_notes(read_document(path, limits)), path)
    voice.warn(warning.sentence for warning in reading.warnings)
    with naming(path):
        return reading.issuer.signing_with(key.did) if key else reading.issuer


def _other_country(issuer: Issuer, design: Design, file: str) -> Fault | None:
    """The warning that the record will name another country than the issuer's own."""
    named = design.issuer_country
    countries = [named] if isinstance(named, str) else list(named or ())
    if any(_same_place(issuer.country, country) for country in countries):
        return None
    return Fault(
        "issue.country.differs",
        say(
            "the issuer's country is {issuer}; the records name the design's, {design}.",
            issuer=issuer.country,
            design=", ".join(countries),
        ),
        Place(file=file, path="/country"),
        found=issuer.country,
        accepted=tuple(countries),
    )


def _same_place(one: str, other: str) -> bool:
    """Whether two countries agree, where a region that only one of them names does not matter."""
    (country, _, region), (other_country, _, other_region) = one.partition("/"), other.partition("/")
    return country == other_country and (not region or not other_region or region == other_region)


def _start(text: str | None) -> datetime:
    """The time from which the records hold: as given, or now, to the second."""
    if text is None:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        if len(text) == len("2026-12-01"):
            return datetime.combine(date.fromisoformat(text), time(), UTC)
        start = datetime.fromisoformat(text)
    except ValueError:
        start = None
    if start is None or start.tzinfo is None:
        raise GuildmarkError(
            Fault(
                "issue.valid_from",
                say("“{found}” is not a time with its zone. Write it as 2026-12-01T09:00:00Z.", found=text),
                found=text,
                accepted=("2026-12-01T09:00:00Z",),
            )
        )
    return start


def _folder(out: str) -> Path:
    path = Path(out)
    if path.exists() and not path.is_dir():
        raise GuildmarkError(
            Fault("issue.out.not_a_folder", say("{folder} is not a folder.", folder=out), Place(file=out), found=out)
        )
    return path
