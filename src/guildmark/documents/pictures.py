"""Pictures in other formats: an SVG of ours as PNG or as one-page PDF."""

from __future__ import annotations

from datetime import datetime

import defusedxml.ElementTree as SafeXML

from guildmark.documents.typesetting import pdf, png

_PAGE = b"""
#let about = json("about.json")
#set document(title: about.title)
#set text(lang: about.language)
#set page(width: about.width * 1pt, height: about.height * 1pt, margin: 0pt)
#image("picture.svg", width: 100%, height: 100%, alt: about.alternative)
"""
