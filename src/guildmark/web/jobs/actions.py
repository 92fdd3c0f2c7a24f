"""Asking for long work, and doing it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from guildmark.web.accounts.models import Person
from guildmark.web.jobs.models import Chunk, Job
from guildmark.web.jobs.registry import task_of
from guildmark.web.partnerships.models import Partnership

LEASE = timedelta(seconds=60)
ATTEMPTS = 3
_LOG = logging.getLogger(__name__)


@transaction.atomic
def start(
    kind: str,
    key: str,
    payloads: Sequence[tuple[Any, int]],
    *,
    person: Person | None = None,
    partnership: Partnership | None = None,
    label: str = "",
) -> Job:
    """A job of these chunks, each (payload, number of things in it); the job with this key if there is one."""
    job, new = Job.objects.get_or_create(
        key=key, defaults={"kind": kind, "person": person, "partnership": partnership, "label": label[:200]}
    )
    if new:
        Chunk.objects.bulk_create(
            Chunk(job=job, number=number, payload=payload, size=size)
            for number, (payload, size) in enumerate(payloads, start=1)
        )
        _settle(job)
    return job


@transaction.atomic
def retry(job: Job) -> None:
    """Gives the failed chunks of a job another chance."""
    job.chunks.filter(done_at=None).update(attempts=0, leased_until=None, fault="")
    Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING, finished_at=None)


def do_one() -> bool:
    """Does the next chunk that waits, or whose worker died; False where there is none."""
    chunk = _lease()
    if chunk is None:
        return False
    try:
        with transaction.atomic():
            # Whoever holds the newer lease does it; the other's work is rolled back with this.
            taken = Chunk.objects.filter(pk=chunk.pk, done_at=None, attempts=chunk.attempts).update(
                done_at=timezone.now(), fault=""
            )
            if taken:
                task_of(chunk.job.kind)(chunk.job, chunk.payload)
    except Exception as error:  # whatever it is, the job says so and others go on
        _LOG.exception("chunk %s of job %s failed", chunk.number, chunk.job.public_id)
        left = ATTEMPTS - chunk.attempts
        Chunk.objects.filter(pk=chunk.pk, attempts=chunk.attempts).update(
            fault=f"{type(error).__name__}: {error}"[:500],
            leased_until=timezone.now() + timedelta(seconds=2**chunk.attempts) if left > 0 else None,
        )
    with transaction.atomic():
        _settle(chunk.job)
    return True


def _lease() -> Chunk | None:
    now = timezone.now()
    free = Q(leased_until=None) | Q(leased_until__lt=now)
    while True:
        chunk = (
            Chunk.objects.filter(free, done_at=None, attempts__lt=ATTEMPTS).select_related("job").order_by("id").first()
        )
        if chunk is None:
            return None
        taken = Chunk.objects.filter(free, pk=chunk.pk, done_at=None, attempts=chunk.attempts).update(
            leased_until=now + LEASE, attempts=F("attempts") + 1
        )
        if taken:
            Job.objects.filter(pk=chunk.job_id, state=Job.State.WAITING).update(state=Job.State.RUNNING)
            chunk.attempts += 1
            return chunk


def _settle(job: Job) -> None:
    left = job.chunks.filter(done_at=None)
    if not left.exists():
        Job.objects.filter(pk=job.pk).update(state=Job.State.DONE, finished_at=timezone.now())
    elif not left.filter(Q(attempts__lt=ATTEMPTS) | Q(fault="")).exists():
        Job.objects.filter(pk=job.pk).update(state=Job.State.FAILED, finished_at=timezone.now())
