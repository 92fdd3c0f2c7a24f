"""Whatever bytes come as a spreadsheet: a table, or faults that a person can read. Nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.errors import Fault, GuildmarkError
from guildmark.spreadsheets.learners import read_learners
from guildmark.spreadsheets.matrix import read_matrix
from guildmark.spreadsheets.stakeholders import read_stakeholders
from guildmark.spreadsheets.templates import template
from tests.spreadsheets.workbooks import raw_xlsx

READERS = (read_matrix, read_stakeholders, lambda data, name: read_learners(data, name, None))
WORKBOOK = template("map", example=True)


def read_by_all(data: bytes, filename: str) -> None:
    for reader in READERS:
        faults = faults_in(reader, data, filename)
        assert all(str(fault.sentence) and fault.place.file == filename for fault in faults)


def faults_in(reader: Callable[[bytes, str], object], data: bytes, filename: str) -> Sequence[Fault]:
    try:
        reader(data, filename)
    except GuildmarkError as error:
        return error.faults
    return ()


@given(data=st.binary(max_size=300))
@pytest.mark.parametrize("filename", ["a.csv", "a.xlsx"])
def test_any_bytes(data: bytes, filename: str) -> None:
    read_by_all(data, filename)


@given(text=st.text(max_size=300))
def test_any_text(text: str) -> None:
    read_by_all(text.encode("utf-8", "surrogatepass"), "a.csv")


@given(rows=st.lists(st.lists(st.text(max_size=12), max_size=20), max_size=6), separator=st.sampled_from(",;"))
def test_any_table(rows: list[list[str]], separator: str) -> None:
    header = separator.join(("name", "group", "email", "country", "governance", "influence_1", "heard_of"))
    read_by_all("\n".join([header, *(separator.join(row) for row in rows)]).encode("utf-8", "surrogatepass"), "a.csv")


@given(place=st.integers(0, len(WORKBOOK) - 1), byte=st.integers(0, 255))
def test_a_workbook_with_one_changed_byte(place: int, byte: int) -> None:
    read_by_all(WORKBOOK[:place] + bytes([byte]) + WORKBOOK[place + 1 :], "a.xlsx")


@given(
    cells=st.lists(
        st.tuples(
            st.sampled_from(["A1", "B2", "a1", "", "A0", "1A", "XFD9", "A1048576", "B1"]),
            st.sampled_from(["s", "str", "b", "e", "d", "n", "inlineStr", "x"]),
            st.sampled_from(["1", "-1", "abc", "", "1e400", "2020-13-45", "NaN", "99999999999999999999"]),
        ),
        max_size=6,
    )
)
def test_any_cells_of_a_workbook(cells: list[tuple[str, str, str]]) -> None:
    data = "".join(
        f'<row r="{number}"><c r="{where}" t="{kind}"><v>{value}</v></c></row>'
        for number, (where, kind, value) in enumerate(cells, start=1)
    )
    read_by_all(raw_xlsx(data), "a.xlsx")
