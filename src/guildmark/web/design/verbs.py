"""What the journal says of Step 4's design."""

from guildmark.words import say

VERBS = {
    "design.micro_credential.begun": say("began a micro-credential"),
    "design.version.saved": say("saved a version of a micro-credential"),
    "design.version.approved": say("approved a version of a micro-credential"),
}
