"""The dossier of a route: the pieces that it asks for, which are there, and which are missing (Step 5.1, 5.2)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from guildmark.toolkit.design.model import Design
from guildmark.toolkit.recognition.pieces import Piece, all_pieces, in_design
from guildmark.toolkit.recognition.routes import Route
from guildmark.words import Listing, Sentence, say, say_count


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece and whether it is there."""

    piece: Piece
    there: bool


@dataclass(frozen=True, slots=True)
class Dossier:
    """Entries in the order of a dossier, and a sentence that says how far it is."""

    entries: tuple[Entry, ...]
    sentence: Sentence

    @property
    def there(self) -> tuple[Piece, ...]:
        """The pieces that are there."""
        return tuple(entry.piece for entry in self.entries if entry.there)

    @property
    def missing(self) -> tuple[Piece, ...]:
        """The pieces that are still to be found or written."""
        return tuple(entry.piece for entry in self.entries if not entry.there)

    @property
    def complete(self) -> bool:
        """Nothing is missing."""
        return not self.missing


def dossier(route: Route, design: Design, on_file: Collection[str] = ()) -> Dossier:
    """The dossier of a route; `on_file` are the keys of the pieces that the partnership has on file."""
    return _dossier(route.asks, design, on_file)


def evidence_report(design: Design, on_file: Collection[str] = ()) -> Dossier:
    """The review of all evidence before any route is taken (Step 5.1)."""
    return _dossier((piece.key for piece in all_pieces()), design, on_file)


def _dossier(asked: Iterable[str], design: Design, on_file: Collection[str]) -> Dossier:
    held, wanted = in_design(design), set(asked)
    entries = tuple(
        Entry(piece, piece.key in held if piece.from_design else piece.key in on_file)
        for piece in all_pieces()
        if piece.key in wanted
    )
    return Dossier(entries, _sentence(entries))


def _sentence(entries: tuple[Entry, ...]) -> Sentence:
    missing = [entry.piece.name for entry in entries if not entry.there]
    if not missing:
        return say("Everything that is asked for is there.")
    return say_count(
        "{count} piece of evidence is missing: {pieces}.",
        "{count} pieces of evidence are missing: {pieces}.",
        len(missing),
        pieces=Listing.of(missing),
    )
