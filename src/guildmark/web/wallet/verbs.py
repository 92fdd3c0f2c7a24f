"""What the journal says of the wallet."""

from guildmark.words import say

VERBS = {
    "wallet.record.claimed": say("claimed a record"),
    "wallet.record.shared": say("made a link to a record"),
    "wallet.link.withdrawn": say("withdrew a link to a record"),
    "wallet.address.shown": say("confirmed an address by a claim link"),
}
