"""The contexts of the door: the published ones, the W3C's examples, and whatever stands inline in a document.

The verifier for people knows no inline context but Guildmark's own, since nobody can tell a person what a stranger's
words mean. The suites ask only whether the words of a document have some meaning, and keep it.
"""

from __future__ import annotations

import json

from guildmark.credentials import openbadges
from guildmark.credentials.linkeddata import Contexts

EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
_EXAMPLES = json.dumps({"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}).encode()


class AnyInline(Contexts):
    """Contexts in which every inline one is known; JSON-LD still refuses those that redefine protected words.

    One that imports another is not: PyLD writes what it adds into the imported one, for every later document too.
    """

    def __init__(self) -> None:
        super().__init__(openbadges.INLINE_CONTEXT, further={EXAMPLES: _EXAMPLES})

    def knows(self, context: object) -> bool:
        """As `Contexts.knows`, and any object that imports nothing."""
        return (isinstance(context, dict) and not _imports(context)) or super().knows(context)


def _imports(value: object) -> bool:
    """Whether an import stands in a context, at any depth."""
    match value:
        case dict():
            return "@import" in value or any(map(_imports, value.values()))
        case list():
            return any(map(_imports, value))
    return False
