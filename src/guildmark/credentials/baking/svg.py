"""Records in SVG pictures: one element directly after the root tag; entities are never expanded."""

from __future__ import annotations

import re
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import quoteattr

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Sentence, say

NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"
OLD_NAMESPACE = "http://openbadges.org"
_SVG = "{http://www.w3.org/2000/svg}svg"
_CREDENTIAL = f"{{{NAMESPACE}}}credential"
_ASSERTION = f"{{{OLD_NAMESPACE}}}assertion"

# The root tag follows only a declaration, comments, instructions and a document type without entities.
_PROLOGUE = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:\s++|<\?(?:(?!\?>).)*+\?>|<!--(?:(?!-->).)*+-->|<!DOCTYPE[^<>\[]*+>)*+", re.DOTALL
)
_ROOT = re.compile(rb"<(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>", re.DOTALL)
_ELEMENT = re.compile(rb"<openbadges:credential\b.*?(?:</openbadges:credential\s*>|/>)", re.DOTALL)


def bake_svg(picture: bytes, text: str) -> bytes:
    """The picture with `text` in it, in place of any record that it held; raises GuildmarkError `picture.svg.*`."""
    _parse(picture)
    picture = _ELEMENT.sub(b"", picture)
    root = _ROOT.match(picture, _end_of_prologue(picture))
    if root is None:
        _refuse("picture.svg.root", say("No root tag can be found in this SVG."))
    tag = root[0]
    name = re.match(rb"<([^\s/>]+)", tag)
    empty = tag.endswith(b"/>")
    opened = tag[:-2] if empty else tag[:-1]
    if b"xmlns:openbadges=" not in tag:
        opened += f' xmlns:openbadges="{NAMESPACE}"'.encode("ascii")
    closing = b"</" + name[1] + b">" if empty and name else b""
    baked = picture[: root.start()] + opened + b">" + _element(text) + closing + picture[root.end() :]
    if unbake_svg(baked) != _as_baked(text):
        _refuse("picture.svg.root", say("This SVG is written so that no record can be put into it."))
    return baked


def unbake_svg(picture: bytes) -> str:
    """The text of the record in a picture; raises GuildmarkError `picture.svg.*` and `picture.no_record`."""
    root = _parse(picture)
    found = list(root.iter(_CREDENTIAL)) or list(root.iter(_ASSERTION))
    if not found:
        _refuse("picture.no_record", say("There is no record in this picture."))
    if len(found) > 1:
        sentence = say("There is more than one record in this picture, so nobody can say which is meant.")
        _refuse("picture.several_records", sentence)
    held = (found[0].text or "").strip()
    # The attribute of an older badge may be its address, with the badge itself in the body.
    if found[0].tag == _ASSERTION and held:
        return held
    return found[0].get("verify") or held


def _parse(picture: bytes) -> Element:
    try:
        root: Element = fromstring(picture, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        _refuse("picture.svg.entities", say("The SVG defines entities, which could hide or multiply what it says."))
    except (ParseError, ValueError, LookupError) as error:
        _refuse("picture.svg.unreadable", say("The SVG cannot be read as XML ({reason}).", reason=str(error)[:80]))
    if root.tag != _SVG:
        _refuse("picture.svg.root", say("This is XML, but not an SVG picture."))
    return root


def _end_of_prologue(picture: bytes) -> int:
    prologue = _PROLOGUE.match(picture)
    return prologue.end() if prologue else 0


def _element(text: str) -> bytes:
    if not text.lstrip().startswith("{"):
        element = f"<openbadges:credential verify={quoteattr(text)}></openbadges:credential>"
    else:
        element = f"<openbadges:credential><![CDATA[{_as_baked(text)}]]></openbadges:credential>"
    return element.encode("utf-8")


def _as_baked(text: str) -> str:
    """The text as CDATA can hold it: JSON may write `>` as an escape, and does where `]]>` would end the section."""
    return text.strip().replace("]]>", "]]\\u003e")


def _refuse(code: str, sentence: Sentence) -> NoReturn:
    raise GuildmarkError(Fault(code, sentence))
