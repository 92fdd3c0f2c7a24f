"""The same changes, guided by atheris: what reaches new code of `guildmark.credentials` is changed further."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["guildmark.credentials"]):
    from tools.fuzz.running import LONGEST, Input, changed
    from tools.fuzz.trying import Batches

from tools.fuzz.beginnings import beginnings
from tools.fuzz.changing import chance
from tools.fuzz.web import Web

WEBS = 64
"""So many webs are met, each again and again, for coverage counts only where the same input does the same."""


@lru_cache(maxsize=8)
def _batches(web: int) -> Batches:
    return Batches(Web(web))


def _try(text: bytes) -> None:
    try:
        one = Input.read(text)
    except ValueError:
        return
    _batches(one.web).tried(one.kind, one.data)


def _mutate(text: bytes, max_size: int, seed: int) -> bytes:
    choose = chance(seed)
    try:
        one = Input.read(text)
    except ValueError:
        kind = choose.choice(list(beginnings()))
        one = Input(kind, 0, choose.choice(beginnings()[kind]))
    data = changed(one.kind, one.data, choose) if choose.random() < 0.8 else bytes(atheris.Mutate(one.data, max_size))
    web = choose.randrange(WEBS) if choose.random() < 0.2 else one.web
    return bytes(Input(one.kind, web, data))[:max_size]


def run(folder: Path, seconds: int, seed: int) -> None:
    """Run for so many seconds; libFuzzer keeps the corpus and what broke in the folder, and prints its own report."""
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for kind, records in beginnings().items():
        for number, data in enumerate(records):
            (corpus / f"{kind}-{number}").write_bytes(bytes(Input(kind, 0, data)))
    options = [
        f"-max_total_time={seconds}", f"-seed={seed}", f"-artifact_prefix={folder}/", f"-max_len={LONGEST}",
        "-timeout=20", "-rss_limit_mb=4000",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], str(corpus), *options], _try, custom_mutator=_mutate)
    atheris.Fuzz()
