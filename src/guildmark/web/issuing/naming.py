"""What a version of a micro-credential is called on pages and in forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guildmark.words import Sentence, say

if TYPE_CHECKING:
    from guildmark.web.design.models import DesignVersion


def named(version: DesignVersion) -> Sentence:
    """Its title and number; the name of the micro-credential where the design has no title."""
    title = version.document.get("title") or version.micro_credential.name
    return say("{title}, version {number}", title=title, number=version.number)
