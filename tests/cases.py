"""Cases as data: a folder a rule, a YAML file a case, so that a coordinator can read and add one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent / "toolkit" / "cases"


def cases(rule: str) -> list[Any]:
    """The cases of one rule, named by their files, for `pytest.mark.parametrize("case", cases("…"))`."""
    found = sorted((FOLDER / rule).glob("*.yaml"))
    if not found:
        raise LookupError(f"no case of {rule} stands in {FOLDER / rule}")
    return [pytest.param(yaml.safe_load(path.read_text("utf-8")), id=path.stem) for path in found]
