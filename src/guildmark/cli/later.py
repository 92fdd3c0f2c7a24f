"""What the contract promises and this version does not do yet: it says so, with exit code 2."""

from __future__ import annotations

from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Sentence, say

ANY_ARGUMENTS = {"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []}
"""Settings of a command that answers the same whatever stands behind it."""


def not_yet(what: Sentence) -> GuildmarkError:
    """The refusal of something that a later version does; `what` completes "This version does not … yet"."""
    return GuildmarkError(Fault("later", say("This version does not {what} yet.", what=what)))
