"""What can be done in Step 4. Each action: authorised, validated, one transaction, in the journal."""

from guildmark.web.design.actions.approving import approve
from guildmark.web.design.actions.saving import create, save_version
from guildmark.web.design.actions.together import (
    PieceOfWork,
    add_piece,
    assign,
    change_piece,
    judge,
    release,
    remove_piece,
)

__all__ = [
    "PieceOfWork",
    "add_piece",
    "approve",
    "assign",
    "change_piece",
    "create",
    "judge",
    "release",
    "remove_piece",
    "save_version",
]
