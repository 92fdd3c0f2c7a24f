"""When two people save the same thing."""

from __future__ import annotations

import hashlib
import json

from django.http import HttpRequest, QueryDict

from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say


def saved_meanwhile() -> GuildmarkError:
    """What the second one to save is told; the form is shown again with what they typed."""
    return GuildmarkError(
        Fault(
            "saving.meanwhile",
            say(
                "Somebody else saved this while you were writing. What you typed stands below. "
                "Open the page in another tab to see theirs, then save again to put yours in its place."
            ),
        )
    )


def mark_of(stored: object) -> str:
    """A short mark of what is stored, for things that count no versions: another mark is another state."""
    text = json.dumps(stored, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def typed_anew(request: HttpRequest, version: int | str) -> QueryDict:
    """What was sent, with the version that stands now: sending it again is then a decision."""
    data = request.POST.copy()
    data["version"] = str(version)
    return data
