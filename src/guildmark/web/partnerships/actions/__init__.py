"""What can be done with a partnership: each action authorised, in one transaction, in the journal."""

from guildmark.web.partnerships.actions.comments import comment_on, remove_comment
from guildmark.web.partnerships.actions.founding import create_partnership, describe, open_cycle
from guildmark.web.partnerships.actions.members import accept, change_member, invite, remove_member, withdraw
from guildmark.web.partnerships.actions.need import add_evidence, remove_evidence, state_need
from guildmark.web.partnerships.actions.steps import note_step

__all__ = [
    "accept",
    "add_evidence",
    "change_member",
    "comment_on",
    "create_partnership",
    "describe",
    "invite",
    "note_step",
    "open_cycle",
    "remove_comment",
    "remove_evidence",
    "remove_member",
    "state_need",
    "withdraw",
]
