"""Reading a country's answers: an object of JSON in, typed answers or every fault out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guildmark.errors import GuildmarkError
from guildmark.toolkit.context.answers import (
    Answer,
    Answers,
    Body,
    BodySector,
    GovernmentLevel,
    Initiative,
    Learning,
    Scope,
    Source,
)
from guildmark.toolkit.context.questionnaire import EDITIONS, LATEST, Question, Questionnaire, questionnaire
from guildmark.toolkit.context.values import ValueReader, pointer, short
from guildmark.vocabulary import countries, sectors
from guildmark.vocabulary.countries import Country
from guildmark.words import say

KEYS = ("edition", "country", "region", "answers", "bodies", "initiatives", "sources")
"""The keys of the document (docs/rules/answers.md)."""
FIRST_YEAR, LAST_YEAR = 1900, 2100


def read_answers(document: object, file: str | None = None) -> Answers:
    """One country's answers (docs/rules/answers.md); GuildmarkError with every fault.

    An unknown key at the top is a warning, kept in `Answers.warnings`. Null and blank mean "not
    answered"; only a missing or null `bodies` means that nobody has filled in the list yet.
    """
    return _AnswersReader(file).read(document)


class _AnswersReader(ValueReader):
    """Reads one document and collects what is wrong with it."""

    def read(self, document: object) -> Answers:
        if not isinstance(document, Mapping):
            self.refuse("answers.shape", "", say("The file holds no JSON object with answers."), document, ("{…}",))
            raise GuildmarkError(self.faults)
        definition = self._edition(document.get("edition"))
        country, region = self._place(document.get("country"), document.get("region"))
        answers = Answers(
            country=country,
            edition=definition.edition,
            region=region,
            given=dict(self._given(document.get("answers"), definition)),
            bodies=self._bodies(document.get("bodies")),
            initiatives=tuple(self._initiatives(document.get("initiatives"))),
            sources=tuple(self._sources(document.get("sources"), definition)),
            warnings=tuple(self.unknown_key(key, KEYS) for key in document if key not in KEYS),
        )
        if self.faults:
            raise GuildmarkError(self.faults)
        return answers

    def _edition(self, value: object) -> Questionnaire:
        if value is None or short(value) in EDITIONS:
            return questionnaire(LATEST if value is None else short(value))
        sentence = say("There is no edition {edition} of the questionnaire.", edition=short(value))
        self.refuse("answers.edition.unknown", "/edition", sentence, value, EDITIONS)
        return questionnaire()

    def _place(self, value: object, region: object) -> tuple[Country, str | None]:
        text, given_region = self.string(value, "/country"), self.string(region, "/region")
        if text is None:
            if not self.faults_at("/country"):
                self.refuse("answers.country.missing", "/country", say("The answers name no country."), value, ("IT",))
            return countries.all_countries()[0], given_region
        name, _, after_slash = text.partition("/")
        country = countries.find(name.strip())
        if country is None:
            sentence = countries.not_known(short(name.strip()))
            alike = [near.code for near in countries.nearest_countries(name)] or ["IT"]
            self.refuse("answers.country.unknown", "/country", sentence, value, alike)
            country = countries.all_countries()[0]
        return country, given_region or after_slash.strip() or None

    def _given(self, value: object, definition: Questionnaire) -> Iterator[tuple[str, Answer]]:
        for key, given in self.mapping(value, "/answers").items():
            path = pointer("/answers", key)
            question = definition.find(key)
            if question is None:
                sentence = say("The questionnaire has no question “{question}”.", question=short(key))
                accepted = definition.nearest(key) or [one.key for one in definition.questions()]
                self.refuse("answers.question.unknown", path, sentence, key, accepted)
                continue
            answer = self._answer(given, question, path)
            if answer is not None:
                yield key, answer

    def _answer(self, value: object, question: Question, path: str) -> Answer | None:
        match question.kind:
            case "choice":
                return self._choice(value, question, path)
            case "year":
                return self._year(value, path)
            case "sectors":
                return self._sectors(value, path) or None
            case _:
                return self.text(value, path)

    def _choice(self, value: object, question: Question, path: str) -> str | None:
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        words = {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
        option = question.find_option(words) if isinstance(words, str) else None
        if option is None:
            sentence = say("“{found}” is none of the answers to “{question}”.", found=short(value), question=question)
            self.refuse("answers.option.unknown", path, sentence, value, [one.key for one in question.options])
            return None
        return option.key

    def _year(self, value: object, path: str) -> int | None:
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        year = str(value).strip() if isinstance(value, int | str) and not isinstance(value, bool) else ""
        if year.isdecimal() and len(year) == len(str(LAST_YEAR)) and FIRST_YEAR <= int(year) <= LAST_YEAR:
            return int(year)
        sentence = say(
            "“{found}” is no year between {first} and {last}.",
            found=short(value),
            first=str(FIRST_YEAR),
            last=str(LAST_YEAR),
        )
        self.refuse("answers.year.invalid", path, sentence, value, ("2022",))
        return None

    def _sectors(self, value: object, path: str) -> tuple[str, ...]:
        found = []
        for place, text in self.strings(value, path):
            sector = sectors.find(text)
            if sector is None:
                sentence = say("“{found}” is none of the sectors A to P of the guide.", found=short(text))
                accepted = sectors.nearest(text) or [one.key for one in sectors.all_sectors()]
                self.refuse("answers.sector.unknown", place, sentence, text, accepted)
            else:
                found.append(sector.key)
        return tuple(dict.fromkeys(found))

    def _bodies(self, value: object) -> tuple[Body, ...] | None:
        if value is None:
            return None
        found = []
        for path, entry in self.objects(value, "/bodies", ("name", "sector", "level")):
            name = self.needed_text(entry, "name", path)
            sector = self.key_of(BodySector, entry.get("sector"), f"{path}/sector")
            level = self.key_of(GovernmentLevel, entry.get("level"), f"{path}/level")
            if name and sector and level:
                found.append(Body(name, sector, level))
        return tuple(found)

    def _initiatives(self, value: object) -> Iterator[Initiative]:
        keys = ("title", "scope", "sectors", "learning", "purpose", "institutions")
        for path, entry in self.objects(value, "/initiatives", keys):
            title = self.needed_text(entry, "title", path)
            scope = self.key_of(Scope, entry.get("scope"), f"{path}/scope")
            learning = [
                self.key_of(Learning, text, place)
                for place, text in self.strings(entry.get("learning"), f"{path}/learning")
            ]
            institutions = [
                self.text(one, place) for place, one in self.items(entry.get("institutions"), f"{path}/institutions")
            ]
            sector_keys = self._sectors(entry.get("sectors"), f"{path}/sectors")
            purpose = self.text(entry.get("purpose"), f"{path}/purpose")
            if title and scope:
                yield Initiative(
                    title=title,
                    scope=scope,
                    sectors=sector_keys,
                    learning=tuple(one for one in learning if one),
                    purpose=purpose,
                    institutions=tuple(one for one in institutions if one),
                )

    def _sources(self, value: object, definition: Questionnaire) -> Iterator[Source]:
        for path, entry in self.objects(value, "/sources", ("title", "url", "date", "questions")):
            title = self.needed_text(entry, "title", path)
            questions = []
            for place, key in self.strings(entry.get("questions"), f"{path}/questions"):
                if definition.find(key) is None:
                    sentence = say("The questionnaire has no question “{question}”.", question=short(key))
                    self.refuse("answers.question.unknown", place, sentence, key, definition.nearest(key))
                questions.append(key)
            if title:
                yield Source(
                    title,
                    url=self.string(entry.get("url"), f"{path}/url"),
                    date=self.string(entry.get("date"), f"{path}/date"),
                    questions=tuple(questions),
                )
