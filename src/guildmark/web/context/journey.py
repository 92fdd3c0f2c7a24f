"""What Step 1 tells the journey."""

from __future__ import annotations

from guildmark.web.context.models import AnswersVersion
from guildmark.web.context.selectors import matrix_of
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.contribution import Contribution
from guildmark.words import say_count


def contribute(access: Access) -> Contribution:
    """The matrix; how many countries were looked into; its finding."""
    matrix = matrix_of(access)
    if matrix is None:
        return Contribution()
    answered = AnswersVersion.objects.filter(file__cycle=access.cycle).values("file").distinct().count()
    return Contribution(
        results={"matrix": matrix},
        actions=(
            say_count("{count} country looked into", "{count} countries looked into", len(matrix.rows)),
            say_count("{count} questionnaire answered", "{count} questionnaires answered", answered),
        ),
        findings=matrix.finding,
    )
