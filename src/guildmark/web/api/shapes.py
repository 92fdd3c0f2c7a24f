"""What the API takes and gives, as types: the OpenAPI document is made from them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field, WithJsonSchema

from guildmark.vocabulary import participation_modes, sectors
from guildmark.web.register.selectors import Wanted

_MOST_HOURS = 100_000
Hours = Annotated[
    Annotated[float, Field(ge=0, le=_MOST_HOURS, allow_inf_nan=False)] | None,
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": _MOST_HOURS}),
]
Eqf = Annotated[
    Annotated[int, Field(ge=1, le=8)] | None, WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 8})
]


def _one_of(keys: list[str]) -> Any:
    return WithJsonSchema({"type": "string", "enum": keys})


def _pattern(keys: list[str]) -> str:
    return f"^({'|'.join(keys)})$"


_SECTORS = [one.key for one in sectors.all_sectors()]
_MODES = [one.key for one in participation_modes.all_modes()]


class Filters(Schema):
    """What the register can be filtered by: the same as on its page."""

    q: Annotated[str, Field(max_length=200, description="Words of a title, provider, outcome or skill")] = ""
    country: Annotated[
        Annotated[str, Field(pattern="^[A-Z]{2}$")] | None, WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})
    ] = None
    eqf: Eqf = None
    sector: Annotated[Annotated[str, Field(pattern=_pattern(_SECTORS))] | None, _one_of(_SECTORS)] = None
    mode: Annotated[Annotated[str, Field(pattern=_pattern(_MODES))] | None, _one_of(_MODES)] = None
    language: Annotated[
        Annotated[str, Field(pattern="^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", max_length=35)] | None,
        WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "maxLength": 35}),
    ] = None
    provider: Annotated[
        Annotated[str, Field(pattern="^[A-Za-z0-9_-]{16}$")] | None,
        WithJsonSchema({"type": "string", "pattern": "^[A-Za-z0-9_-]{16}$"}),
    ] = None
    hours_from: Hours = None
    hours_to: Hours = None
    sort: Literal["newest", "title", "shortest", "longest"] = "newest"
    page: Annotated[int, Field(ge=1, le=100_000)] = 1
    per_page: Annotated[int, Field(ge=1, le=100)] = 20

    def wanted(self) -> Wanted:
        """As the register's selectors know it."""
        return Wanted(
            q=self.q, country=self.country or "", eqf=self.eqf, sector=self.sector or "", mode=self.mode or "",
            language=self.language or "", provider=self.provider or "", hours_from=self.hours_from,
            hours_to=self.hours_to, sort=self.sort,
        )  # fmt: skip


class AwardingBody(Schema):
    """Who awards it; `provider` is its number in the register."""

    provider: str
    name: str | dict[str, str]
    country: str | None
    url: str | None


class Entry(Schema):
    """A published micro-credential. Texts are a string, or a string per language."""

    id: str
    title: str | dict[str, str]
    version: int
    awarding_bodies: list[AwardingBody]
    countries: list[str]
    eqf: int | None
    hours: float | None
    ects: float | None
    mode: str | None
    sectors: list[str]
    languages: list[str]
    published_at: str
    page: str
    url: str


class EntryWithDesign(Entry):
    """The same with the whole design, in the shape of `guildmark schema design`."""

    model_config = ConfigDict(title="EntryWithDesign")

    design: dict[str, Any]


class Entries(Schema):
    """One page of the register; `next` is null on the last."""

    total: int
    page: int
    per_page: int
    next: str | None
    items: list[Entry]
