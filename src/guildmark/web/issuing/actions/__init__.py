"""What can be done with issuers, issuances and records."""

from guildmark.web.issuing.actions.following import follow, learner_of
from guildmark.web.issuing.actions.issuers import create_issuer, save_issuer
from guildmark.web.issuing.actions.issuing import begin, issue
from guildmark.web.issuing.actions.keys import compromise_key, rotate_key
from guildmark.web.issuing.actions.records import erase_copy, hand_over, remind, resend, set_state, set_states

__all__ = [
    "begin",
    "compromise_key",
    "create_issuer",
    "erase_copy",
    "follow",
    "hand_over",
    "issue",
    "learner_of",
    "remind",
    "resend",
    "rotate_key",
    "save_issuer",
    "set_state",
    "set_states",
]
