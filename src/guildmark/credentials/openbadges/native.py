"""What Open Badges has a property for: title, grade, credits, language, image, version, country."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from guildmark.credentials.openbadges.decimals import decimal_text, decimal_value
from guildmark.credentials.openbadges.nodes import listed, only, text_of
from guildmark.credentials.openbadges.prose import spoken
from guildmark.credentials.record.addresses import is_image_address
from guildmark.words import in_language, say

_LANGUAGE = re.compile(r"[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
"""The tags that the Open Badges schema accepts; others stand under our own term."""


def write_title(title: Any, language: str) -> dict[str, Any]:
    """The name in the record's language and, where there are several, all of them."""
    name = {"name": in_language(title, language)}
    return {**name, "titleByLanguage": title} if isinstance(title, dict) else name


def read_by_language(node: Mapping[str, Any], native: str, own: str) -> Any:
    """A text: per language where it stands so, else the native property."""
    by_language = only(node.get(own))
    if isinstance(by_language, Mapping):
        texts = {tag: text_of(text) for tag, text in by_language.items() if text_of(text) is not None}
        if texts:
            return texts
    return text_of(node.get(native))


def write_language(language: str | None) -> dict[str, Any]:
    """The language of the design."""
    if language is None:
        return {}
    return {"inLanguage" if _LANGUAGE.fullmatch(language) else "designLanguage": language}


def write_image(image: str | None) -> dict[str, Any]:
    """The badge's picture; what is no address of one, such as a file name, stays a text."""
    if image is None:
        return {}
    return {"image": {"id": image, "type": "Image"}} if is_image_address(image) else {"designImage": image}


def read_image(node: Mapping[str, Any]) -> str | None:
    """The address of the picture, whether the badge writes it as an object or alone."""
    image = only(node.get("image"))
    return text_of(image.get("id") if isinstance(image, Mapping) else image) or text_of(node.get("designImage"))


def write_version(version: str | int | None) -> dict[str, Any]:
    """The version; where it is a number, our own term says so."""
    if version is None:
        return {}
    return {"version": version} if isinstance(version, str) else {"version": str(version), "designVersion": version}


def read_version(node: Mapping[str, Any]) -> str | int | None:
    """The version as the design has it."""
    number = only(node.get("designVersion"))
    if isinstance(number, int) and not isinstance(number, bool):
        return number
    return text_of(node.get("version"))


def credits_of(design: Mapping[str, Any]) -> int | float | None:
    """ECTS credits as the number that Open Badges asks for; None where its canonical form would lose digits.

    The exact number always stands in the workload.
    """
    ects: int | float | None = (design.get("workload") or {}).get("ects")
    if ects is None:
        return None
    if float(ects).is_integer():
        return int(ects)
    return ects if float(f"{ects:.14E}") == ects else None


def write_scale(scale: Any, place: str, language: str) -> dict[str, Any]:
    """The grades that one can reach, as a result description; Open Badges lists them from low to high."""
    node: dict[str, Any] = {"id": place, "type": ["ResultDescription"], "name": say("Grade").text(spoken(language))}
    if isinstance(scale, list):
        short = all(len(word) <= 2 for word in scale)
        return {**node, "resultType": "LetterGrade" if short else "Result", "allowedValue": scale[::-1]}
    limits = {"valueMin": decimal_text(scale["min"]), "valueMax": decimal_text(scale["max"])}
    if scale.get("pass") is not None:
        limits["requiredValue"] = decimal_text(scale["pass"])
    return {**node, "resultType": "RawScore", **limits}


def read_scale(node: Mapping[str, Any]) -> Any:
    """The scale: words from best to worst, or a range of numbers; None where the badge describes another result."""
    words = [word for word in listed(node.get("allowedValue")) if isinstance(word, str)]
    if words:
        return words[::-1]
    low, high = decimal_value(text_of(node.get("valueMin"))), decimal_value(text_of(node.get("valueMax")))
    if low is None or high is None:
        return None
    scale = {"min": low, "max": high}
    required = decimal_value(text_of(node.get("requiredValue")))
    return scale if required is None else {**scale, "pass": required}


def write_grade(grade: str | int | float) -> str:
    """A grade as Open Badges writes it: always a text."""
    return grade if isinstance(grade, str) else decimal_text(grade)


def read_grade(value: Any, scale: Any) -> str | int | float | None:
    """A grade: a word, or a number where the scale is a range."""
    text = text_of(value)
    number = decimal_value(text) if isinstance(scale, Mapping) else None
    return text if number is None else number
