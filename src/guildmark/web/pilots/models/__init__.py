"""Step 4's tables of piloting: a cohort, who learns in it, what they answered, what was made of it."""

from guildmark.web.pilots.models.cohorts import Attendance, Cohort, Learner, OutcomeResult, Session
from guildmark.web.pilots.models.improving import Decision, Note, Sharing
from guildmark.web.pilots.models.surveys import SurveySheet

__all__ = [
    "Attendance",
    "Cohort",
    "Decision",
    "Learner",
    "Note",
    "OutcomeResult",
    "Session",
    "Sharing",
    "SurveySheet",
]
