"""Numbers as texts in decimal notation, exactly: what is read back is the number that was written, 4.0 as 4.0."""

from __future__ import annotations

import math
import re
from decimal import Decimal

_DECIMAL = re.compile(r"-?[0-9]{1,400}(\.[0-9]{1,400})?")


def decimal_text(number: int | float) -> str:
    """The decimal text that reads back as this number; a whole float keeps its ".0"."""
    if isinstance(number, int):
        return str(number)
    text = format(Decimal(repr(number)), "f")
    return text if "." in text else f"{text}.0"


def decimal_value(text: object) -> int | float | None:
    """The number that `decimal_text` wrote; None where the text is no decimal."""
    if not isinstance(text, str) or not _DECIMAL.fullmatch(text):
        return None
    if "." not in text:
        return int(text)
    number = float(text)
    return number if math.isfinite(number) else None
