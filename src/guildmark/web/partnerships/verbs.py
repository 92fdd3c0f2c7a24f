"""What the journal says of partnerships."""

from guildmark.words import say

VERBS = {
    "partnership.created": say("opened the partnership"),
    "partnership.changed": say("changed the description of the partnership"),
    "partnership.cycle.opened": say("opened a new cycle"),
    "partnership.need.stated": say("stated the skills need"),
    "partnership.evidence.added": say("added evidence for the need"),
    "partnership.evidence.removed": say("removed evidence for the need"),
    "partnership.step.noted": say("described a step of the journey"),
    "partnership.member.invited": say("invited somebody"),
    "partnership.invitation.withdrawn": say("withdrew an invitation"),
    "partnership.member.joined": say("joined the partnership"),
    "partnership.member.changed": say("changed somebody’s part in the partnership"),
    "partnership.member.left": say("ended somebody’s part in the partnership"),
    "partnership.comment.made": say("commented on a definition"),
    "partnership.comment.removed": say("took a comment on a definition back"),
}
