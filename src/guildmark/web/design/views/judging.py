"""The ten principles: how a partnership judges its micro-credential, with evidence."""

from __future__ import annotations

from typing import get_args

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.design.selfassessment import Answer, Mark, assess, keys, principle_prompts, prompts
from guildmark.web.design import actions, selectors
from guildmark.web.design.models import SelfAssessment
from guildmark.web.design.words import MARKS
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say


@room(post=Right.EDIT)
def principles(request: HttpRequest, access: Access, design: str) -> HttpResponse:
    """Ten principles, the questions under each, marks and evidence."""
    micro_credential = selectors.micro_credential(access, design)
    row = SelfAssessment.objects.filter(micro_credential=micro_credential).select_related("person").first()
    given = dict(row.answers) if row else {}
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        given = {
            key: {"mark": mark, "evidence": request.POST.get(f"{key}.evidence", "")}
            for key in keys()
            if (mark := request.POST.get(f"{key}.mark", "")) in get_args(Mark)
        }
        read = request.POST.get("version", "")
        try:
            actions.judge(access, design, given, version=int(read) if read.isdecimal() and len(read) < 9 else 0)
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            messages.success(request, said(say("The self-assessment is saved.")))
            return redirect("design:principles", access.partnership.slug, design)
    result = assess({key: Answer(one["mark"], one.get("evidence") or None) for key, one in given.items()})
    asked: dict[str, list[tuple[str, object]]] = {}
    for prompt in prompts():
        asked.setdefault(prompt.principle.key, []).append((f"check.{prompt.key}", prompt.question))
    groups = []
    for one in principle_prompts():
        own = say("All in all: does this micro-credential hold to it?")
        lines = [*asked.get(one.principle.key, []), (f"principle.{one.principle.key}", own)]
        filled = [(key, question, given.get(key, {}), key in result.unproven) for key, question in lines]
        groups.append((one, filled, sum(bool(answer) for _, _, answer, _ in filled)))
    context = {
        "access": access, "design": micro_credential, "row": row, "groups": groups, "marks": list(MARKS.items()),
        "result": result, "faults": faults, "all": len(keys()),
    }  # fmt: skip
    return render(request, "design/principles.html", context, status=409 if faults else 200)
