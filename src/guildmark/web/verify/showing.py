"""A verification as a page shows it: the parts of verify/result.html."""

from __future__ import annotations

from typing import Any

from guildmark.credentials.verify import Verification
from guildmark.web.look.words import language_now
from guildmark.web.verify.words import VERDICTS, check_lines, completeness, record_rows, sixteen


def shown(result: Verification) -> dict[str, Any]:
    """Verdict with sign, word and sentence; checks; completeness; what the record says."""
    verdict = VERDICTS[result.verdict]
    return {
        "result": result, "record": result.record, "verdict": result.verdict, "kind": verdict.kind,
        "shape": verdict.shape, "tone": verdict.tone, "word": verdict.word, "sentence": verdict.sentence,
        "checks": check_lines(result), "sixteen": sixteen(result), "completeness": completeness(result),
        "rows": record_rows(result.record, language_now()),
    }  # fmt: skip
