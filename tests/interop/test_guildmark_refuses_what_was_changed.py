"""Our own verifier refuses every changed record that the peers are shown."""

from __future__ import annotations

from typing import Any

import pytest

from guildmark.credentials.verify import verify
from tests.credentials import signed
from tests.credentials.changed import every_change


@pytest.mark.parametrize("sign", [signed.ob3, signed.ob3_jcs])
@pytest.mark.parametrize("record", [signed.full, signed.small])
def test_it_refuses_a_record_with_any_one_value_changed(record: Any, sign: Any) -> None:
    accepted = [
        (path, other)
        for path, other, changed in every_change(sign(record()))
        if verify(signed.as_bytes(changed), now=signed.NOW).verdict == "valid"
    ]
    assert accepted == []
