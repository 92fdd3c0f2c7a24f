"""`?format=csv` and `?format=xlsx`: any list page as a file (docs/cli.md, "Addresses")."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import xlsxwriter
from django.http import HttpRequest, HttpResponse

from guildmark.web.look.words import said
from guildmark.words import Sentence

T = TypeVar("T")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class ListColumn(Generic[T]):
    """One column: its name for machines, its heading for people, and its value in a row."""

    name: str
    heading: Sentence
    value: Callable[[T], object]


def list_as_file(
    request: HttpRequest, rows: Iterable[T], columns: Sequence[ListColumn[T]], title: Sentence
) -> HttpResponse | None:
    """The list as the file that `?format=` asks for; None where it asks for none."""
    wanted = request.GET.get("format")
    if wanted not in {"csv", "xlsx"}:
        return None
    table = [[said(column.value(row)) for column in columns] for row in rows]
    heads = [column.name for column in columns]
    data = _csv(heads, table) if wanted == "csv" else _xlsx(heads, table)
    name = request.path.strip("/").replace("/", "-") or "list"
    return download(data, f"{name}.{wanted}")


def download(data: bytes | str, filename: str) -> HttpResponse:
    """An answer that the browser saves as a file."""
    kinds = {
        "csv": "text/csv; charset=utf-8", "xlsx": XLSX, "json": "application/json", "pdf": "application/pdf",
        "svg": "image/svg+xml", "png": "image/png",
    }  # fmt: skip
    answer = HttpResponse(data, content_type=kinds.get(filename.rsplit(".", 1)[-1], "application/octet-stream"))
    answer["Content-Disposition"] = f'attachment; filename="{filename}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _csv(heads: Sequence[str], table: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([f"'{cell}" if _needs_apostrophe(cell) else cell for cell in row] for row in table)
    return out.getvalue().encode("utf-8-sig")


def _needs_apostrophe(cell: str) -> bool:
    """Whether a spreadsheet program would compute a text, or a reader would take its own apostrophe for ours."""
    return cell.startswith(_FORMULA) or (cell.startswith("'") and cell.lstrip("'").startswith(("+", "-", "@")))


def _xlsx(heads: Sequence[str], table: Sequence[Sequence[str]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet: Any = book.add_worksheet()
        bold = book.add_format({"bold": True})
        for at, head in enumerate(heads):
            sheet.write_string(0, at, head, bold)
        for number, row in enumerate(table, start=1):
            for at, cell in enumerate(row):
                sheet.write_string(number, at, cell)
        sheet.freeze_panes(1, 0)
    return out.getvalue()
