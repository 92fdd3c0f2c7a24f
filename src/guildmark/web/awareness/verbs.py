"""What the journal says of Step 2."""

from guildmark.words import say

VERBS = {
    "awareness.occasion.logged": say("logged an occasion of outreach"),
    "awareness.occasion.changed": say("changed an occasion of outreach"),
    "awareness.occasion.removed": say("took an occasion out of the outreach log"),
}
