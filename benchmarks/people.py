"""Invented learners who differ in everything that a spreadsheet of learners allows; the same in every run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from random import Random
from uuid import UUID

COLUMNS = ("name", "email", "identifier", "birth_date", "grade", "evidence_url", "language")
_GIVEN = ("Dora", "Jürgen", "Zoë", "Łukasz", "Aoife", "Søren", "Anaïs", "Ελένη", "Олена", "Miloš", "Inês", "O’Shea")
_FAMILY = ("Nováková", "de Vries", "Rossi", "Müller", "Ó Briain", "Świątek", "García López", "Παππά", "Коваль", "Maťa")
_LANGUAGES = ("", "en", "de", "nl", "it", "cs", "pt-PT", "el")


def people(count: int, seed: int = 16) -> Iterator[tuple[str, ...]]:
    """Rows of `COLUMNS`: an identifier of each kind or none, evidence or none, a grade or a blank, and so on."""
    chance = Random(seed)
    for number in range(count):
        name = f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)} {chance.choice(('', 'jr. “the 2nd”', '& Söhne'))}"
        born = f"{chance.randint(1950, 2008)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        grade = chance.choice(("", str(chance.randint(0, 100)), f"{chance.randint(0, 99)}.{chance.randint(1, 9)}"))
        yield (
            name.strip(),
            f"{chance.choice(('Learner', 'student', 'l'))}.{number}@school-{chance.randint(1, 40)}.example",
            _identifier(number, chance),
            chance.choice(("", born)),
            grade,
            chance.choice(("", f"https://portfolio.example/{chance.getrandbits(40):x}?of={number}")),
            chance.choice(_LANGUAGES),
        )


def _identifier(number: int, chance: Random) -> str:
    kinds = (
        "",
        f"S-{number:07}",
        f"did:example:{chance.getrandbits(64):x}{number}",
        UUID(int=chance.getrandbits(128)).urn,
        f"https://id.example/people/{number}",
    )
    return chance.choice(kinds)


def as_csv(rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]) -> bytes:
    """The rows as the CSV file that a school would hand in."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def as_workbook(rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]) -> bytes:
    """The rows as a workbook."""
    import xlsxwriter

    data = io.BytesIO()
    workbook = xlsxwriter.Workbook(data, {"constant_memory": True, "strings_to_urls": False})
    sheet = workbook.add_worksheet("Learners")
    for at, row in enumerate((COLUMNS, *rows)):
        sheet.write_row(at, 0, row)
    workbook.close()
    return data.getvalue()
