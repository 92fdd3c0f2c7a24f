"""What the journal says of pilots."""

from guildmark.words import say

VERBS = {
    "pilots.cohort.made": say("planned a cohort"),
    "pilots.cohort.changed": say("changed a cohort"),
    "pilots.cohort.removed": say("removed a cohort"),
    "pilots.learner.added": say("enrolled a learner"),
    "pilots.learner.changed": say("changed what is known of a learner"),
    "pilots.learner.removed": say("took a learner out of a cohort"),
    "pilots.learners.imported": say("took over a spreadsheet of learners"),
    "pilots.session.added": say("planned a session"),
    "pilots.session.removed": say("took a session out"),
    "pilots.attendance.saved": say("recorded attendance"),
    "pilots.results.saved": say("recorded results"),
    "pilots.survey.opened": say("opened or closed the survey"),
    "pilots.survey.answered": say("answered the survey"),
    "pilots.note.added": say("noted an observation or feedback"),
    "pilots.note.removed": say("took a note out"),
    "pilots.decision.made": say("decided on an improvement"),
    "pilots.decision.changed": say("changed a decision"),
    "pilots.sharing.logged": say("logged where results were told"),
    "pilots.sharing.removed": say("took an entry out of the log"),
}
