"""The fixed words of pilots: states, kinds, voices, and what a decision changes."""

from __future__ import annotations

from enum import StrEnum

from guildmark.toolkit.pilots import Phase
from guildmark.words import Sentence, say


class Spoken(StrEnum):
    """A key with a word, as forms and templates take it."""

    @property
    def word(self) -> Sentence:
        """What people read."""
        return WORDS[self]


class CohortState(Spoken):
    """Where a cohort stands; a person says so."""

    PLANNED = "planned"
    RUNNING = "running"
    FINISHED = "finished"


class LearnerState(Spoken):
    """Whether somebody still takes part."""

    ENROLLED = "enrolled"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


class NoteKind(Spoken):
    """Where something was heard (Steps 4.4 and 4.5)."""

    OBSERVATION = "observation"
    INTERVIEW = "interview"
    REFLECTION = "reflection"


class Voice(Spoken):
    """Whose view it is."""

    LEARNERS = "learners"
    TRAINERS = "trainers"
    ADVISERS = "advisers"
    OTHERS = "others"


class Changes(Spoken):
    """What an improvement changes (Step 4.5)."""

    CONTENT = "content"
    DELIVERY = "delivery"
    ASSESSMENT = "assessment"
    ALIGNMENT = "alignment"
    ORGANISATION = "organisation"


class SharingKind(Spoken):
    """Where results are told (Step 4.6)."""

    MEETING = "meeting"
    CHANNEL = "channel"
    EVENT = "event"


WORDS: dict[Spoken, Sentence] = {
    CohortState.PLANNED: say("planned", context="cohort"),
    CohortState.RUNNING: say("running", context="cohort"),
    CohortState.FINISHED: say("finished", context="cohort"),
    LearnerState.ENROLLED: say("takes part", context="learner"),
    LearnerState.COMPLETED: say("completed", context="learner"),
    LearnerState.WITHDRAWN: say("has left", context="learner"),
    NoteKind.OBSERVATION: say("observation", context="feedback"),
    NoteKind.INTERVIEW: say("interview", context="feedback"),
    NoteKind.REFLECTION: say("reflection session", context="feedback"),
    Voice.LEARNERS: say("learners", context="whose view"),
    Voice.TRAINERS: say("trainers", context="whose view"),
    Voice.ADVISERS: say("quality and evaluation advisers", context="whose view"),
    Voice.OTHERS: say("others", context="whose view"),
    Changes.CONTENT: say("content", context="what a decision changes"),
    Changes.DELIVERY: say("form of the sessions", context="what a decision changes"),
    Changes.ASSESSMENT: say("assessment", context="what a decision changes"),
    Changes.ALIGNMENT: say("frameworks and quality standards", context="what a decision changes"),
    Changes.ORGANISATION: say("organisation", context="what a decision changes"),
    SharingKind.MEETING: say("stakeholder meeting"),
    SharingKind.CHANNEL: say("online channel"),
    SharingKind.EVENT: say("event of the sector"),
}
PHASES: dict[Phase, Sentence] = {
    Phase.BEFORE: say("before", context="the learning"),
    Phase.AFTER: say("after", context="the learning"),
}
PASSED: dict[bool | None, Sentence] = {
    True: say("passed", context="learner"),
    False: say("not passed", context="learner"),
    None: say("open", context="learner"),
}
