"""What can be done in Step 5. Each action: authorised, validated, one transaction, in the journal."""

from guildmark.web.recognition.actions.filing import Entry, change, file, remove
from guildmark.web.recognition.actions.routing import choose_route

__all__ = ["Entry", "change", "choose_route", "file", "remove"]
