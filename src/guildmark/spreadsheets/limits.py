"""How much of a spreadsheet is read before it is refused: counted, never timed."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class SpreadsheetLimits:
    """What one spreadsheet may hold at most; docs/cli.md, "Limits", gives the table for users.

    `file_bytes` is the file as stored, `unpacked_bytes` what its parts come to when a workbook is
    unpacked. `cells` counts the gaps in a row too, up to its last cell. After `faults` faults a file is
    not read further: whoever mends the first thousand will see the rest.
    """

    file_bytes: int = 50 * _MEGABYTE
    unpacked_bytes: int = 250 * _MEGABYTE
    parts: int = 2_000
    elements: int = 5_000_000
    depth: int = 64
    cells: int = 1_000_000
    cell_characters: int = 32_767
    faults: int = 1_000


DEFAULT_LIMITS = SpreadsheetLimits()
