"""The brief with which stakeholders approach a ministry (R57)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildmark.toolkit.awareness import ministry_brief
from guildmark.web.context.selectors import looked_into, rated
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.door import room
from guildmark.web.partnerships.selectors import need_of


@room()
def brief(request: HttpRequest, access: Access) -> HttpResponse:
    """For each country that Step 1 looked into: why we come, what we found, what we ask."""
    need = need_of(access)
    briefs = [(file, ministry_brief(context, need, rated(file))) for file, context in looked_into(access)]
    return render(request, "awareness/brief.html", {"access": access, "need": need, "briefs": briefs})
