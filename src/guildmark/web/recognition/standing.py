"""Where each micro-credential stands on its way to recognition: route, dossier, endorsement, reviews."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from guildmark.toolkit.advice import RecognitionState
from guildmark.toolkit.design import Design
from guildmark.toolkit.recognition import (
    Dossier,
    Review,
    Route,
    dossier,
    evidence_report,
    next_review,
    review_schedule,
    routes,
)
from guildmark.web.design import selectors as designs
from guildmark.web.design.models import DesignVersion, MicroCredential
from guildmark.web.partnerships.access import Access
from guildmark.web.pilots import selectors as pilots
from guildmark.web.pilots.selectors import PilotSummary
from guildmark.web.recognition import selectors
from guildmark.web.recognition.kinds import Stage
from guildmark.web.recognition.models import ChosenRoute, Filing
from guildmark.words import Sentence, say

_KINDS = ("evidence", "consultation", "endorsement", "review")


@dataclass(frozen=True, slots=True)
class Standing:
    """One micro-credential: the version that is handed in (the approved one, else the newest) and what is there.

    `routes` are all that there are; `route` is the chosen one as it stands today, None where the design's
    countries no longer have it. `dossier` is the route's; without a route it is the report over all pieces.
    `pilots` are its finished cohorts, which are evidence without being filed.
    """

    micro_credential: MicroCredential
    version: DesignVersion
    design: Design
    routes: tuple[Route, ...]
    choice: ChosenRoute | None
    route: Route | None
    on_file: frozenset[str]
    dossier: Dossier
    report: Dossier
    filed: tuple[Filing, ...]
    pilots: tuple[PilotSummary, ...]
    endorsement: Filing | None
    schedule: tuple[Review, ...]
    next_review: Review | None

    @property
    def consulted(self) -> bool:
        """Whether an authority was met."""
        return any(one.kind == "consultation" and one.stage == Stage.DONE for one in self.filed)

    @property
    def state(self) -> RecognitionState:
        """What the rules of advice need to know."""
        return RecognitionState(self.route, self.dossier, self.consulted, self.endorsement is not None)

    @property
    def sentence(self) -> Sentence:
        """Where it stands, in a sentence."""
        name = self.micro_credential.name
        if self.endorsement and self.endorsement.until:
            return say("{name} is endorsed until {day}.", name=name, day=self.endorsement.until)
        if self.endorsement:
            return say("{name} is endorsed.", name=name)
        if self.route is None:
            return say("{name} has no route to recognition yet.", name=name)
        if self.dossier.complete:
            return say("The dossier of {name} is complete.", name=name)
        return say(
            "{there} of {all} pieces of the dossier of {name} are there.",
            there=len(self.dossier.there), all=len(self.dossier.entries), name=name,
        )  # fmt: skip

    def of(self, kind: str) -> tuple[Filing, ...]:
        """What is filed of one kind, the latest first."""
        return tuple(one for one in self.filed if one.kind == kind)


def standing(access: Access, public_id: str, today: date) -> Standing:
    """Where one micro-credential stands; Http404 for anybody else's."""
    return standings(access, [designs.micro_credential(access, public_id)], today)[0]


def standings(access: Access, wanted: Sequence[MicroCredential], today: date) -> tuple[Standing, ...]:
    """Where these stand, in as many queries for many as for one. They come from `design.selectors`."""
    keys = {one.pk: approved or newest for one in wanted for newest, approved in [designs.version_keys(one)]}
    versions = DesignVersion.objects.in_bulk(list(keys.values()))
    choices, piloted = selectors.chosen_routes(access), pilots.summaries(access)
    filed: dict[int, list[Filing]] = {one.pk: [] for one in wanted}
    shared: list[Filing] = []
    for one in selectors.filings(access).filter(kind__in=_KINDS):
        if one.micro_credential_id is None:
            shared.append(one)
        elif one.micro_credential_id in filed:
            filed[one.micro_credential_id].append(one)
    return tuple(
        _standing(
            one, versions[keys[one.pk]], choices.get(one.pk), [*filed[one.pk], *shared],
            today=today, piloted=piloted.get(one.pk, ()),
        )
        for one in wanted
        if keys[one.pk] in versions
    )  # fmt: skip


def on_file(filed: Iterable[Filing], piloted: Sequence[PilotSummary] = ()) -> frozenset[str]:
    """The pieces that are there: validated evidence, consultations held, reviews planned, results of a pilot."""
    pieces = {"pilot_results"} if piloted else set[str]()
    for one in filed:
        if one.kind == "evidence" and one.stage == Stage.DONE:
            pieces.add(one.sort)
        elif one.kind == "consultation" and one.stage == Stage.DONE:
            pieces.add("consultation")
        elif one.kind == "review" and one.stage != Stage.REFUSED and one.on:
            pieces.add("review_plan")
    return frozenset(pieces)


def _standing(
    micro_credential: MicroCredential,
    version: DesignVersion,
    choice: ChosenRoute | None,
    filed: list[Filing],
    *,
    today: date,
    piloted: tuple[PilotSummary, ...],
) -> Standing:
    design = designs.design_of(version)
    ways = routes(design)
    route = next((one for one in ways if choice and one.key == choice.route), None)
    there = on_file(filed, piloted)
    granted = [one for one in filed if one.kind == "endorsement" and one.runs(today) and one.on]
    endorsement = max(granted, key=lambda one: (one.on or date.min, one.pk), default=None)
    schedule: tuple[Review, ...] = ()
    if endorsement and endorsement.on:
        schedule = review_schedule(endorsement.on, design, valid_until=endorsement.until)
    held = [one.on for one in filed if one.kind == "review" and one.stage == Stage.DONE and one.on]
    return Standing(
        micro_credential, version, design, ways, choice, route, there,
        dossier(route, design, there) if route else evidence_report(design, there),
        evidence_report(design, there), tuple(filed), piloted, endorsement, schedule, next_review(schedule, held),
    )  # fmt: skip
