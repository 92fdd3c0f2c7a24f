"""What each verb of the journal says. A room has its own `verbs.py` with VERBS; all are gathered here."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from guildmark.words import Sentence, say

VERBS = {
    "account.created": say("opened an account"),
    "account.renamed": say("changed their name"),
    "account.erased": say("had their account erased"),
}


@lru_cache(maxsize=1)
def every_verb() -> dict[str, Sentence]:
    """The sentences of all rooms, by verb."""
    found: dict[str, Sentence] = {}
    for config in apps.get_app_configs():
        if config.name.startswith("guildmark.web.") and find_spec(f"{config.name}.verbs"):
            found |= import_module(f"{config.name}.verbs").VERBS
    return found
