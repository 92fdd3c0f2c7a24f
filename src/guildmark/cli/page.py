"""What people read: the finding first, then the table, then what to do next. Nothing decorates."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import IO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from guildmark.words import Sentence, say, show

_WIDTH_OF_A_FILE = 110
_WIDEST = 120
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Page:
    """A stream to which sentences, tables and steps are written, in one language."""

    def __init__(self, stream: IO[str], language: str) -> None:
        self.language = language
        terminal = stream.isatty()
        self._console = Console(
            file=stream,
            markup=False,
            highlight=False,
            emoji=False,
            soft_wrap=False,
            width=None if terminal else _WIDTH_OF_A_FILE,
        )
        self._console.width = min(self._console.width, _WIDEST)

    def finding(self, sentence: object) -> None:
        """What came out, in one line, before anything else."""
        self._console.print(Text(self._say(sentence), style="bold"))

    def strong(self, sentence: object) -> None:
        """A short heading over what follows."""
        self._console.print(Text(self._say(sentence), style="bold"))

    def text(self, sentence: object, indent: int = 0) -> None:
        """A sentence, wrapped."""
        self._console.print(Padding(Text(self._say(sentence)), (0, 0, 0, indent), expand=False))

    def blank(self) -> None:
        """An empty line."""
        self._console.print()

    def points(self, heading: Sentence, sentences: Iterable[object]) -> None:
        """A heading and a list below it; nothing where the list is empty."""
        said = list(sentences)
        if not said:
            return
        self.blank()
        self.strong(heading)
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=2, justify="right")
        grid.add_column()
        for sentence in said:
            grid.add_row("–", Text(self._say(sentence)))
        self._console.print(grid)

    def table(
        self, heads: Sequence[object], rows: Iterable[Sequence[object]], *, first_column: int | None = None
    ) -> None:
        """A table with one rule below its head; `first_column` is how many letters wide the first one may be."""
        table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
        for number, head in enumerate(heads):
            table.add_column(Text(self._say(head)), overflow="fold", max_width=None if number else first_column)
        for row in rows:
            table.add_row(*(Text(self._say(cell)) for cell in row))
        self.blank()
        self._console.print(table)

    def next(self, *sentences: Sentence) -> None:
        """What to do next."""
        self.blank()
        for sentence in sentences:
            self.text(say("Next: {step}", step=sentence))

    def _say(self, sentence: object) -> str:
        return clean("" if sentence is None else show(sentence, self.language))


def clean(text: str) -> str:
    """The text without what could steer a terminal: control characters, overrides of the reading direction."""
    return "".join(
        "\ufffd"
        if (unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t") or letter in _BIDI_CONTROLS
        else letter
        for letter in text
    )
