"""A record inside a picture: Open Badges 3.0, section 5.3 ("Baked Badges").

A PNG holds the record in one uncompressed `iTXt` chunk, an SVG in one element after its root tag.
The text that is baked is the record's JSON, or a compact JWS.
"""

from guildmark.credentials.baking.png import SIGNATURE as PNG_SIGNATURE
from guildmark.credentials.baking.png import bake_png, unbake_png
from guildmark.credentials.baking.svg import bake_svg, unbake_svg
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

__all__ = ["PNG_SIGNATURE", "bake_png", "bake_svg", "is_picture", "unbake", "unbake_png", "unbake_svg"]


def is_picture(data: bytes) -> bool:
    """Whether these bytes begin as a PNG or as XML does."""
    return data.startswith(PNG_SIGNATURE) or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def unbake(data: bytes) -> str:
    """The text of the record in a PNG or SVG; raises GuildmarkError with the codes `picture.*`."""
    if data.startswith(PNG_SIGNATURE):
        return unbake_png(data)
    if is_picture(data):
        return unbake_svg(data)
    raise GuildmarkError(Fault("picture.unknown", say("This is neither a PNG nor an SVG picture.")))
