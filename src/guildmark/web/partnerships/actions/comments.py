"""Comments on definitions (R54)."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404

from guildmark.web.journal.actions import record
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.definitions import words_of
from guildmark.web.partnerships.models import DefinitionComment


@transaction.atomic
def comment_on(access: Access, kind: str, key: str, text: str) -> DefinitionComment:
    """Says something of a definition; Http404 where there is no such definition."""
    access.require(Right.EDIT)
    if words_of(kind, key) is None:
        raise Http404
    made = DefinitionComment.objects.create(
        partnership=access.partnership, kind=kind, key=key, text=text.strip(), person=access.person
    )
    record(
        access.person, "partnership.comment.made", made,
        partnership=access.partnership, label=str(made), after={"text": made.text},
    )  # fmt: skip
    return made


@transaction.atomic
def remove_comment(access: Access, public_id: str) -> None:
    """Takes a comment back: its author, or a coordinator."""
    access.require(Right.EDIT)
    found = DefinitionComment.objects.filter(partnership=access.partnership, public_id=public_id).first()
    if found is None:
        raise Http404
    if found.person_id != access.person.pk:
        access.require(Right.COORDINATE)
    record(
        access.person, "partnership.comment.removed", found,
        partnership=access.partnership, label=str(found), before={"text": found.text},
    )  # fmt: skip
    found.delete()
