"""Comments on definitions: made where a definition is shown, listed and exported for the LSP."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.words import said
from guildmark.web.partnerships import actions
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.definitions import KINDS, words_of
from guildmark.web.partnerships.door import room
from guildmark.web.partnerships.forms import CommentForm
from guildmark.web.partnerships.models import DefinitionComment
from guildmark.words import say

A_PAGE = 25
COLUMNS: tuple[ListColumn[DefinitionComment], ...] = (
    ListColumn("kind", say("Kind"), lambda one: KINDS[one.kind]),
    ListColumn("key", say("Key"), lambda one: one.key),
    ListColumn("definition", say("Definition"), lambda one: words_of(one.kind, one.key) or one.key),
    ListColumn("comment", say("Comment"), lambda one: one.text),
    ListColumn("person", say("Person"), lambda one: one.person.shown_name),
    ListColumn("at", say("Date"), lambda one: one.at.date().isoformat()),
)


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """All comments of the partnership, the newest first."""
    rows = DefinitionComment.objects.filter(partnership=access.partnership).select_related("person")
    if file := list_as_file(request, rows, COLUMNS, say("Comments")):
        return file
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    shown = [(one, KINDS[one.kind], words_of(one.kind, one.key) or one.key, _may_remove(access, one)) for one in page]
    return render(request, "partnerships/comments.html", {"access": access, "page": page, "rows": shown})


@room(get=Right.EDIT, post=Right.EDIT)
def comment(request: HttpRequest, access: Access, kind: str, key: str) -> HttpResponse:
    """One more comment on a definition."""
    words = words_of(kind, key)
    if words is None:
        raise Http404
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.comment_on(access, kind, key, form.cleaned_data["text"])
        messages.success(request, said(say("The comment is kept.")))
        return redirect("partnerships:comments", access.partnership.slug)
    context = {"access": access, "form": form, "kind": KINDS[kind], "words": words}
    return render(request, "partnerships/comment.html", context, status=422 if request.method == "POST" else 200)


@room(get=None, post=Right.EDIT)
def remove(request: HttpRequest, access: Access, comment: str) -> HttpResponse:
    """Takes a comment back."""
    actions.remove_comment(access, comment)
    messages.success(request, said(say("The comment is taken back.")))
    return redirect("partnerships:comments", access.partnership.slug)


def _may_remove(access: Access, one: DefinitionComment) -> bool:
    return access.may_edit and (one.person_id == access.person.pk or access.coordinates)
