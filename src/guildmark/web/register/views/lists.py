"""The lists: micro-credentials, providers."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from guildmark.vocabulary import countries
from guildmark.web.look.lists import list_as_file
from guildmark.web.register import selectors
from guildmark.web.register.door import kept, page
from guildmark.web.register.forms import FilterForm, country_name
from guildmark.web.register.words import COLUMNS, PROVIDER_COLUMNS, compared, line, provider_name, title
from guildmark.words import say

A_PAGE = 20
MOST_COMPARED = 3


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What is published, searched and filtered, a page at a time."""
    counts = selectors.facets()
    form = FilterForm(request.GET, counts)
    wanted = form.wanted()
    rows = selectors.chosen(wanted)
    if file := list_as_file(request, rows, COLUMNS, say("Published micro-credentials")):
        return kept(request, file)
    beside = selectors.several(request.GET.getlist("beside")[:MOST_COMPARED])
    shown = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    asked.pop("format", None)
    narrowed = any(value for key, value in request.GET.items() if key in form.fields and key != "sort")
    context = {
        "form": form, "page": shown, "lines": [line(one) for one in shown], "query": asked.urlencode(),
        "narrowed": narrowed, "beside": [(one.public_id, title(one)) for one in beside],
        "provider": selectors.providers().filter(public_id=wanted.provider).first() if wanted.provider else None,
    }  # fmt: skip
    return page(request, "register/index.html", context, 422 if form.errors else 200)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two or three side by side; what was ticked in the list becomes an address to keep."""
    ticked = request.GET.getlist("of")
    if ticked:
        chosen = list(dict.fromkeys(ticked))[:MOST_COMPARED]
        query = urlencode(list(zip("abc", chosen, strict=False)))
        return redirect(
            f"{reverse('register:compare')}?{query}" + ("&more=1" if len(set(ticked)) > len(chosen) else "")
        )
    several = selectors.several(request.GET.get(key, "") for key in "abc")
    rows = compared(several) if len(several) > 1 else []
    context = {
        "several": [line(one) for one in several], "rows": rows, "same": sum(row.same for row in rows),
        "differ": sum(not row.same for row in rows), "too_many": "more" in request.GET,
    }  # fmt: skip
    return page(request, "register/compare.html", context)


@require_safe
def providers(request: HttpRequest) -> HttpResponse:
    """Who awards what is published."""
    q, country = request.GET.get("q", "")[:200], request.GET.get("country", "")
    rows = selectors.providers(q, country)
    if file := list_as_file(request, rows, PROVIDER_COLUMNS, say("Providers")):
        return kept(request, file)
    known = {one.code for one in countries.all_countries()}
    there = selectors.providers().exclude(country="").order_by().values_list("country", flat=True).distinct()
    shown = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    asked.pop("format", None)
    context = {
        "page": shown, "q": q, "country": country, "query": asked.urlencode(),
        "lines": [(one, provider_name(one), country_name(one.country) if one.country else "") for one in shown],
        "countries": sorted(((code, country_name(code)) for code in set(there) & known), key=lambda one: one[1]),
    }  # fmt: skip
    return page(request, "register/providers.html", context)


@require_safe
def provider(request: HttpRequest, provider: str) -> HttpResponse:
    """One provider with what it has published."""
    one = selectors.provider(provider)
    rows = selectors.chosen(selectors.Wanted(provider=provider, sort="title"))
    if file := list_as_file(request, rows, COLUMNS, say("Published micro-credentials")):
        return kept(request, file)
    shown = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "provider": one, "name": provider_name(one), "page": shown, "lines": [line(row) for row in shown],
        "country": country_name(one.country) if one.country else "", "query": "",
    }  # fmt: skip
    return page(request, "register/provider.html", context)
