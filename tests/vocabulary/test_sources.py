"""Every data file says where it comes from, docs/facts.md lists it, and nothing is read too early."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

from guildmark.vocabulary.files import sources

DOCS = Path(__file__).parents[2] / "docs" / "facts.md"
READS_ON_IMPORT = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import importlib, pkgutil
import guildmark.vocabulary as room
for module in pkgutil.iter_modules(room.__path__):
    importlib.import_module(f"guildmark.vocabulary.{module.name}")
data = [name for name in opened if name.endswith((".toml", ".csv", ".dat", ".po", ".json"))]
assert not data, data
"""


def test_every_data_file_has_a_source_a_licence_and_a_date() -> None:
    shipped = {
        entry.name for entry in files("guildmark.vocabulary.data").iterdir() if entry.name.endswith((".csv", ".toml"))
    }
    assert shipped - {"sources.toml"} == set(sources())
    for entry in sources().values():
        assert len(entry.source) > 20
        assert entry.licence
        assert entry.checked_on.year >= 2026


def test_every_data_file_is_told_of_in_the_documentation() -> None:
    text = DOCS.read_text("utf-8")
    assert [name for name in sources() if f"`{name}`" not in text] == []


def test_importing_the_vocabulary_reads_no_data_file() -> None:
    done = subprocess.run([sys.executable, "-c", READS_ON_IMPORT], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
