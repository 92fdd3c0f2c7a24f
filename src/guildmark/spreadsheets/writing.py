"""Writing workbooks: every cell as text, never as a formula, so that nothing runs where it is opened."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from guildmark.spreadsheets.columns import Column
from guildmark.spreadsheets.limits import DEFAULT_LIMITS
from guildmark.spreadsheets.reading import is_hidden
from guildmark.vocabulary.colours import Colour
from guildmark.words import Sentence, say

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
_INK = "#14141A"
_LISTS = "_lists"
_LONGEST_SHEET_NAME = 31


@dataclass(frozen=True, slots=True)
class Shown:
    """A column that is written for people and ignored when the file is read: its name begins with _."""

    name: str
    width: int = 18


@dataclass(frozen=True, slots=True)
class Rows:
    """One sheet of rows to write: the columns, and per row the cells by column name.

    `colours` gives a cell the background of its data, by row (from 0) and column name. `spare` is
    the number of rows below that still get a drop-down.
    """

    title: Sentence
    columns: Sequence[Column[Any]]
    cells: Sequence[Mapping[str, str]]
    shown: Sequence[Shown] = ()
    colours: Mapping[tuple[int, str], Colour] = field(default_factory=dict)
    spare: int = 0


class WorkbookWriter:
    """A workbook in the making, in one language; `finish` gives its bytes."""

    def __init__(self, title: Sentence, language: str) -> None:
        self.language = language
        self._stream = io.BytesIO()
        self._workbook = Workbook(self._stream, _OPTIONS)
        self._workbook.set_properties({"title": title.text(language), "author": "Guildmark"})
        self._colours: dict[str, Format] = {}
        self._lists: list[tuple[str, ...]] = []
        # "@" is the format of text: what a person types over a cell stays text too.
        self._text = self._format(num_format="@")
        self._head = self._format(num_format="@", bold=True, bottom=2, bottom_color=_INK)
        self._title = self._format(bold=True, font_size=16, text_wrap=False)
        self._prose = self._format()

    def add_rows(self, rows: Rows) -> None:
        """A sheet with the column names in its first row, one row a thing, and drop-downs."""
        sheet = self._sheet(rows.title)
        names = [*(column.name for column in rows.columns), *(shown.name for shown in rows.shown)]
        widths = [*(column.width for column in rows.columns), *(shown.width for shown in rows.shown)]
        for index, (name, width) in enumerate(zip(names, widths, strict=True)):
            sheet.set_column(index, index, width, self._text)
            write_text(sheet, 0, index, name, self._head)
        for number, cells in enumerate(rows.cells):
            for index, name in enumerate(names):
                if text := cells.get(name, ""):
                    colour = rows.colours.get((number, name))
                    look = self._on(colour) if colour else self._text
                    write_text(sheet, number + 1, index, text, look)
        sheet.freeze_panes(1, 1)
        last_row = len(rows.cells) + rows.spare
        for index, column in enumerate(rows.columns):
            if last_row and (choices := column.kind.choices(self.language)):
                self._offer(sheet, index, last_row, choices)

    def add_reading(
        self, name: Sentence, title: Sentence, sentences: Iterable[Sentence], columns: Sequence[Column[Any]]
    ) -> None:
        """A sheet to read: what the file says or is for, and what stands in each column."""
        sheet = self._sheet(name)
        sheet.hide_gridlines(2)
        for index, width in enumerate((22, 14, 60, 60)):
            sheet.set_column(index, index, width, self._prose)
        write_text(sheet, 0, 0, title.text(self.language), self._title)
        row = 1
        for row, sentence in enumerate(sentences, start=2):
            sheet.merge_range(row, 0, row, 3, "", self._prose)
            write_text(sheet, row, 0, sentence.text(self.language), self._prose)
            sheet.set_row(row, 30)
        row += 2
        heads = (say("Column"), say("Needed?"), say("What to write"), say("Words that are understood"))
        for index, head in enumerate(heads):
            write_text(sheet, row, index, head.text(self.language), self._head)
        for column in columns:
            row += 1
            for index, text in enumerate(self._about(column)):
                write_text(sheet, row, index, text, self._prose)

    def finish(self) -> bytes:
        """The workbook's bytes."""
        if self._lists:
            sheet = self._workbook.add_worksheet(_LISTS)
            sheet.hide()
            for index, choices in enumerate(self._lists):
                for row, choice in enumerate(choices):
                    write_text(sheet, row, index, choice, self._text)
        self._workbook.close()
        return self._stream.getvalue()

    def _about(self, column: Column[Any]) -> tuple[str, str, str, str]:
        if column.needed:
            need = say("yes", context="a column that every row needs")
        elif column.required:
            need = say("the column, yes; a cell may be blank")
        else:
            need = say("no", context="a column that may be left out")
        choices = column.kind.choices(self.language)
        words = say("every country of ISO 3166-1").text(self.language) if len(choices) > 50 else "\n".join(choices)
        return column.name, need.text(self.language), column.guidance.text(self.language), words

    def _offer(self, sheet: Worksheet, index: int, last_row: int, choices: tuple[str, ...]) -> None:
        """A drop-down that also lets other words through: keys and other languages are understood too."""
        if choices not in self._lists:
            self._lists.append(choices)
        letter = chr(ord("A") + self._lists.index(choices))
        sheet.data_validation(
            1,
            index,
            last_row,
            index,
            {
                "validate": "list",
                "source": f"={_LISTS}!${letter}$1:${letter}${len(choices)}",
                "error_type": "information",
                "error_title": "Guildmark",
                "error_message": say("Not in the list: keys and the words of other languages are fine.").text(
                    self.language
                ),
            },
        )

    def _sheet(self, title: Sentence) -> Worksheet:
        name = "".join(letter for letter in title.text(self.language) if letter not in "[]:*?/\\'")
        sheet: Worksheet = self._workbook.add_worksheet(name[:_LONGEST_SHEET_NAME])
        return sheet

    def _on(self, colour: Colour) -> Format:
        if colour.key not in self._colours:
            self._colours[colour.key] = self._format(num_format="@", bg_color=colour.light, font_color=colour.on_light)
        return self._colours[colour.key]

    def _format(self, **properties: object) -> Format:
        look: Format = self._workbook.add_format({**_FONT, **properties})
        return look


def write_text(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """Writes a cell as text whatever it begins with; a character that no workbook can hold becomes U+FFFD."""
    safe = "".join("\ufffd" if is_hidden(letter) else letter for letter in text)
    sheet.write_string(row, column, safe[: DEFAULT_LIMITS.cell_characters], look)
