"""What Step 5 tells the journey."""

from __future__ import annotations

from django.db.models import Count
from django.utils.timezone import localdate

from guildmark.web.design import selectors as designs
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.contribution import Contribution
from guildmark.web.recognition import selectors
from guildmark.web.recognition.kinds import Stage
from guildmark.web.recognition.standing import Standing, standings
from guildmark.words import Sentence, say_count

FOREMOST = 10
"""The journey looks at so many micro-credentials; the room shows all."""


def contribute(access: Access) -> Contribution:
    """The state of the micro-credential that is furthest; what was filed."""
    counts = {
        row["kind"]: row["count"]
        for row in selectors.filings(access)
        .filter(stage=Stage.DONE).order_by().values("kind").annotate(count=Count("id"))
    }  # fmt: skip
    chosen = selectors.chosen_routes(access)
    actions = tuple(_actions(counts))
    if not counts and not chosen:
        return Contribution()
    stand = standings(access, list(designs.micro_credentials(access)[:FOREMOST]), localdate())
    if not stand:
        return Contribution(actions=actions)
    foremost = max(stand, key=_far)
    begun = foremost.choice is not None or bool(foremost.filed)
    return Contribution(
        results={"recognition": foremost.state} if begun else {},
        actions=actions,
        findings=foremost.sentence if begun else None,
    )


def _far(one: Standing) -> tuple[bool, bool, int]:
    return one.endorsement is not None, one.route is not None, len(one.dossier.there)


def _actions(counts: dict[str, int]) -> list[Sentence]:
    said = []
    if count := counts.get("evidence", 0):
        said.append(say_count("{count} piece of evidence validated", "{count} pieces of evidence validated", count))
    if count := counts.get("consultation", 0):
        said.append(say_count("{count} consultation held", "{count} consultations held", count))
    if count := counts.get("endorsement", 0):
        said.append(say_count("{count} endorsement granted", "{count} endorsements granted", count))
    if count := counts.get("agreement", 0):
        said.append(say_count("{count} agreement signed", "{count} agreements signed", count))
    if count := counts.get("finding", 0):
        said.append(say_count("{count} finding or plan noted", "{count} findings and plans noted", count))
    return said
