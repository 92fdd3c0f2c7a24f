"""The life of a record after its issue: W3C Bitstring Status List 1.0, written and read.

Pure: time, chance and the signature are passed in. What an issuer does with it:

    index = free_index(taken, choose)          # `taken`: indices of records and of decoys; `choose`: randbelow
    record = fill(…); replace(record, status=StatusEntry(url, index))
    signed_list(url, issuer_id, {index: code, …}, signer, created=…, contexts=known_contexts())

`url` is where the signed list is published; an issuer keeps `index` and `code` (`Status.code`) of each record and the
decoys (`decoys()`, made once with the list, kept for ever), and never publishes which index is whose. docs/record.md,
"Status", tells what stands in a record and why.
"""

from guildmark.credentials.status.bitstring import LENGTH, Bitstring, decode, encode
from guildmark.credentials.status.entry import StatusEntry
from guildmark.credentials.status.indices import MOST_DECOYS, capacity, decoys, free_index, list_is_full
from guildmark.credentials.status.listing import TTL, list_document, signed_list
from guildmark.credentials.status.statuses import (
    ACTIVE,
    SIZE,
    STATES,
    STATUSES,
    State,
    Status,
    by_message,
    get,
    status_for,
)

__all__ = [
    "ACTIVE",
    "LENGTH",
    "MOST_DECOYS",
    "SIZE",
    "STATES",
    "STATUSES",
    "TTL",
    "Bitstring",
    "State",
    "Status",
    "StatusEntry",
    "by_message",
    "capacity",
    "decode",
    "decoys",
    "encode",
    "free_index",
    "get",
    "list_document",
    "list_is_full",
    "signed_list",
    "status_for",
]
