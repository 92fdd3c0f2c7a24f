"""What the journal says of Step 4's design."""

from guildmark.words import say

VERBS = {
    "design.micro_credential.begun": say("began a micro-credential"),
    "design.version.saved": say("saved a version of a micro-credential"),
    "design.principles.judged": say("judged a micro-credential by the ten principles"),
    "design.role.given": say("gave somebody a role in the design"),
    "design.role.taken_back": say("took back a role in the design"),
    "design.piece.added": say("added a workshop or product"),
    "design.piece.changed": say("changed a workshop or product"),
    "design.piece.removed": say("took out a workshop or product"),
    "design.version.approved": say("approved a version of a micro-credential"),
}
