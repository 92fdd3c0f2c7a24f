"""The style sheet and the pictures have the same colours."""

from __future__ import annotations

import re

from guildmark.drawing.theme import DARK, LIGHT
from guildmark.vocabulary.colours import all_colours
from guildmark.web.settings import WEB


def test_the_colours_are_those_of_the_pictures() -> None:
    css = (WEB / "look/static/css/theme.css").read_text("utf-8")
    light, dark = (dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6})", part)) for part in css.split("@media", 1))
    for theme, found in ((LIGHT, light), (DARK, dark)):
        for name in ("paper", "wall", "line", "ink", "soft", "accent"):
            assert found[name] == getattr(theme, name), name
        for colour in all_colours():
            assert found[colour.key] == getattr(colour, theme.name)
            assert found[f"on-{colour.key}"] == getattr(colour, f"on_{theme.name}")
