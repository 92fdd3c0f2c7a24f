"""Reading Step 4: micro-credentials, their versions, what checks find in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.http import Http404

from guildmark.toolkit.design import Check, Design, check, read_design
from guildmark.web.design.models import Assignment, DesignVersion, MicroCredential, Piece
from guildmark.web.partnerships.access import Access


def micro_credentials(access: Access) -> QuerySet[MicroCredential]:
    """The micro-credentials of the current cycle, in the order in which they were begun.

    Each carries the keys of two of its versions, which `version_keys` reads.
    """
    versions = DesignVersion.objects.filter(micro_credential=OuterRef("pk")).order_by("-number")
    return MicroCredential.objects.filter(cycle=access.cycle).annotate(
        newest_id=Subquery(versions.values("pk")[:1]),
        approved_id=Subquery(versions.filter(approval__isnull=False).values("pk")[:1]),
    )


def version_keys(one: MicroCredential) -> tuple[int, int | None]:
    """The keys of the newest and of the newest approved version of one that came from `micro_credentials`."""
    carried = vars(one)
    return carried["newest_id"], carried["approved_id"]


def micro_credential(access: Access, public_id: str) -> MicroCredential:
    """A micro-credential of the current cycle; Http404 for anybody else's."""
    found = micro_credentials(access).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def versions(micro_credential: MicroCredential) -> QuerySet[DesignVersion]:
    """Every version, newest first, with who wrote and who approved it."""
    return micro_credential.versions.select_related("person", "approval__person", "publication", "micro_credential")


def version(access: Access, public_id: str, number: int) -> DesignVersion:
    """One version; Http404 where there is no such number."""
    found = versions(micro_credential(access, public_id)).filter(number=number).first()
    if found is None:
        raise Http404
    return found


def latest(micro_credential: MicroCredential) -> DesignVersion:
    """The newest version; a micro-credential has one from its first moment."""
    found = versions(micro_credential).first()
    if found is None:
        raise Http404
    return found


def approved_versions(access: Access) -> QuerySet[DesignVersion]:
    """The versions that can be piloted, published and issued, with their micro-credential; newest first."""
    return (
        DesignVersion.objects.filter(micro_credential__cycle=access.cycle, approval__isnull=False)
        .select_related("micro_credential", "approval__person")
        .order_by("micro_credential_id", "-number")
    )


def design_of(version: DesignVersion) -> Design:
    """A version as the toolkit knows it; what could not be read is left out."""
    return read_design(version.document).design


def checked(document: Mapping[str, Any]) -> Check:
    """The elements that are there, and what the quality checks find."""
    return check(document)


def in_focus(access: Access) -> DesignVersion | None:
    """The version that was saved last in the current cycle: what the journey speaks of."""
    found = DesignVersion.objects.filter(micro_credential__cycle=access.cycle)
    return found.select_related("micro_credential").order_by("-at", "-pk").first()


def assignments(access: Access) -> QuerySet[Assignment]:
    """Who has which role, in the order of assigning."""
    return Assignment.objects.filter(cycle=access.cycle).select_related("stakeholder")


def assignment(access: Access, public_id: str) -> Assignment:
    """One assignment; Http404 for anybody else's."""
    found = assignments(access).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def pieces(access: Access) -> QuerySet[Piece]:
    """Workshops and products by date; those without one last."""
    return Piece.objects.filter(cycle=access.cycle).order_by(F("day").asc(nulls_last=True), "id")


def piece(access: Access, public_id: str) -> Piece:
    """A workshop or product; Http404 for anybody else's."""
    found = pieces(access).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found
