"""What Step 2 tells the journey."""

from __future__ import annotations

from guildmark.web.awareness import selectors
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.contribution import Contribution
from guildmark.words import say


def contribute(access: Access) -> Contribution:
    """The summary of the log; the occasions by name; what came of the newest that had an outcome."""
    log = list(selectors.occasions(access))
    summary = selectors.summary(access)
    if summary is None:
        return Contribution()
    outcomes = [outcome for one in log for outcome in one.came_of_it]
    return Contribution(
        results={"outreach": summary},
        actions=summary.sentences[:1],
        findings=say("What came of it: {outcome}", outcome=outcomes[0]) if outcomes else summary.sentences[-1],
    )
