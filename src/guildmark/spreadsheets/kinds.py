"""The kinds of cells: words of a vocabulary, answers, dates, addresses, free text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from guildmark.credentials.record.addresses import is_email_address, is_web_address
from guildmark.errors import Fault
from guildmark.spreadsheets.columns import Kind, Misread
from guildmark.vocabulary import countries, questions
from guildmark.vocabulary.countries import Country
from guildmark.vocabulary.questions import KnowledgeQuestion
from guildmark.vocabulary.terms import Term
from guildmark.words import Listing, say

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LINE_ENDS = re.compile(r"[\n\t]+")
_LONGEST_EMAIL = 254
_LONGEST_ADDRESS = 2_000


class Line(Kind[str]):
    """A text of one line, such as a name; line ends inside it become spaces."""

    is_prose: ClassVar[bool] = True

    def read(self, text: str) -> str:
        """The text with single spaces."""
        return " ".join(text.split())


class OneLine(Kind[str]):
    """A text of one line that is kept as written, since a record will say it: its spaces may be part of it."""

    is_prose: ClassVar[bool] = True

    def read(self, text: str) -> str:
        """The text; only line ends and tabs become spaces."""
        return _LINE_ENDS.sub(" ", text)


class Note(Kind[str]):
    """A text of any number of lines."""

    is_prose: ClassVar[bool] = True

    def read(self, text: str) -> str:
        """The text as it stands."""
        return text


@dataclass(frozen=True, slots=True)
class Words(Kind[str]):
    """The key of one item of a vocabulary, which may also be written as its label in any language."""

    find: Callable[[str], Term | None]
    items: Callable[[], Iterable[Term]]
    misread: Callable[[str, tuple[str, ...]], Fault]

    def read(self, text: str) -> str:
        """The key of the item that is meant."""
        if item := self.find(text):
            return item.key
        raise Misread(self.misread(text, tuple(item.key for item in self.items())))

    def write(self, value: str, language: str) -> str:
        """The item's label."""
        for item in self.items():
            if item.key == value:
                return item.label(language)
        raise ValueError(f"no word has the key {value!r}")

    def choices(self, language: str) -> tuple[str, ...]:
        """The labels."""
        return tuple(item.label(language) for item in self.items())


@dataclass(frozen=True, slots=True)
class Option(Kind[int]):
    """An option of a knowledge question by its number from 1, or by its text in any language."""

    question: KnowledgeQuestion

    def read(self, text: str) -> int:
        """The option's number, from 1."""
        number = self.question.find_option(text)
        if number is not None:
            return number
        count = len(self.question.options)
        raise Misread(
            Fault(
                "map.answer.unknown",
                say(
                    "“{found}” is not an answer to “{question}”. "
                    "Write a number from 1 to {count}, or the answer's text: {answers}.",
                    found=text,
                    question=self.question,
                    count=count,
                    answers=Listing.of(self.question.options, either=True),
                ),
                found=text,
                accepted=tuple(str(number) for number in range(1, count + 1)),
            )
        )

    def write(self, value: int, language: str) -> str:
        """The option's text."""
        return self.question.options[value - 1].text(language)

    def choices(self, language: str) -> tuple[str, ...]:
        """The options' texts."""
        return tuple(option.text(language) for option in self.question.options)


class YesNo(Kind[bool]):
    """Yes or no, in any of the five languages."""

    def read(self, text: str) -> bool:
        """True for yes, False for no."""
        answer = questions.find_answer(text)
        if answer is not None:
            return answer
        raise Misread(
            Fault(
                "map.yes_no.unknown",
                say("“{found}” is neither yes nor no. Write yes or no, or leave the cell blank.", found=text),
                found=text,
                accepted=("yes", "no"),
            )
        )

    def write(self, value: bool, language: str) -> str:
        """Yes or no."""
        return next(answer.label(language) for answer in questions.answers() if answer.value is value)

    def choices(self, language: str) -> tuple[str, ...]:
        """Yes and no."""
        return tuple(answer.label(language) for answer in questions.answers())


class CountryAndRegion(Kind[tuple[Country, str | None]]):
    """A country by its code or name, and a region after a slash."""

    def read(self, text: str) -> tuple[Country, str | None]:
        """The country, and the region where one follows."""
        name, _, region = text.partition("/")
        country = countries.find(name.strip())
        if country is None:
            raise Misread(self._unknown(name.strip()))
        return country, " ".join(region.split()) or None

    def write(self, value: tuple[Country, str | None], language: str) -> str:
        """The country's name, or its code where the name would not be read back."""
        country, region = value
        label = country.label(language)
        known = countries.find(label)
        name = label if known is not None and known.code == country.code and "/" not in label else country.code
        return f"{name} / {region}" if region else name

    def choices(self, language: str) -> tuple[str, ...]:
        """Every country."""
        return tuple(sorted(self.write((country, None), language) for country in countries.all_countries()))

    def _unknown(self, name: str) -> Fault:
        alike = tuple(country.code for country in countries.nearest_countries(name))
        return Fault("matrix.country.unknown", countries.not_known(name), found=name, accepted=alike)


class Email(Kind[str]):
    """An e-mail address."""

    def read(self, text: str) -> str:
        """The address as written."""
        if is_email_address(text) and len(text) <= _LONGEST_EMAIL:
            return text
        raise Misread(
            Fault(
                "learners.email.invalid",
                say("“{found}” is not an e-mail address. Write one address, such as dora@example.org.", found=text),
                found=text,
                accepted=("name@example.org",),
            )
        )


class Day(Kind[date]):
    """A date, written year-month-day; a date cell of a workbook arrives in this form."""

    def read(self, text: str) -> date:
        """The date."""
        if parts := _DATE.fullmatch(text):
            try:
                return date(int(parts[1]), int(parts[2]), int(parts[3]))
            except ValueError:
                pass
        raise Misread(
            Fault(
                "learners.date.invalid",
                say("“{found}” is not a date. Write year, month and day, such as 1999-12-31.", found=text),
                found=text,
                accepted=("1999-12-31",),
            )
        )


class WebAddress(Kind[str]):
    """An address that begins with https:// or http://."""

    def read(self, text: str) -> str:
        """The address as written."""
        if is_web_address(text) and len(text) <= _LONGEST_ADDRESS:
            return text
        raise Misread(
            Fault(
                "learners.address.invalid",
                say("“{found}” is not a web address. Write it in full, beginning with https://.", found=text),
                found=text,
                accepted=("https://…", "http://…"),
            )
        )


class LanguageTag(Kind[str]):
    """The tag of a language (BCP 47), such as en or cs."""

    def read(self, text: str) -> str:
        """The tag as written."""
        if _LANGUAGE_TAG.fullmatch(text):
            return text
        raise Misread(
            Fault(
                "learners.language.invalid",
                say("“{found}” is not the tag of a language. Write two letters, such as en, de or cs.", found=text),
                found=text,
                accepted=("en", "de", "cs"),
            )
        )
