"""What `guildmark issue` signs with takes the fast path for ordinary records, in each format that has one."""

from __future__ import annotations

from typing import Any

import pytest

from guildmark.cli.formats import signing
from guildmark.credentials.verify import verify
from tests.credentials.prepared.test_prepared_equals_the_slow_path import MOMENT, ORDINARY, Learner, record


@pytest.mark.parametrize("kind", ["ob3", "ob3-jcs", "ob3-jwt"])
def test_the_ordinary_record_goes_fast(kind: str) -> None:
    sign: Any = signing(kind, ORDINARY.key, created=MOMENT)
    for name in ("Dora Nováková", "Jana", "Bob", "Zoë"):
        data = sign(record(Learner(name=name, email=f"{name[0]}@example.org", grade=86)))
        assert verify(data, now=MOMENT).verdict == "valid"
    assert (sign.__self__.slow, sign.__self__.prepared) == (1, 3)
