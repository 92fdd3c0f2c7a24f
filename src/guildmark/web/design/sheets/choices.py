"""What there is to choose from in the forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from guildmark.toolkit.context import NeedKind
from guildmark.toolkit.design.reading import is_blank
from guildmark.vocabulary import concepts, frameworks, participation_modes, sectors, stackability, supervision
from guildmark.web.design.sheets.model import Option, Options
from guildmark.web.design.words import (
    DEPTHS,
    EXTERNAL_KINDS,
    IDENTIFICATION,
    OUTCOME_KINDS,
    PACES,
    PLACES,
    SKILLS,
)
from guildmark.web.look.words import said
from guildmark.words import Sentence, say


def keyed(items: Iterable[Any]) -> Options:
    """Words of a vocabulary."""
    known = [(one.key, one) for one in items]
    return lambda document: known


def worded(words: Mapping[str, Sentence]) -> Options:
    """Words of this room."""
    known = list(words.items())
    return lambda document: known


def entries(key: str, *texts: str) -> Callable[[Mapping[str, Any]], Sequence[Option]]:
    """The entries of a list of the design, by their ids."""

    def options(document: Mapping[str, Any]) -> list[Option]:
        items = document.get(key)
        made: list[Option] = []
        for item in items if isinstance(items, list) else []:
            if isinstance(item, Mapping) and isinstance(item.get("id"), str):
                text = next((item[name] for name in texts if not is_blank(item.get(name))), "")
                word: Sentence | str = item["id"]
                if isinstance(text, str | dict) and text:
                    word = say("{id}: {text}", id=item["id"], text=_short(said(text)))
                made.append((item["id"], word))
        return made

    return options


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:89] + "…"


def _assessment_types(document: Mapping[str, Any]) -> list[Option]:
    return sorted(((one.key, one) for one in concepts.all_concepts("assessment")), key=lambda pair: said(pair[1]))


OUTCOMES = entries("learning_outcomes", "text")
ASSESSMENTS = entries("assessment", "description", "type")
MODULES = entries("modules", "title")
ASSESSMENT_TYPES: Options = _assessment_types
MODES = keyed(participation_modes.all_modes())
SUPERVISION = keyed(supervision.all_kinds())
STACKABILITY = keyed(stackability.all_kinds())
MODELS = keyed(stackability.models())
SECTORS = keyed(sectors.all_sectors())
CYCLES = keyed(frameworks.cycles())
NEEDS: Options = lambda document: [(one.value, one) for one in NeedKind]  # noqa: E731 -- one of a list of choices
EQF: Options = lambda document: [(str(level), str(level)) for level in range(1, 9)]  # noqa: E731 -- the same
DEPTH, SKILL, PACE, PLACE = worded(DEPTHS), worded(SKILLS), worded(PACES), worded(PLACES)
OUTCOME_KIND, EXTERNAL_KIND, FACTS = worded(OUTCOME_KINDS), worded(EXTERNAL_KINDS), worded(IDENTIFICATION)
ON_AWARD = worded({"on_award": say("The day of the award")})
