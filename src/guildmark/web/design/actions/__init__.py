"""What can be done in Step 4. Each action: authorised, validated, one transaction, in the journal."""

from guildmark.web.design.actions.approving import approve
from guildmark.web.design.actions.saving import create, save_version

__all__ = ["approve", "create", "save_version"]
