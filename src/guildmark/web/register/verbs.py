"""What the journal says of the register."""

from guildmark.words import say

VERBS = {
    "register.version.published": say("published a micro-credential in the register"),
    "register.version.withdrawn": say("took a micro-credential out of the register"),
}
