"""Beginning to issue: a draft that somebody looks at, then a job."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from guildmark.credentials.record import Learner
from guildmark.errors import Fault, GuildmarkError
from guildmark.web.design.models import DesignVersion
from guildmark.web.ids import new_id
from guildmark.web.issuing import planning, selectors
from guildmark.web.issuing.identity import origin_of
from guildmark.web.issuing.models import AwaitedLearner, Draft, Issuance, Issuer
from guildmark.web.jobs.actions import start
from guildmark.web.journal.actions import record
from guildmark.web.partnerships.access import Access, Right
from guildmark.words import say

CHUNK = 250
KIND = "issuing.sign"


@transaction.atomic
def begin(
    access: Access, version: DesignVersion, issuer: Issuer, *, source: str, cohort: str = "", upload: str = ""
) -> Draft:
    """What somebody is about to issue, kept so that the preview has an address."""
    access.require(Right.ISSUE)
    return Draft.objects.create(
        partnership=access.partnership, person=access.person, design_version=version, issuer=issuer,
        source=source[:200], cohort=cohort, upload=upload,
    )  # fmt: skip


@transaction.atomic
def issue(
    access: Access,
    version: DesignVersion,
    issuer: Issuer,
    learners: Sequence[Learner],
    *,
    source: str = "",
    origin: str = "",
    digest: str | None = None,
) -> Issuance:
    """Starts the job that signs one record for each learner who has none yet; the running one where it is asked twice.

    `digest` is what the preview showed: a list that has changed since is a fault. Raises GuildmarkError with
    every fault of the list, and where there is nobody to issue to.
    """
    access.require(Right.ISSUE)
    _own(access, version, issuer)
    key = selectors.current_key(issuer)
    if key is None:
        raise GuildmarkError(Fault("issuing.key.none", say("The issuer has no key. Make a new one first.")))
    found = planning.preview(version, issuer, key, learners)
    if found.faults:
        raise GuildmarkError(found.faults)
    if digest:
        running = _running(access, digest)
        if running is not None:
            return running
        if digest != found.digest:
            raise GuildmarkError(
                Fault(
                    "issuing.changed",
                    say("The list has changed since it was shown. Look at it as it is now, then issue."),
                )
            )
    waiting = [line.learner for line in found.lines if line.outcome is planning.Outcome.NEW]
    if not waiting:
        raise GuildmarkError(
            Fault("issuing.nobody", say("Everybody on this list has the record already. Nothing is issued twice."))
        )
    # The job is asked for first: of two who ask at once, one makes it, and the other finds it here.
    name = new_id()
    chunks = [
        ({"issuance": name, "first": first, "last": min(first + CHUNK, len(waiting))},
         min(CHUNK, len(waiting) - first))
        for first in range(0, len(waiting), CHUNK)
    ]  # fmt: skip
    job = start(
        KIND, f"{KIND}:{found.digest}", chunks,
        person=access.person, partnership=access.partnership, label=str(version),
    )  # fmt: skip
    if running := Issuance.objects.filter(job=job).first():
        return running
    issuance = Issuance.objects.create(
        public_id=name, partnership=access.partnership, design_version=version, issuer=issuer, signing_key=key,
        source=source[:200], valid_from=timezone.now().replace(microsecond=0), origin=origin or origin_of(),
        job=job, person=access.person,
    )  # fmt: skip
    AwaitedLearner.objects.bulk_create(
        (AwaitedLearner(issuance=issuance, number=number, learner=planning.as_json(learner))
         for number, learner in enumerate(waiting)),
        batch_size=1000,
    )  # fmt: skip
    record(
        access.person, "issuing.begun", issuance,
        partnership=access.partnership, label=str(version), after={"records": len(waiting)},
    )  # fmt: skip
    return issuance


def _running(access: Access, digest: str) -> Issuance | None:
    return Issuance.objects.filter(partnership=access.partnership, job__key=f"{KIND}:{digest}").first()


def _own(access: Access, version: DesignVersion, issuer: Issuer) -> None:
    """Whoever hands in things of another partnership made a mistake in the program."""
    if version.micro_credential.cycle.partnership_id != access.partnership.pk:
        raise ValueError("a version of another partnership")
    if issuer.partnership_id != access.partnership.pk:
        raise ValueError("an issuer of another partnership")
    if not hasattr(version, "approval"):
        raise GuildmarkError(
            Fault("issuing.not_approved", say("Only an approved version is issued. Have it approved first."))
        )
