"""Chapter 2: the skills need and its evidence."""

from __future__ import annotations

from typing import Any

import pytest

from guildmark.toolkit.context import Evidence, EvidenceKind, NeedKind, SkillsNeed, evidence_missing, need_sentence
from tests.cases import cases


@pytest.mark.parametrize("case", cases("skills_need"))
def test_a_need_says_what_evidence_it_lacks(case: dict[str, Any]) -> None:
    evidence = tuple(Evidence(EvidenceKind(kind), says, source) for kind, says, source in case["evidence"])
    need = SkillsNeed("need-1", NeedKind(case["kind"]), "Scenographers who build for reuse", evidence)
    assert [kind.value for kind in evidence_missing(need)] == case["missing"]
    assert need_sentence(need).text("en") == case["sentence"]
