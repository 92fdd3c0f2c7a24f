"""The mail with the claim link: its words, and the job that sends it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from django.urls import reverse

from guildmark.toolkit.design import read_design
from guildmark.web.accounts.models import Person
from guildmark.web.issuing import claims
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.issuing.passphrase import seal
from guildmark.web.jobs.actions import retry, start
from guildmark.web.jobs.models import Job
from guildmark.web.partnerships.models import Partnership
from guildmark.words import LANGUAGES, in_language, say

KIND = "issuing.mail"


def claim_address(record: IssuedRecord, token: str) -> str:
    """The link by which the learner takes the record."""
    return record.issuance.origin + reverse("wallet:claim", args=[token])


def language_of(record: IssuedRecord) -> str:
    """The learner's language where we speak it, else English."""
    wanted = record.language.split("-", maxsplit=1)[0].lower()
    return wanted if wanted in LANGUAGES else "en"


def words(record: IssuedRecord, token: str) -> tuple[str, str]:
    """Subject and body."""
    language = language_of(record)
    design = read_design(record.issuance.design_version.document).design
    title = in_language(design.title, language) if design.title else str(record.issuance.design_version)
    issuer = in_language(record.issuance.issuer.document["name"], language)
    subject = say("Your record: {title}", title=title).text(language)
    body = say(
        "Dear {name},\n\n{issuer} has issued you a record: {title}.\n\nTake it with this link. It is yours alone "
        "and works once:\n{link}\n\nYou need an account with this e-mail address, or make one there. Then you can "
        "download the record, show it to others, and stop showing it.\n",
        name=record.learner_name, issuer=issuer, title=title, link=claim_address(record, token),
    ).text(language)  # fmt: skip
    return " ".join(subject.split()), body


def send_first(records: Sequence[tuple[IssuedRecord, str]], name: str, partnership: Partnership) -> None:
    """The job for records that were just signed, with the tokens of their links; `name` makes it one job."""
    if addressed := [one for one in records if one[0].learner_email]:
        _start(addressed, f"{KIND}:{name}", None, partnership)


def send_again(records: Sequence[IssuedRecord], *, person: Person, partnership: Partnership) -> Job:
    """The job for mails that go out again, with new links; the waiting one where it is asked for twice."""
    named = sorted(f"{one.public_id} {one.mailed_at}" for one in records)
    key = f"{KIND}:{hashlib.sha256(chr(10).join(named).encode()).hexdigest()}"
    job = Job.objects.filter(key=key).first()
    if job is not None:
        retry(job)
        return job
    return _start([(one, claims.offer(one, mailed=True)) for one in records], key, person, partnership)


def _start(
    records: Sequence[tuple[IssuedRecord, str]], key: str, person: Person | None, partnership: Partnership
) -> Job:
    # A chunk a mail: whatever dies, at most one learner hears twice, and the link is the same.
    chunks = [({"record": one.public_id, "token": seal(token)}, 1) for one, token in records]
    label = str(records[0][0].issuance.design_version)
    return start(KIND, key, chunks, person=person, partnership=partnership, label=label)
