"""What Step 4's design tells the journey."""

from __future__ import annotations

from guildmark.web.design import selectors
from guildmark.web.design.models import DesignVersion
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.contribution import Contribution
from guildmark.words import Sentence, say, say_count


def contribute(access: Access) -> Contribution:
    """The check of the version saved last; versions, approvals, roles and workshops; how complete it is."""
    pieces = selectors.pieces(access)
    held = sum(one.state == "done" for one in pieces)
    roles = selectors.assignments(access).values("role").distinct().count()
    actions: list[Sentence] = []
    if roles:
        actions.append(say_count("{count} of six roles assigned", "{count} of six roles assigned", roles))
    if held:
        actions.append(say_count("{count} workshop or product done", "{count} workshops and products done", held))
    version = selectors.in_focus(access)
    if version is None:
        return Contribution(actions=tuple(actions))
    saved = DesignVersion.objects.filter(micro_credential__cycle=access.cycle).count()
    approved = selectors.approved_versions(access).count()
    check = selectors.checked(version.document)
    there = len(check.elements.mandatory.present)
    finding = say(
        "“{title}”: {there} of {all} mandatory elements are there.",
        title=version.micro_credential.name, there=there, all=there + len(check.elements.mandatory.missing),
    )  # fmt: skip
    return Contribution(
        results={"check": check},
        actions=(
            say_count("{count} version of a design saved", "{count} versions of designs saved", saved),
            *([say_count("{count} version approved", "{count} versions approved", approved)] if approved else []),
            *actions,
        ),
        findings=finding,
    )
