"""Reading jobs."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum
from django.http import Http404

from guildmark.web.jobs.models import Job
from guildmark.web.partnerships.access import Access


@dataclass(frozen=True, slots=True)
class Progress:
    """How many things are done, of how many, and what went wrong."""

    done: int
    total: int
    faults: tuple[str, ...]


def jobs(access: Access) -> QuerySet[Job]:
    """The jobs of a partnership, the latest first."""
    return Job.objects.filter(partnership=access.partnership).order_by("-id")


def job(access: Access, public_id: str) -> Job:
    """A job of the partnership; Http404 for any other."""
    found = jobs(access).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def progress(found: Job) -> Progress:
    """How far a job is."""
    sums = found.chunks.aggregate(total=Sum("size"), done=Sum("size", filter=Q(done_at__isnull=False)))
    faults = found.chunks.filter(done_at=None).exclude(fault="").values_list("fault", flat=True)[:20]
    return Progress(sums["done"] or 0, sums["total"] or 0, tuple(faults))
