"""Where the bytes come from: an address, ours or somebody else's; and what surely is no record."""

from __future__ import annotations

from urllib.parse import urlsplit

from guildmark.errors import Fault, GuildmarkError
from guildmark.fetching import FetchLimits, HttpsClient
from guildmark.web.issuing.selectors import signed_bytes
from guildmark.web.verify.forms import LARGEST
from guildmark.words import Sentence, say

_KINDS: tuple[tuple[bytes, Sentence], ...] = (
    (b"%PDF", say("This is a PDF. The signed record is attached to it: save the attachment and check that one, or "
                  "paste the address that stands under the code.")),
    (b"PK\x03\x04", say("This is an Office document or an archive, not a record. Nothing in it was opened.")),
    (b"\xd0\xcf\x11\xe0", say("This is an old Office document, not a record. Nothing in it was opened.")),
)  # fmt: skip


def check_kind(data: bytes) -> None:
    """Refuses what people take for a record and what never is one, with what to do instead."""
    for beginning, sentence in _KINDS:
        if data.startswith(beginning):
            raise GuildmarkError(Fault("verify.kind", sentence))


def bytes_at(address: str, host: str) -> bytes:
    """What stands at an address: a share link of this installation (`host`) without the network, else over https."""
    parts = urlsplit(address)
    token = _shared_token(parts.path)
    if token and parts.netloc.lower() == host.lower():
        from guildmark.web.wallet.selectors import shared  # the wallet shows what this room finds

        link = shared(token)
        if link is None:
            sentence = say(
                "The holder shows this record no longer, or the address is not whole. Ask them for a new one."
            )
            raise GuildmarkError(Fault("verify.withdrawn", sentence))
        return signed_bytes(link.record)
    if token and not parts.path.endswith(".json"):
        address = parts._replace(path=f"/r/{token}.json").geturl()
    return HttpsClient(FetchLimits(bytes=LARGEST)).fetch(address)


def _shared_token(path: str) -> str | None:
    folders = path.strip("/").split("/")
    return folders[1].split(".")[0] if len(folders) == 2 and folders[0] == "r" else None
