"""The skills need and its evidence (R55)."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404

from guildmark.toolkit.context import EvidenceKind, NeedKind
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.models import NeedEvidence, SkillsNeed


@transaction.atomic
def state_need(access: Access, kind: NeedKind, statement: str, *, version: int = 0) -> SkillsNeed:
    """States the need, or words it anew; `version` is the one that was read (0 for none)."""
    access.require(Right.EDIT)
    need = SkillsNeed.objects.select_for_update().filter(cycle=access.cycle).first()
    if (need.version if need else 0) != version:
        raise saved_meanwhile()
    before = {"kind": need.kind, "statement": need.statement} if need else None
    need = need or SkillsNeed(cycle=access.cycle, version=0)
    need.kind, need.statement, need.version = kind.value, statement.strip(), need.version + 1
    need.save()
    record(
        access.person, "partnership.need.stated", need,
        partnership=access.partnership, before=before, after={"kind": need.kind, "statement": need.statement},
    )  # fmt: skip
    return need


@transaction.atomic
def add_evidence(access: Access, kind: EvidenceKind, says: str, source: str = "") -> NeedEvidence:
    """One more piece of evidence for the need of this cycle."""
    access.require(Right.EDIT)
    need = SkillsNeed.objects.filter(cycle=access.cycle).first()
    if need is None:
        raise Http404
    evidence = NeedEvidence.objects.create(need=need, kind=kind.value, says=says.strip(), source=source.strip())
    record(
        access.person, "partnership.evidence.added", evidence,
        partnership=access.partnership, after={"kind": kind.value, "says": evidence.says, "source": evidence.source},
    )  # fmt: skip
    return evidence


@transaction.atomic
def remove_evidence(access: Access, public_id: str) -> None:
    """Takes a piece of evidence away; the journal keeps what it said."""
    access.require(Right.EDIT)
    evidence = NeedEvidence.objects.filter(need__cycle=access.cycle, public_id=public_id).first()
    if evidence is None:
        raise Http404
    record(
        access.person, "partnership.evidence.removed", evidence,
        partnership=access.partnership,
        before={"kind": evidence.kind, "says": evidence.says, "source": evidence.source},
    )  # fmt: skip
    evidence.delete()
