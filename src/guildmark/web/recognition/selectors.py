"""Reading Step 5: what is filed, its documents, and what leads towards a larger qualification."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.http import Http404

from guildmark.pathways import Counted, Decision, Exit, Qualification, Reach, reach
from guildmark.web.partnerships.access import Access
from guildmark.web.recognition.kinds import Stage
from guildmark.web.recognition.models import ChosenRoute, Document, Filing

_DECISIONS = {
    Stage.PLANNED.value: Decision.NONE,
    Stage.UNDER_WAY.value: Decision.ASKED,
    Stage.DONE.value: Decision.GRANTED,
    Stage.REFUSED.value: Decision.DECLINED,
}


def filings(access: Access) -> QuerySet[Filing]:
    """What is filed in the current cycle, the latest first, without the bytes of its documents."""
    return (
        Filing.objects.filter(cycle=access.cycle)
        .select_related("micro_credential", "document", "towards")
        .defer("document__data")
    )


def filing(access: Access, public_id: str) -> Filing:
    """One thing of the current cycle; Http404 for anybody else's."""
    found = filings(access).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def document(access: Access, public_id: str) -> Document:
    """The document of a filing, with its bytes; Http404 where there is none."""
    found = Document.objects.filter(filings__public_id=public_id, filings__cycle=access.cycle).first()
    if found is None:
        raise Http404
    return found


def chosen_routes(access: Access) -> dict[int, ChosenRoute]:
    """The routes that were chosen, by the micro-credential's key in the database."""
    return {one.micro_credential_id: one for one in ChosenRoute.objects.filter(micro_credential__cycle=access.cycle)}


def archive(access: Access) -> QuerySet[Filing]:
    """What is finished and has a document or an address: what others can build on (Step 5.5)."""
    kept = Q(document__isnull=False) | ~Q(link="")
    return filings(access).filter(kept, stage=Stage.DONE)


def reaches(access: Access) -> tuple[tuple[Filing, Reach], ...]:
    """Every larger qualification with how far the partnership's micro-credentials lead."""
    wholes = list(filings(access).filter(kind="qualification").order_by("id"))
    parts: dict[int, list[Filing]] = {one.pk: [] for one in wholes}
    for one in filings(access).filter(kind="counting", towards__isnull=False).order_by("id"):
        parts.setdefault(one.towards_id or 0, []).append(one)
    return tuple((one, reach(qualification(one), map(counted, parts[one.pk]))) for one in wholes)


def reach_of(access: Access, public_id: str) -> Reach:
    """How far they lead towards one qualification."""
    whole = filing(access, public_id)
    if whole.kind != "qualification":
        raise Http404
    parts: Iterable[Filing] = filings(access).filter(kind="counting", towards=whole).order_by("id")
    return reach(qualification(whole), map(counted, parts))


def qualification(one: Filing) -> Qualification:
    """A filing as the rule knows it."""
    exits = tuple(Exit(each["title"], each["credits"]) for each in one.more.get("exits", []))
    return Qualification(one.title, one.who, one.size, exits)


def counted(one: Filing) -> Counted:
    """A decision as the rule knows it."""
    mine = one.micro_credential
    return Counted(
        mine.public_id if mine else one.title.casefold(),
        one.title,
        one.size,
        one.more.get("sort") or "modular",
        _DECISIONS[one.stage],
    )
