"""What the journal says of Step 1."""

from guildmark.words import say

VERBS = {
    "context.country.added": say("began to look into a country"),
    "context.country.removed": say("took a country out of the matrix"),
    "context.answers.saved": say("saved the answers of a country"),
    "context.rating.confirmed": say("confirmed a rating"),
    "context.rating.overruled": say("overruled a proposed rating"),
}
