"""Choosing the route to recognition."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.toolkit.recognition import routes
from guildmark.web.design import selectors as designs
from guildmark.web.design.models import DesignVersion
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.recognition.models import ChosenRoute
from guildmark.words import say


@transaction.atomic
def choose_route(access: Access, public_id: str, route: str, reason: str = "", *, version: int = 0) -> ChosenRoute:
    """Takes a route with a micro-credential; `version` is the choice that was read (0 for none)."""
    access.require(Right.COORDINATE)
    found = designs.micro_credential(access, public_id)
    newest, approved = designs.version_keys(found)
    version_shown = DesignVersion.objects.filter(pk=approved or newest).first() or designs.latest(found)
    ways = routes(designs.design_of(version_shown))
    if route not in {one.key for one in ways}:
        raise GuildmarkError(
            Fault(
                "recognition.route.unknown",
                say("This route is not open to the countries of the design. Choose one of those that are listed."),
                Place(path="/route"),
            )
        )
    old = ChosenRoute.objects.select_for_update().filter(micro_credential=found).first()
    if (old.version if old else 0) != version:
        raise saved_meanwhile()
    if old and (old.route, old.reason) == (route, reason.strip()):
        return old
    try:
        with transaction.atomic():
            chosen, _ = ChosenRoute.objects.update_or_create(
                micro_credential=found,
                defaults={"route": route, "reason": reason.strip(), "version": version + 1},
            )
            record(
                access.person, "recognition.route.chosen", found,
                partnership=access.partnership, label=found.name,
                before={"route": old.route} if old else None, after={"route": route},
            )  # fmt: skip
    except IntegrityError as doubled:
        raise saved_meanwhile() from doubled
    return chosen
