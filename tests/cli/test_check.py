"""`guildmark check`: good designs exit 0, bad ones 1, and what is no design 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import EXAMPLES, Guildmark

DESIGN = EXAMPLES / "design.json"


def test_the_example_is_complete(guildmark: Guildmark) -> None:
    said = guildmark("check", DESIGN, "--json")
    assert said.code == 0
    assert said.json["ok"] is True
    assert said.json["elements"]["mandatory"]["missing"] == []
    assert said.json["elements"]["optional"]["missing"] == []


def test_a_design_without_outcomes_is_done_and_bad(guildmark: Guildmark, tmp_path: Path) -> None:
    design = json.loads(DESIGN.read_text("utf-8"))
    del design["learning_outcomes"]
    (tmp_path / "d.json").write_text(json.dumps(design))
    said = guildmark("check", "d.json", "--json")
    assert said.code == 1
    assert "element.learning_outcomes.missing" in {one["rule"] for one in said.json["findings"]}
    assert "learning outcomes" in guildmark("check", "d.json").out.lower()


def test_yaml_says_the_same_as_json(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "d.yaml").write_text(yaml.safe_dump(json.loads(DESIGN.read_text("utf-8")), allow_unicode=True), "utf-8")
    assert guildmark("check", "d.yaml", "--json").json == guildmark("check", DESIGN, "--json").json


def test_no_is_norway_in_yaml(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "d.yml").write_text("issuer_country: NO\n")
    assert "issuer_country" in guildmark("check", "d.yml", "--json").json["elements"]["mandatory"]["present"]
    assert not [
        one for one in guildmark("check", "d.yml", "--json").json["findings"] if one["path"] == "/issuer_country"
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("d.json", b"[1, 2]", "json.not_an_object"),
        ("d.json", b'{"title": "a"', "json.unreadable"),
        ("d.json", b'{"title": "a", "title": "b"}', "json.key.doubled"),
        ("d.json", b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "json.too_deep"),
        ("d.json", b" " * 5_000_001, "record.too_large"),
        ("d.yaml", b"- a\n- b\n", "yaml.not_an_object"),
        ("d.yaml", b"title: [a\n", "yaml.unreadable"),
        ("d.yaml", b"title: a\ntitle: b\n", "yaml.key.doubled"),
        ("d.yaml", b"title: " + b"[" * 10_000, "yaml.too_deep"),
        ("d.yaml", b"a: &a [x, x]\nb: [*a, *a]\n", "yaml.anchor"),
        ("d.yaml", b"[" + b"a, " * 20_000 + b"a]", "yaml.too_many_values"),
        ("d.yaml", b"title: !!python/object/apply:os.system [ls]\n", "yaml.unreadable"),
        ("d.yaml", b"title: !!binary aGFsbG8=\n", "yaml.unreadable"),
        ("d.yaml", b"title: \xff\n", "yaml.unreadable"),
        ("d.yaml", b"? [a]\n: b\n", "yaml.key"),
        ("d.yaml", b"title: 1e999\n", "yaml.unreadable"),
    ],
)
def test_what_is_no_object_cannot_be_checked(
    guildmark: Guildmark, tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(data)
    said = guildmark("check", name, "--json")
    assert said.codes == [code]
    assert said.json["errors"][0]["file"] == name


def test_a_file_that_is_not_there_and_a_folder_are_named(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    assert guildmark("check", "nowhere.json", "--json").codes == ["file.missing"]
    assert guildmark("check", "d", "--json").codes == ["file.folder"]
    assert guildmark("check", "a\0b", "--json").codes == ["file.unreadable"]


def test_the_empty_template_names_what_is_still_to_do(guildmark: Guildmark) -> None:
    guildmark("template", "design", "-o", "d.json")
    said = guildmark("check", "d.json", "--json")
    assert said.code == 1
    assert "title" in said.json["elements"]["mandatory"]["missing"]
