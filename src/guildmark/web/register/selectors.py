"""Reading the register: published versions only, never a draft and never a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from guildmark.vocabulary.terms import fold
from guildmark.web.partnerships.access import Access
from guildmark.web.register.models import Facet, Provider, Publication

SORTS = {
    "newest": ("-published_at", "-id"),
    "title": ("folded", "id"),
    "shortest": ("hours", "folded", "id"),
    "longest": ("-hours", "folded", "id"),
}
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; what is empty leaves everything in."""

    q: str = ""
    country: str = ""
    eqf: int | None = None
    sector: str = ""
    mode: str = ""
    language: str = ""
    provider: str = ""
    hours_from: float | None = None
    hours_to: float | None = None
    sort: str = "newest"


def published() -> QuerySet[Publication]:
    """Everything in the register, the newest first, without what only a single page needs."""
    return Publication.objects.filter(withdrawn_at=None).defer("words").prefetch_related("providers")


def chosen(wanted: Wanted) -> QuerySet[Publication]:
    """The register filtered and sorted in the database."""
    rows = published()
    for word in fold(wanted.q).split()[:_MOST_WORDS]:
        rows = rows.filter(words__contains=word)
    for kind in ("country", "language", "sector"):
        if value := getattr(wanted, kind):
            rows = rows.filter(Exists(Facet.objects.filter(publication=OuterRef("pk"), kind=kind, value=value)))
    if wanted.eqf is not None:
        rows = rows.filter(eqf=wanted.eqf)
    if wanted.mode:
        rows = rows.filter(mode=wanted.mode)
    if wanted.provider:
        rows = rows.filter(Exists(Provider.objects.filter(publications=OuterRef("pk"), public_id=wanted.provider)))
    if wanted.hours_from is not None:
        rows = rows.filter(hours__gte=wanted.hours_from)
    if wanted.hours_to is not None:
        rows = rows.filter(hours__lte=wanted.hours_to)
    return rows.order_by(*SORTS.get(wanted.sort, SORTS["newest"]))


def facets() -> Mapping[str, Mapping[str, int]]:
    """How many there are of each country, language and sector."""
    found: dict[str, dict[str, int]] = {"country": {}, "language": {}, "sector": {}}
    counted = Facet.objects.filter(publication__withdrawn_at=None).values_list("kind", "value").annotate(n=Count("id"))
    for kind, value, count in counted.order_by("value"):
        found[kind][value] = count
    return found


def publication(public_id: str) -> Publication:
    """One of the register with its document, or one that was withdrawn; Http404 where there never was one."""
    rows = Publication.objects.select_related("version", "micro_credential__cycle__partnership")
    found = rows.prefetch_related("providers").filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def successor(withdrawn: Publication) -> Publication | None:
    """What is published of the same micro-credential today."""
    return Publication.objects.filter(micro_credential=withdrawn.micro_credential_id, withdrawn_at=None).first()


def several(public_ids: Iterable[str]) -> list[Publication]:
    """These of the register with their documents, in the order in which they were asked for."""
    wanted = list(dict.fromkeys(public_ids))
    rows = Publication.objects.filter(public_id__in=wanted, withdrawn_at=None)
    found = {one.public_id: one for one in rows.select_related("version").prefetch_related("providers")}
    return [found[public_id] for public_id in wanted if public_id in found]


def providers(q: str = "", country: str = "") -> QuerySet[Provider]:
    """Whoever awards something that is published, with how many, by name."""
    rows = Provider.objects.annotate(count=Count("publications", filter=Q(publications__withdrawn_at=None)))
    rows = rows.filter(count__gt=0)
    for word in fold(q).split()[:_MOST_WORDS]:
        rows = rows.filter(folded__contains=word)
    return (rows.filter(country=country) if country else rows).order_by("folded", "id")


def provider(public_id: str) -> Provider:
    """One of them; Http404 where nothing of theirs is published."""
    found = providers().filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def own(access: Access, public_id: str) -> Publication:
    """A publication of the partnership; Http404 for anybody else's."""
    found = Publication.objects.select_related("version", "micro_credential__cycle").filter(
        public_id=public_id, micro_credential__cycle__partnership=access.partnership
    )
    if (one := found.first()) is None:
        raise Http404
    return one
