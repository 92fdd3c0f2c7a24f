"""What can be done in pilots, a subject a module. Each action: authorised, validated, one transaction, in the journal.

The journal names cohorts and counts; it never names a learner.
"""

from guildmark.web.pilots.actions.cohorts import Plan, change_cohort, make_cohort, open_survey, remove_cohort
from guildmark.web.pilots.actions.delivery import add_session, remove_session, save_attendance, save_results
from guildmark.web.pilots.actions.improving import (
    add_note,
    change_decision,
    decide,
    log_sharing,
    remove_note,
    remove_sharing,
)
from guildmark.web.pilots.actions.learners import add_learner, change_learner, remove_learner, take_over
from guildmark.web.pilots.actions.surveys import answer

__all__ = [
    "Plan",
    "add_learner",
    "add_note",
    "add_session",
    "answer",
    "change_cohort",
    "change_decision",
    "change_learner",
    "decide",
    "log_sharing",
    "make_cohort",
    "open_survey",
    "remove_cohort",
    "remove_learner",
    "remove_note",
    "remove_session",
    "remove_sharing",
    "save_attendance",
    "save_results",
    "take_over",
]
