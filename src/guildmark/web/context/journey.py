"""What Step 1 tells the journey."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from guildmark.vocabulary import dimensions
from guildmark.web.context.models import AnswersVersion
from guildmark.web.context.selectors import countries, matrix_of
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.contribution import Contribution, Ground
from guildmark.words import say, say_count


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
        grounds=dict(_grounds(access)),
    )


def _grounds(access: Access) -> Iterator[tuple[str, Ground]]:
    """A cell of the matrix as the advice names it ("CZ.policies"), in words."""
    for file in countries(access):
        place = f"{file.country}/{file.region}" if file.region else file.country
        address = reverse("context:ratings", args=[access.partnership.slug, file.public_id])
        for one in dimensions.all_dimensions():
            words = say("{place}: {dimension}", place=file, dimension=one)
            yield f"{place}.{one.key}", Ground(words, f"{address}#{one.key}")
