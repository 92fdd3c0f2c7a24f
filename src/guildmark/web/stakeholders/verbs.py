"""What the journal says of Step 3."""

from guildmark.words import say

VERBS = {
    "stakeholders.stakeholder.added": say("added a stakeholder"),
    "stakeholders.stakeholder.changed": say("changed what is known of a stakeholder"),
    "stakeholders.stakeholder.removed": say("took a stakeholder out of the register"),
    "stakeholders.groups.named": say("changed the names of the groups"),
}
