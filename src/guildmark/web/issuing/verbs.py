"""What the journal says of issuing."""

from guildmark.words import say

VERBS = {
    "issuing.issuer.created": say("set up an issuer with its first key"),
    "issuing.issuer.saved": say("changed what an issuer says of itself"),
    "issuing.key.rotated": say("gave an issuer a new key"),
    "issuing.key.compromised": say("marked a key of an issuer as compromised"),
    "issuing.begun": say("issued records"),
    "issuing.mail.again": say("sent claim links again"),
    "issuing.record.handed_over": say("made a claim link to hand over"),
    "issuing.record.revoked": say("revoked a record"),
    "issuing.record.suspended": say("suspended a record"),
    "issuing.record.reinstated": say("reinstated a record"),
    "issuing.record.replaced": say("replaced a record by a corrected one"),
    "issuing.record.renewed": say("renewed a record"),
    "issuing.record.erased": say("erased the issuer’s copy of a record"),
}
