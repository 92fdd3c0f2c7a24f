"""The forms of Step 3."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms

from guildmark.spreadsheets.columns import Misread
from guildmark.spreadsheets.reading import refuse_unreadable
from guildmark.spreadsheets.stakeholders import NAME, ORGANISATION
from guildmark.toolkit.stakeholders import (
    Decision,
    Group,
    Hold,
    KnowledgeAnswers,
    PowerAnswers,
    Stakeholder,
    ValueChain,
)
from guildmark.vocabulary import groups, questions
from guildmark.web.look.fields import char, choice
from guildmark.web.look.words import language_now, said, spoken
from guildmark.web.stakeholders.actions import Noted
from guildmark.web.stakeholders.models import Assessment
from guildmark.web.stakeholders.models import Stakeholder as Entry
from guildmark.words import Sentence, say

KNOWLEDGE = questions.knowledge_questions()
INFLUENCE, SUPPORT = questions.power_questions("influence"), questions.power_questions("support")
_YES = {"yes": True, "no": False}


def _asked(question: Any, options: Callable[[], list[tuple[str, str]]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=spoken(Sentence("{question}", {"question": question})), choices=options,
                             required=False)  # fmt: skip


def _options(question: questions.KnowledgeQuestion) -> Callable[[], list[tuple[str, str]]]:
    def options() -> list[tuple[str, str]]:
        known = [(str(at), f"{at} {one.text(language_now())}") for at, one in enumerate(question.options, start=1)]
        return [("", said(say("Not answered yet"))), *known]

    return options


def _yes_no() -> list[tuple[str, str]]:
    known = [(one.key, said(one)) for one in questions.answers()]
    return [("", said(say("Not answered yet"))), *known]


HOLDS = {
    Hold.DECIDE: say("can decide on it", context="leverage"),
    Hold.OPEN: say("can open the door to it", context="leverage"),
    Hold.BLOCK: say("can block it", context="leverage"),
}


def _holds() -> list[tuple[str, str]]:
    return [(one.value, said(HOLDS[one])) for one in Hold]


class StakeholderForm(forms.Form):
    """Who it is, what they answered, and how the person who fills it in sees their power."""

    name = char(say("Name"), hint=say("The person, or the organisation where no person is named."), max_length=200)
    organisation = char(say("Organisation"), required=False, max_length=200)
    group = choice(say("Group"), groups.all_groups())

    value_chain = choice(say("Place in the value chain"), ValueChain, blank=say("Not known yet"))
    lsp_member = choice(
        say("Member of the Large-Scale Skills Partnership"), questions.answers(), blank=say("Not known yet")
    )

    def __init__(self, *args: Any, named: Mapping[str, groups.Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [(key, said(one)) for key, one in named.items()]  # type: ignore[attr-defined]  # a ChoiceField
        for decision in Decision:
            self.fields[f"holds_{decision.value}"] = forms.MultipleChoiceField(
                label=spoken(Sentence("{decision}", {"decision": decision})), choices=_holds, required=False,
                widget=forms.CheckboxSelectMultiple,
            )  # fmt: skip
        for one in KNOWLEDGE:
            self.fields[one.key] = _asked(one, _options(one))
        for power in (*INFLUENCE, *SUPPORT):
            self.fields[power.key] = _asked(power, _yes_no)

    def clean(self) -> dict[str, Any]:
        """What no spreadsheet could say is not taken here either: the map that is exported is to be read again."""
        cleaned = super().clean() or {}
        for column in (NAME, ORGANISATION):
            try:
                if text := cleaned.get(column.name):
                    refuse_unreadable(text, column)
            except Misread as misread:
                self.add_error(column.name, said(misread.fault.sentence))
        return cleaned

    def who(self) -> list[Any]:
        """The fields that say who it is."""
        return [self["name"], self["organisation"], self["group"]]

    def knowledge(self) -> list[Any]:
        """Questions a to d."""
        return [self[one.key] for one in KNOWLEDGE]

    def power(self) -> list[Any]:
        """Questions 1 to 9."""
        return [self[one.key] for one in (*INFLUENCE, *SUPPORT)]

    def leverage(self) -> list[Any]:
        """What somebody can decide, open or block, and where they stand."""
        return [self["value_chain"], self["lsp_member"], *(self[f"holds_{one.value}"] for one in Decision)]

    def noted(self) -> Noted:
        """What was learnt besides the answers."""
        data = self.cleaned_data
        return Noted(
            {one: frozenset(Hold(held) for held in data[f"holds_{one.value}"]) for one in Decision},
            ValueChain(data["value_chain"]) if data["value_chain"] else None,
            _YES.get(data["lsp_member"]),
        )

    def given(self) -> Stakeholder:
        """What was typed, as the toolkit knows it."""
        data = self.cleaned_data
        return Stakeholder(
            name=data["name"],
            group=Group(data["group"]),
            organisation=data["organisation"] or None,
            knowledge=KnowledgeAnswers(**{one.key: int(data[one.key]) if data[one.key] else None for one in KNOWLEDGE}),
            power=(
                PowerAnswers(
                    tuple(_YES.get(data[one.key]) for one in INFLUENCE),
                    tuple(_YES.get(data[one.key]) for one in SUPPORT),
                ),
            ),
        )


def stored(entry: Entry, own: Assessment | None) -> dict[str, Any]:
    """What the form shows first."""
    shown: dict[str, Any] = {"name": entry.name, "organisation": entry.organisation, "group": entry.group}
    shown |= {one.key: getattr(entry, one.key) or "" for one in KNOWLEDGE}
    shown |= {"value_chain": entry.value_chain, "lsp_member": {True: "yes", False: "no", None: ""}[entry.lsp_member]}
    shown |= {f"holds_{key}": held for key, held in entry.holds.items()}
    if own:
        answers = zip((*INFLUENCE, *SUPPORT), (*own.influence, *own.support), strict=True)
        shown |= {one.key: {True: "yes", False: "no", None: ""}[answer] for one, answer in answers}
    return shown


class GroupsForm(forms.Form):
    """What the partnership calls the five groups, and whom it puts there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in groups.all_groups():
            self.fields[f"{one.key}_name"] = char(
                say("Name of the group"), hint=Sentence("{group}", {"group": one}), required=False, max_length=80
            )
            self.fields[f"{one.key}_members"] = char(
                say("Who belongs to it"), hint=Sentence("{members}", {"members": one.members}), required=False
            )

    def rows(self) -> list[tuple[groups.Group, Any, Any]]:
        """The guide's group with the two fields for it."""
        return [(one, self[f"{one.key}_name"], self[f"{one.key}_members"]) for one in groups.all_groups()]

    def words(self) -> dict[str, tuple[str, str]]:
        """What was typed, by group."""
        data = self.cleaned_data
        return {one.key: (data[f"{one.key}_name"], data[f"{one.key}_members"]) for one in groups.all_groups()}
