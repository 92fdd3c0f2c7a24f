"""Gather every sentence into the catalogues that translators edit.

`make words` reads the literal calls of `say` and `say_count` in src/guildmark, and the tags of the same
names in the web application's templates (docs/decisions/0006), and brings
`words/locale/*.po` up to date: new sentences stand there empty, sentences that are gone go.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from guildmark.words import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "guildmark"
LOCALE = SOURCE / "words" / "locale"
_TAG = re.compile(r"""\{%\s*(say|say_count)\s+(.*?)\s*%\}""", re.DOTALL)
_LITERAL = re.compile(r"""(?:(context)=)?(?:"([^"]*)"|'([^']*)')|(\w+=(?:"[^"]*"|'[^']*'|\S+)|\S+)""")


@dataclass(frozen=True)
class Said:
    """One sentence in the source: where it stands and in which forms."""

    file: str
    line: int
    singular: str
    plural: str | None = None
    context: str | None = None


class NotLiteralError(ValueError):
    """A sentence that cannot be gathered, since it is put together at run time."""


def _literal(node: ast.expr, where: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise NotLiteralError(f"{where}: say() needs its sentence as one literal string")


def sentences(folder: Path = SOURCE) -> Iterator[Said]:
    """Every sentence that a person may read: of the modules, then of the templates, by file and line."""
    yield from _of_modules(folder)
    for path in sorted(folder.rglob("templates/**/*.html")):
        yield from _of_template(path)


def _of_template(path: Path) -> Iterator[Said]:
    name, text = path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
    for tag in _TAG.finditer(text):
        line = text.count("\n", 0, tag.start()) + 1
        literals: list[str] = []
        context = None
        for part in _LITERAL.finditer(tag[2]):
            if part[4] is not None:
                if not literals:
                    raise NotLiteralError(f"{name}:{line}: say needs its sentence as one literal string")
                continue
            words = part[2] if part[2] is not None else part[3]
            if part[1]:
                context = words
            else:
                literals.append(words)
        needed = 2 if tag[1] == "say_count" else 1
        if len(literals) < needed:
            raise NotLiteralError(f"{name}:{line}: say needs its sentence as one literal string")
        yield Said(name, line, literals[0], literals[1] if needed == 2 else None, context)


def _of_modules(folder: Path) -> Iterator[Said]:
    for path in sorted(folder.rglob("*.py")):
        if path.parent == folder / "words":
            continue
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"), name)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id not in {"say", "say_count"}:
                continue
            where = f"{name}:{node.lineno}"
            context = next((_literal(k.value, where) for k in node.keywords if k.arg == "context"), None)
            singular = _literal(node.args[0], where)
            plural = _literal(node.args[1], where) if node.func.id == "say_count" else None
            yield Said(name, node.lineno, singular, plural, context)


def template() -> Catalog:
    """The sentences as an empty catalogue, with the files they stand in (without lines: less noise)."""
    found = Catalog(project="Guildmark", charset="utf-8", fuzzy=False)
    for said in sentences():
        key = (said.singular, said.plural) if said.plural else said.singular
        found.add(key, locations=[(said.file, 0)], context=said.context)
    return found


def update(languages: Sequence[str] = LANGUAGES[1:]) -> dict[str, int]:
    """Bring the catalogues up to date; how many sentences of each language wait for words."""
    source = template()
    waiting: dict[str, int] = {}
    for language in languages:
        path = LOCALE / f"{language}.po"
        catalogue = Catalog(locale=language)
        if path.is_file():
            with path.open("rb") as stream:
                catalogue = read_po(stream, locale=language)
        catalogue.update(source, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        catalogue.fuzzy = False
        catalogue.header_comment = f"# Guildmark in {Locale.parse(language).english_name}. Licence: EUPL-1.2."
        catalogue.project, catalogue.version, catalogue.msgid_bugs_address = "Guildmark", "0.1", ""
        catalogue.last_translator, catalogue.language_team = "Guildmark", ""
        # A date that changes with every run would hide what a translator changed.
        catalogue.creation_date = catalogue.revision_date = datetime(2026, 11, 23, tzinfo=UTC)
        with path.open("wb") as stream:
            write_po(stream, catalogue, width=110, omit_header=False, sort_output=True, include_lineno=False)
        waiting[language] = sum(not complete(message.string) for message in catalogue if message.id)
    return waiting


def complete(string: object) -> bool:
    """Whether every form of a translation has words."""
    forms = (string,) if isinstance(string, str) else tuple(string) if isinstance(string, (tuple, list)) else ()
    return bool(forms) and all(forms)


if __name__ == "__main__":
    for language, count in update(sys.argv[1:] or LANGUAGES[1:]).items():
        sys.stdout.write(f"{language}: {count} to translate\n")
