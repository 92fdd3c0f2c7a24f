"""One micro-credential: its page, its design as JSON, its description for machines."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from guildmark.vocabulary import eqf, stackability
from guildmark.web.look.lists import download
from guildmark.web.register import selectors
from guildmark.web.register.door import kept, page
from guildmark.web.register.linked import described
from guildmark.web.register.models import Publication
from guildmark.web.register.words import line, more, provider_name, rows, speaker
from guildmark.words import say


@require_safe
def show(request: HttpRequest, publication: str) -> HttpResponse:
    """The 16 elements as a document, and how to make use of them."""
    one = selectors.publication(publication)
    if one.withdrawn_at is not None:
        return gone(request, one)
    document, speak = one.version.document, speaker(one)
    counts_towards = document.get("stackability") or {}
    context = {
        "one": one, "line": line(one), "more": more(one), "rows": rows(one),
        "providers": [(body, provider_name(body)) for body in one.providers.all()],
        "authorities": speak.bodies(document["issuing_authority"]) if document.get("issuing_authority") else [],
        "publisher": one.micro_credential.cycle.partnership.name,
        "towards": [
            (speak.text(target["title"]), stackability.model(target["model"]) if target.get("model") else None)
            for target in counts_towards.get("towards") or ()
        ],
        "descriptors": eqf.get(one.eqf).descriptors if one.eqf else (),
    }  # fmt: skip
    return page(request, "register/show.html", context)


@require_safe
def document(request: HttpRequest, publication: str) -> HttpResponse:
    """The design as the file that `guildmark check` reads."""
    one = selectors.publication(publication)
    if one.withdrawn_at is not None:
        return gone(request, one)
    text = json.dumps(one.version.document, ensure_ascii=False, indent=2)
    return kept(request, download(text, f"micro-credential-{one.public_id}.json"))


@require_safe
def linked(request: HttpRequest, publication: str) -> HttpResponse:
    """What search engines and other registers read: schema.org in JSON-LD."""
    one = selectors.publication(publication)
    if one.withdrawn_at is not None:
        return gone(request, one)
    text = json.dumps(described(one, request.build_absolute_uri), ensure_ascii=False, indent=2)
    return kept(request, HttpResponse(text, content_type="application/ld+json"))


def gone(request: HttpRequest, withdrawn: Publication) -> HttpResponse:
    """To what stands in its place today, or that it is no longer published, without any data."""
    if newer := selectors.successor(withdrawn):
        return redirect("register:show", newer.public_id)
    context = {
        "title": say("This micro-credential is no longer in the register."),
        "reason": say(
            "Whoever published it has taken it out. Records that were issued stay valid: check them as before."
        ),
    }
    return page(request, "look/refusal.html", context, 410)
