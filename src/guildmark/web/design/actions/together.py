"""Working together on a design: judging it by the principles, taking roles, workshops and products (Step 4.2, 4.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.design import selfassessment
from guildmark.vocabulary import roles
from guildmark.web.design import selectors
from guildmark.web.design.models import Assignment, Piece, SelfAssessment
from guildmark.web.design.words import KINDS, MARKS, STATES
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.stakeholders.selectors import stakeholder as stakeholder_of
from guildmark.words import say


@dataclass(frozen=True, slots=True)
class PieceOfWork:
    """A workshop or product as it is handed in; `kind`, `state` and roles are keys."""

    kind: str
    title: str
    state: str = "planned"
    led_by: str = ""
    supported_by: tuple[str, ...] = ()
    participants: str = ""
    day: date | None = None
    link: str = ""
    outcome: str = ""


@transaction.atomic
def judge(access: Access, public_id: str, answers: Mapping[str, Mapping[str, str]], *, version: int) -> SelfAssessment:
    """Marks and evidence by the key of each prompt; `version` is the one that was read (0 for none)."""
    access.require(Right.EDIT)
    micro_credential = selectors.micro_credential(access, public_id)
    asked = selfassessment.keys()
    if any(key not in asked or one.get("mark") not in MARKS for key, one in answers.items()):
        raise ValueError("a prompt or mark that does not exist")
    row = SelfAssessment.objects.select_for_update().filter(micro_credential=micro_credential).first()
    if (row.version if row else 0) != version:
        raise saved_meanwhile()
    row = row or SelfAssessment(micro_credential=micro_credential)
    before = {key: one["mark"] for key, one in row.answers.items()}
    row.edition, row.version, row.person = selfassessment.EDITION, version + 1, access.person
    row.answers = {key: {"mark": one["mark"], "evidence": one.get("evidence", "").strip()[:2000]}
                   for key, one in answers.items()}  # fmt: skip
    row.save()
    record(
        access.person, "design.principles.judged", micro_credential, partnership=access.partnership,
        label=micro_credential.name, before=before, after={key: one["mark"] for key, one in row.answers.items()},
    )  # fmt: skip
    return row


@transaction.atomic
def assign(access: Access, role: str, stakeholder: str) -> Assignment:
    """Gives a role to somebody of the register (Step 4.2); to do it twice changes nothing."""
    access.require(Right.EDIT)
    access.require(Right.NAMES)
    known = roles.get(role)
    entry = stakeholder_of(access, stakeholder)
    made, new = Assignment.objects.get_or_create(cycle=access.cycle, role=known.key, stakeholder=entry)
    if new:
        record(access.person, "design.role.given", made, partnership=access.partnership, after={"role": role})
    return made


@transaction.atomic
def release(access: Access, public_id: str) -> None:
    """Takes a role back."""
    access.require(Right.EDIT)
    access.require(Right.NAMES)
    found = selectors.assignment(access, public_id)
    record(access.person, "design.role.taken_back", found, partnership=access.partnership, before={"role": found.role})
    found.delete()


@transaction.atomic
def add_piece(access: Access, given: PieceOfWork) -> Piece:
    """A workshop or product of Step 4.3."""
    access.require(Right.EDIT)
    _known(given)
    made = Piece.objects.create(cycle=access.cycle, **(asdict(given) | {"supported_by": list(given.supported_by)}))
    record(access.person, "design.piece.added", made, partnership=access.partnership, label=given.title)
    return made


@transaction.atomic
def change_piece(access: Access, public_id: str, given: PieceOfWork, *, version: int) -> Piece:
    """Writes a workshop or product anew; `version` is the one that was read."""
    access.require(Right.EDIT)
    _known(given)
    piece = selectors.piece(access, public_id)
    if not Piece.objects.filter(pk=piece.pk, version=version).update(version=version + 1):
        raise saved_meanwhile()
    before = piece.state
    piece.version = version + 1
    for key, value in (asdict(given) | {"supported_by": list(given.supported_by)}).items():
        setattr(piece, key, value)
    piece.save()
    record(
        access.person, "design.piece.changed", piece, partnership=access.partnership, label=given.title,
        before={"state": before}, after={"state": piece.state},
    )  # fmt: skip
    return piece


@transaction.atomic
def remove_piece(access: Access, public_id: str) -> None:
    """Takes a workshop or product out; the journal keeps its title."""
    access.require(Right.EDIT)
    piece = selectors.piece(access, public_id)
    record(
        access.person, "design.piece.removed", piece, partnership=access.partnership, label=piece.title,
        before={"kind": piece.kind, "state": piece.state},
    )  # fmt: skip
    piece.delete()


def _known(given: PieceOfWork) -> None:
    if not given.title.strip():
        raise GuildmarkError(Fault("design.piece.title", say("Give the workshop or product a title.")))
    wanted = {given.led_by, *given.supported_by} - {""}
    if given.kind not in KINDS or given.state not in STATES or wanted - {one.key for one in roles.all_roles()}:
        raise ValueError("a kind, state or role that does not exist")
