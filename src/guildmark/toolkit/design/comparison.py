"""Two versions of a design, and what changed between them, in words (Step 4.5: decisions for future versions)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from guildmark.toolkit.design.findings import pointer
from guildmark.toolkit.design.misshapen import found, spoken
from guildmark.toolkit.design.model import Design
from guildmark.words import Sentence, say

Kind = Literal["added", "removed", "changed", "moved"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: where it is in the newer version (in the older, if it was removed), and what happened."""

    kind: Kind
    path: str
    before: Any
    after: Any
    sentence: Sentence

    def as_json(self, language: str = "en") -> dict[str, Any]:
        """`{"kind", "path", "before", "after", "message"}`."""
        return {
            "kind": self.kind,
            "path": self.path,
            "before": self.before,
            "after": self.after,
            "message": self.sentence.text(language),
        }


@dataclass(frozen=True, slots=True)
class _Place:
    """A place as one says it (entries by their ids) and as a pointer finds it (entries by their numbers)."""

    said: tuple[int | str, ...]
    pointed: tuple[int | str, ...]

    def to(self, key: int | str, number: int | None = None) -> _Place:
        return _Place((*self.said, key), (*self.pointed, key if number is None else number))


def compare(older: Design, newer: Design) -> tuple[Change, ...]:
    """What changed from one version to the next, in the order of the elements; nothing where nothing did.

    Entries with an id (outcomes, assessments, modules, activities) are recognised by it, wherever they moved.
    """
    before, after = older.as_written(), newer.as_written()
    changes: list[Change] = []
    for key in Design.model_fields:
        changes += _changes(_Place((key,), (key,)), before.get(key), after.get(key), key in before, key in after)
    return tuple(changes)


def _changes(place: _Place, before: Any, after: Any, was: bool, is_: bool) -> Iterator[Change]:
    if not was and not is_:
        return
    if not was:
        yield _change("added", place, before, after, say("{place}: added.", place=spoken(place.said)))
    elif not is_:
        yield _change("removed", place, before, after, say("{place}: taken out.", place=spoken(place.said)))
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            yield from _changes(place.to(key), before.get(key), after.get(key), key in before, key in after)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _lists(place, before, after)
    elif type(before) is not type(after) or before != after:
        yield _change(
            "changed",
            place,
            before,
            after,
            say(
                "{place}: {before} became {after}.", place=spoken(place.said), before=found(before), after=found(after)
            ),
        )


def _lists(place: _Place, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    older, newer = _by_id(before), _by_id(after)
    if older is None or newer is None:
        for number in range(max(len(before), len(after))):
            was, is_ = number < len(before), number < len(after)
            yield from _changes(
                place.to(number), before[number] if was else None, after[number] if is_ else None, was, is_
            )
        return
    for key, (number, entry) in older.items():
        if key not in newer:
            yield from _changes(place.to(key, number), entry, None, True, False)
    for key, (number, entry) in newer.items():
        yield from _changes(place.to(key, number), older.get(key, (0, None))[1], entry, key in older, True)
    if [key for key in older if key in newer] != [key for key in newer if key in older]:
        sentence = say("{place}: the order changed.", place=spoken(place.said))
        yield _change("moved", place, list(older), list(newer), sentence)


def _by_id(entries: Sequence[Any]) -> dict[str, tuple[int, Any]] | None:
    if not all(isinstance(entry, Mapping) and isinstance(entry.get("id"), str) for entry in entries):
        return None
    found_ = {entry["id"]: (number, entry) for number, entry in enumerate(entries)}
    return found_ if len(found_) == len(entries) else None


def _change(kind: Kind, place: _Place, before: Any, after: Any, sentence: Sentence) -> Change:
    return Change(kind, pointer(place.pointed), before, after, sentence)
