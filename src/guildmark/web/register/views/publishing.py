"""Into the register, and out again: coordinators only, under the register's own address."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from guildmark.errors import GuildmarkError
from guildmark.web.design import selectors as designs
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.register import actions, selectors
from guildmark.words import say


@room(get=None, post=Right.COORDINATE)
def publish(request: HttpRequest, access: Access, micro_credential: str, number: int) -> HttpResponse:
    """Publishes an approved version."""
    try:
        publication = actions.publish(access, designs.version(access, micro_credential, number))
    except GuildmarkError as error:
        messages.error(request, said(error.faults[0].sentence))
        return redirect("design:index", access.partnership.slug)
    messages.success(request, said(say("It is published: everyone finds it here.")))
    return redirect("register:show", publication.public_id)


@room(get=None, post=Right.COORDINATE)
def withdraw(request: HttpRequest, access: Access, publication: str) -> HttpResponse:
    """Takes one out of the register."""
    actions.withdraw(access, selectors.own(access, publication))
    messages.success(request, said(say("It is out of the register. Records that were issued stay what they are.")))
    return redirect("design:index", access.partnership.slug)
