"""Strict YAML with bounded work: what JSON can say, and nothing that expands or surprises.

Anchors and aliases are refused (a few lines of them can unfold to gigabytes), keys may not stand
twice, and only true, false, null and plain numbers are anything but text: NO is Norway.
"""

from __future__ import annotations

import math
import re
from typing import Any

import yaml
from yaml.constructor import ConstructorError
from yaml.nodes import MappingNode, Node

from guildmark.credentials.bounded import LARGEST_INTEGER, JsonObject, Limits, check_size, strings
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import Sentence, say


def read_yaml(data: bytes, limits: Limits) -> JsonObject:
    """The object in `data`, which is UTF-8; GuildmarkError with the codes `yaml.*`."""
    check_size(data, limits)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        raise _refusal("yaml.unreadable", say("This is not UTF-8 text."), None) from reason
    try:
        document = _Loader(text, limits).get_single_data()
    except yaml.MarkedYAMLError as reason:
        mark = reason.problem_mark or reason.context_mark
        row = mark.line + 1 if mark else None
        raise _refusal("yaml.unreadable", say("This is not YAML: line {row} cannot be read.", row=row), row) from reason
    except (yaml.YAMLError, ValueError, KeyError) as reason:
        raise _refusal("yaml.unreadable", say("This is not YAML that can be read."), None) from reason
    if not isinstance(document, dict):
        raise _refusal("yaml.not_an_object", say("This is YAML, but not a list of keys and values."), None)
    if any(_SURROGATE.search(text) for _, text in strings(document)):
        sentence = say("A text holds half a character (\\uD800 to \\uDFFF). Write the character itself.")
        raise _refusal("yaml.surrogate", sentence, None)
    return document


def _refusal(code: str, sentence: Sentence, row: int | None) -> GuildmarkError:
    return GuildmarkError(Fault(code, sentence, Place(row=row)))


_SURROGATE = re.compile("[\ud800-\udfff]")
_KEPT_TAGS = (*(f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "seq", "str")), None)


class _Loader(yaml.SafeLoader):
    """A loader of the core of YAML 1.2 that counts as it composes."""

    # Nothing of YAML 1.1 but what is named below: no dates, no octal numbers, no binary, no sets.
    yaml_implicit_resolvers = {}  # noqa: RUF012 -- PyYAML declares it on the instance
    yaml_constructors = {  # noqa: RUF012 -- as above
        tag: constructor for tag, constructor in yaml.SafeLoader.yaml_constructors.items() if tag in _KEPT_TAGS
    }

    def __init__(self, text: str, limits: Limits) -> None:
        super().__init__(text)
        self._limits = limits
        self._depth = 0
        self._values = 0

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        """One node, unless it is an alias, too deep, or one too many."""
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]  # the stubs leave it out
        row = event.start_mark.line + 1 if event.start_mark else None
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refusal("yaml.anchor", say("Line {row}: anchors and aliases are not read here.", row=row), row)
        self._depth += 1
        self._values += 1
        if self._depth > self._limits.depth:
            most = self._limits.depth
            raise _refusal("yaml.too_deep", say("This is nested more than {most} levels deep.", most=most), row)
        if self._values > self._limits.values:
            most = self._limits.values
            raise _refusal("yaml.too_many_values", say("This holds more than {most} values.", most=most), row)
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping whose keys are texts, each there once."""
        seen: set[str] = set()
        for key, _ in node.value:
            row = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise _refusal("yaml.key", say("Line {row}: a key must be a text.", row=row), row)
            if key.value in seen:
                raise _refusal(
                    "yaml.key.doubled", say("Line {row}: the key “{key}” stands twice.", row=row, key=key.value), row
                )
            seen.add(key.value)
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


def _construct_mapping(loader: _Loader, node: MappingNode) -> dict[str, Any]:
    return loader.construct_mapping(node, deep=True)


def _construct_integer(loader: _Loader, node: yaml.ScalarNode) -> int:
    number = int(node.value) if len(node.value) < 20 else LARGEST_INTEGER + 1
    if abs(number) > LARGEST_INTEGER:
        raise ConstructorError(None, None, "a number beyond what JSON carries", node.start_mark)
    return number


def _construct_float(loader: _Loader, node: yaml.ScalarNode) -> int | float:
    number = float(node.value)
    if not math.isfinite(number):
        raise ConstructorError(None, None, "a number beyond what JSON carries", node.start_mark)
    # 4.0 is 4, as in the JSON that is signed later.
    return int(number) if number.is_integer() and abs(number) <= LARGEST_INTEGER else number


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""])
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]*)$"), list("-0123456789"))
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$"),
    list("-0123456789"),
)
_Loader.add_constructor("tag:yaml.org,2002:map", _construct_mapping)
_Loader.add_constructor("tag:yaml.org,2002:int", _construct_integer)
_Loader.add_constructor("tag:yaml.org,2002:float", _construct_float)
