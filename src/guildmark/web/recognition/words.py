"""Words of the lists of Step 5."""

from __future__ import annotations

from guildmark.toolkit.recognition import all_pieces
from guildmark.vocabulary import stackability, value_statements
from guildmark.words import Sentence, say

PIECES: dict[str, object] = {piece.key: piece.name for piece in all_pieces() if not piece.from_design}
"""The pieces that are on file at the partnership; the others are read from the design."""
MODELS: dict[str, object] = {one.key: one for one in stackability.models()}
VALUES: dict[str, object] = {one.key: one for one in value_statements.all_statements()}
AGREEMENTS: dict[str, object] = {
    "memorandum": say("Memorandum of understanding"),
    "delivery": say("Agreement on joint delivery"),
    "recognition": say("Agreement on mutual recognition"),
}
OFFERS: dict[str, object] = {
    "programme": say("Part of a programme"),
    "short_course": say("Short course"),
    "lifelong": say("Lifelong-learning offer"),
}
SYSTEMS: dict[str, object] = {
    "registration": say("Registration"),
    "certification": say("Certification"),
    "badges": say("Digital badges"),
}
USES: dict[str, object] = {
    "hiring": say("Hiring"),
    "development": say("Developing people"),
    "tenders": say("Tenders and commissions"),
}
ADAPTATIONS: dict[str, object] = {
    "translation": say("Translation"),
    "delivery": say("Mode of delivery"),
    "skills": say("Focus of skills"),
    "law": say("Law and framework"),
}
RESOURCES: dict[str, object] = {
    "funding": say("Public funding"),
    "fees": say("Fees of learners"),
    "employers": say("Contributions of employers"),
    "in_kind": say("Work and rooms in kind"),
}
TASKS: dict[str, object] = {"delivery": say("Delivery"), "updates": say("Updates"), "marketing": say("Marketing")}
STORIES: dict[str, object] = {
    "success": say("Success story"),
    "case": say("Case study of an institution"),
    "brief": say("Policy brief"),
    "event": say("Event", context="communication"),
    "new": say("New micro-credential from this model"),
}
FINDINGS: dict[str, object] = {"finding": say("Finding"), "plan": say("Plan")}
SECTIONS: dict[str, Sentence] = {
    "need": say("The need"),
    "learning_outcomes": say("Learning outcomes, workload and level"),
    "assessment": say("Assessment"),
    "quality": say("Quality"),
    "pilot": say("The pilot"),
    "recognition": say("Recognition"),
}
"""The chapters of the dossier, which is the order of Step 5.2."""
OPENNESS: dict[str, tuple[str, Sentence]] = {
    "open": ("circle", say("Open", context="route")),
    "partly": ("square", say("Open in part", context="route")),
    "planned": ("triangle", say("Planned", context="route")),
    "closed": ("empty", say("Closed", context="route")),
    "unknown": ("dashed", say("Not known", context="route")),
}
"""Shape and word for whether a route takes micro-credentials today."""
ROUTES: dict[str, Sentence] = {
    "institutional": say("Institutional board"),
    "sectoral": say("Recognition by the sector"),
    "framework": say("National framework"),
    "award_class": say("Class of award"),
    "prior_learning": say("Recognition of prior learning"),
}
