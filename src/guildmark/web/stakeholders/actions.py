"""What can be done in Step 3. Each action: authorised, validated, one transaction, in the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction

from guildmark.errors import Fault, GuildmarkError
from guildmark.spreadsheets.reading import compared
from guildmark.toolkit.stakeholders import Decision, Group, Hold, PowerAnswers, ValueChain, place
from guildmark.toolkit.stakeholders import Stakeholder as Described
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.models import Partnership
from guildmark.web.stakeholders import selectors
from guildmark.web.stakeholders.models import Assessment, GroupWords, Stakeholder
from guildmark.words import say


@dataclass(frozen=True, slots=True)
class Noted:
    """What was learnt about somebody besides the answers (R40a)."""

    holds: Mapping[Decision, frozenset[Hold]] = field(default_factory=dict)
    value_chain: ValueChain | None = None
    lsp_member: bool | None = None


def add(access: Access, given: Described, noted: Noted | None = None) -> Stakeholder:
    """A new entry of the register; the assessment, if any, is the person's own."""
    _require(access)
    entry = Stakeholder(cycle=access.cycle)
    with _not_twice(), transaction.atomic():
        _note(entry, noted)
        _fill(entry, given)
        _assess(access, entry, given.power)
        _place(entry)
        record(access.person, "stakeholders.stakeholder.added", entry, partnership=access.partnership)
    return entry


def change(
    access: Access, public_id: str, given: Described, noted: Noted | None = None, *, version: int
) -> Stakeholder:
    """Writes an entry anew, with the person's own assessment; `version` is the one that was read."""
    _require(access)
    entry = selectors.stakeholder(access, public_id)
    with _not_twice(), transaction.atomic():
        claimed = Stakeholder.objects.filter(pk=entry.pk, version=version).update(version=version + 1)
        if not claimed:
            raise saved_meanwhile()
        entry.version = version + 1
        before = _placed(entry)
        _note(entry, noted)
        _fill(entry, given)
        _assess(access, entry, given.power)
        _place(entry)
        record(
            access.person, "stakeholders.stakeholder.changed", entry,
            partnership=access.partnership, before=before, after=_placed(entry),
        )  # fmt: skip
    return entry


@transaction.atomic
def name_groups(access: Access, words: Mapping[str, tuple[str, str]], *, version: str | None = None) -> None:
    """What the partnership calls each group, and whom it puts there; blank goes back to the guide's words (R36).

    `version` is `selectors.mark_of_groups` as it was read.
    """
    access.require(Right.EDIT)
    # The second saver waits, and is then told.
    Partnership.objects.select_for_update(no_key=True).values_list("pk").get(pk=access.partnership.pk)
    if version is not None and version != selectors.mark_of_groups(access):
        raise saved_meanwhile()
    before = {one.group: one.name for one in GroupWords.objects.filter(partnership=access.partnership)}
    for group in Group:
        name, members = words.get(group.value, ("", ""))
        GroupWords.objects.update_or_create(
            partnership=access.partnership, group=group.value,
            defaults={"name": name.strip(), "members": members.strip()},
        )  # fmt: skip
    record(
        access.person, "stakeholders.groups.named", access.partnership, partnership=access.partnership,
        before=before, after={group: name for group, (name, _) in words.items()},
    )  # fmt: skip


@transaction.atomic
def remove(access: Access, public_id: str) -> None:
    """Takes somebody out of the register with all that was answered; the journal keeps no name."""
    _require(access)
    entry = selectors.stakeholder(access, public_id)
    record(
        access.person, "stakeholders.stakeholder.removed", entry,
        partnership=access.partnership, before=_placed(entry),
    )  # fmt: skip
    entry.delete()


@transaction.atomic
def take_over(access: Access, rows: Sequence[Described]) -> int:
    """Takes over a spreadsheet: new ones are added, answers of those who stand there are written over."""
    _require(access)
    known = {(one.name_key, one.organisation_key): one for one in selectors.stakeholders(access)}
    for given in rows:
        key = (compared(given.name), compared(given.organisation or ""))
        entry = known.get(key) or Stakeholder(cycle=access.cycle)
        verb = "stakeholders.stakeholder.changed" if entry.pk else "stakeholders.stakeholder.added"
        entry.version += 1 if entry.pk else 0
        _fill(entry, given)
        for power in given.power:
            assessor = "" if power.assessor in {None, selectors.UNNAMED} else power.assessor or ""
            if any(one is not None for one in (*power.influence, *power.support)):
                Assessment.objects.update_or_create(
                    stakeholder=entry, assessor_key=compared(assessor),
                    defaults={"assessor": assessor, "influence": power.influence, "support": power.support},
                )  # fmt: skip
        _place(entry)
        record(access.person, verb, entry, partnership=access.partnership, after=_placed(entry))
    return len(rows)


def _require(access: Access) -> None:
    access.require(Right.EDIT)
    access.require(Right.NAMES)


class _not_twice:  # noqa: N801 -- reads as a word of the sentence "with _not_twice()"
    """Says that somebody is in the register already, where the database refuses the second one."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, IntegrityError):
            sentence = say("This name and organisation stand in the register already.")
            raise GuildmarkError(Fault("stakeholders.there", sentence)) from error


def _fill(entry: Stakeholder, given: Described) -> None:
    entry.name, entry.organisation = given.name.strip(), (given.organisation or "").strip()
    entry.name_key, entry.organisation_key = compared(entry.name), compared(entry.organisation)
    entry.group = given.group.value
    known = given.knowledge
    entry.lifelong_learning, entry.stacking = known.lifelong_learning, known.stacking
    entry.flexibility, entry.heard_of = known.flexibility, known.heard_of
    entry.save()


def _note(entry: Stakeholder, noted: Noted | None) -> None:
    if noted is not None:
        entry.value_chain = noted.value_chain.value if noted.value_chain else ""
        entry.lsp_member = noted.lsp_member
        entry.holds = {key.value: sorted(one.value for one in held) for key, held in noted.holds.items() if held}


def _assess(access: Access, entry: Stakeholder, power: Sequence[PowerAnswers]) -> None:
    """The person's own assessment, taken back where nothing is answered."""
    own = entry.assessments.filter(person=access.person).first()
    answers = power[0] if power else PowerAnswers()
    if all(one is None for one in (*answers.influence, *answers.support)):
        if own:
            own.delete()
        return
    if own is None:
        assessor, number = access.person.shown_name, 1
        while entry.assessments.filter(assessor_key=compared(assessor)).exists():
            number += 1
            assessor = f"{access.person.shown_name} ({number})"
        own = Assessment(stakeholder=entry, person=access.person, assessor=assessor, assessor_key=compared(assessor))
    own.influence, own.support = list(answers.influence), list(answers.support)
    own.save()


def _place(entry: Stakeholder) -> None:
    fresh = Stakeholder.objects.prefetch_related("assessments").get(pk=entry.pk)
    placed = place(selectors.described(fresh))
    entry.understanding = placed.understanding.value if placed.understanding else ""
    entry.influence = placed.influence.level.value if placed.influence.level else ""
    entry.support = placed.support.level.value if placed.support.level else ""
    entry.scenario = placed.scenario.value if placed.scenario else None
    entry.save()


def _placed(entry: Stakeholder) -> dict[str, object]:
    keys = ("group", "understanding", "influence", "support", "scenario")
    return {key: getattr(entry, key) for key in keys}
