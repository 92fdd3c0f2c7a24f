"""The message catalogues: `locale/LANGUAGE.po`, read when a language is first spoken."""

from __future__ import annotations

from functools import lru_cache
from gettext import c2py
from importlib.resources import files

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po


@lru_cache(maxsize=16)
def catalogue(language: str) -> Catalog:
    """The catalogue of `language` ("de-AT" speaks "de"); an empty one where none ships."""
    language = language.partition("-")[0].lower()
    source = files("guildmark.words") / "locale" / f"{language}.po"
    if not language.isalpha() or not source.is_file():
        return Catalog()
    with source.open("rb") as stream:
        return read_po(stream, locale=language)


def translation(language: str, template: str, plural: str | None, count: int | None, context: str | None) -> str:
    """The template to say in `language`: the translation, or the English one in the right number."""
    english = template if plural is None or count == 1 else plural
    if language == "en":
        return english
    known = catalogue(language)
    message = known.get(template, context)
    if message is None or not message.string or message.fuzzy:
        return english
    if isinstance(message.string, str):
        return message.string
    index = c2py(known.plural_expr)(count if count is not None else 1)
    forms = tuple(message.string)
    return forms[index] if index < len(forms) and forms[index] else english
