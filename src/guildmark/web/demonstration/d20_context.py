"""Step 1 of the demonstration: Annex 1's four countries, taken over from the shipped example."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from guildmark.spreadsheets.matrix import read_matrix
from guildmark.web.accounts.models import Person
from guildmark.web.context import actions
from guildmark.web.partnerships.access import access_to


def load(people: Mapping[str, Person]) -> None:
    """The matrix of Annex 1 in both partnerships; the Czech one looks into its own country only."""
    data = (files("guildmark.spreadsheets") / "examples" / "matrix.csv").read_bytes()
    rows = read_matrix(data, "matrix.csv")
    actions.import_matrix(access_to(people["alice"], "green-stage"), rows)
    actions.import_matrix(
        access_to(people["alice"], "czech-republic"), [row for row in rows if row.country.code == "CZ"]
    )
