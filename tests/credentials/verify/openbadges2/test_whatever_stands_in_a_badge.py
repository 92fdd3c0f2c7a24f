"""Whatever stands in any of the documents of a badge, verification answers."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials.verify import verify
from guildmark.errors import GuildmarkError
from tests.credentials.signed import NOW
from tests.credentials.verify.openbadges2.badges import CLASS, HERE, PROFILE, RSA_KEY, SIGNED, Web, assertion, jws

SCALARS = st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=8) | st.just(f"{HERE}/issuer")
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "type", "issuer", "identity", "startsWith", "publicKeyPem"]), inner)
    ),
    max_leaves=6,
)
MEMBERS = sorted({*assertion(), *CLASS, *PROFILE, *RSA_KEY, "revocationList", "verification", "revoked", "expires"})


@given(st.integers(0, 3), st.dictionaries(st.sampled_from(MEMBERS), ANYTHING, min_size=1, max_size=3), st.booleans())
def test_whatever_stands_in_a_document_gets_an_answer(which: int, change: dict[str, Any], as_token: bool) -> None:
    documents: list[dict[str, Any]] = [SIGNED if as_token else assertion(), CLASS, PROFILE, RSA_KEY]
    web = Web(*documents)
    changed = {**documents[which], **change}
    if which:
        web.pages[documents[which]["id"]] = json.dumps(changed).encode()
    else:
        documents[0] = changed
        if isinstance(changed["id"], str):
            web.pages[changed["id"]] = json.dumps(changed).encode()
    data = jws(documents[0]) if as_token else json.dumps(documents[0]).encode()
    try:
        found = verify(data, now=NOW, fetch=web)
    except GuildmarkError:
        return
    assert found.verdict in ("valid", "invalid", "undetermined")
    assert found.as_json()["checks"]
