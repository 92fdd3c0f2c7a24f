"""The room's first page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.door import room


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """The room, still empty."""
    return render(request, "issuing/index.html", {"access": access})
