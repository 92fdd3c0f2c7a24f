"""Step 4, designing: the micro-credential as a document, read, checked, compared (ch. 3.3 to 3.5)."""

from guildmark.toolkit.design.alignment import AlignmentGrid, alignment_grid
from guildmark.toolkit.design.checking import Check, Elements, Shares, check, check_reading, which_elements
from guildmark.toolkit.design.comparison import Change, compare
from guildmark.toolkit.design.findings import Finding, Severity
from guildmark.toolkit.design.model import Design
from guildmark.toolkit.design.reading import Reading, read_design
from guildmark.toolkit.design.workload import HoursPerCredit, hours_per_credit

__all__ = [
    "AlignmentGrid",
    "Change",
    "Check",
    "Design",
    "Elements",
    "Finding",
    "HoursPerCredit",
    "Reading",
    "Severity",
    "Shares",
    "alignment_grid",
    "check",
    "check_reading",
    "compare",
    "hours_per_credit",
    "read_design",
    "which_elements",
]
