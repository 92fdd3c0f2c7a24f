"""A run of the fuzzer that can be repeated: its own changes, chosen by a seed, of a corpus that grows in memory."""

from __future__ import annotations

import random
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from guildmark.credentials.baking import bake_png, bake_svg, is_picture, unbake
from guildmark.credentials.baking.png import SIGNATURE
from guildmark.errors import GuildmarkError
from tests.credentials.baking import pictures
from tools.fuzz.beginnings import beginnings
from tools.fuzz.changing import chance, changed_bytes
from tools.fuzz.signing import changed_at_its_places, changed_meaning
from tools.fuzz.trying import Batches, Tried
from tools.fuzz.web import Web

INPUTS_A_WEB = 60
LONGEST = 100_000
MOST_KEPT = 150
"""Inputs of one kind that the corpus holds; another takes the place of one of them."""
LEARNT = frozenset({"ob3", "jcs", "jwt", "did-web", "p256"})
"""Kinds of which a batch learns templates."""


@dataclass(frozen=True, slots=True)
class Input:
    """Something to try: the bytes, the kind of record that they were, and the number of the web that they meet."""

    kind: str
    web: int
    data: bytes

    def __bytes__(self) -> bytes:
        return f"{self.kind} {self.web}\n".encode() + self.data

    @classmethod
    def read(cls, text: bytes) -> Input:
        """What `bytes` has written; raises ValueError where it was something else."""
        head, _, data = text.partition(b"\n")
        kind, web = head.decode("ascii").split(" ")
        if kind not in beginnings():
            raise ValueError(f"no records of the kind {kind}")
        return cls(kind, int(web), data)


@dataclass(frozen=True, slots=True)
class Broken:
    """An input that no answer was given to, and where that happened."""

    input: Input
    trace: str


@dataclass(slots=True)
class Report:
    """What a run has tried."""

    answers: dict[str, Counter[str]] = field(default_factory=dict)
    recognised: Counter[str] = field(default_factory=Counter)
    broken: list[Broken] = field(default_factory=list)

    @property
    def inputs(self) -> int:
        """How many inputs were tried."""
        return sum(counted.total() for counted in self.answers.values())

    def count(self, kind: str, tried: Tried) -> None:
        """Count what came of one input."""
        self.answers.setdefault(kind, Counter())[tried.answer] += 1
        self.recognised[kind] += tried.recognised


class Run:
    """Inputs, one after the other; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.report = Report()
        self._seed = seed
        self._choose = chance("run", seed)
        self._corpus = {kind: list(records) for kind, records in beginnings().items()}
        self._met: set[tuple[object, ...]] = set()
        self._batches = Batches(Web(0))
        self._web = 0

    def step(self) -> Broken | None:
        """Try one more input; what it broke, where it did."""
        if self.report.inputs % INPUTS_A_WEB == 0:
            # The first web answers as it should, so that templates are learnt of every kind.
            self._web = self.report.inputs and self._choose.randrange(1, 2**32)
            self._batches = Batches(Web(self._web))
        kind = self._choose.choice(list(self._corpus))
        one = Input(kind, self._web, self._changed(kind))
        try:
            tried = self._batches.tried(kind, one.data)
        except Exception:  # whatever it is: that is what is looked for
            return self._broke(one)
        self.report.count(kind, tried)
        if (kind, *tried.shown) not in self._met:
            self._met.add((kind, *tried.shown))
            self._keep(kind, one.data)
        return None

    def steps(self, going_on: Callable[[int], bool]) -> Report:
        """Try inputs while `going_on` says so of how many were tried."""
        while going_on(self.report.inputs):
            self.step()
        return self.report

    def _broke(self, one: Input) -> Broken:
        broken = Broken(one, traceback.format_exc())
        self.report.broken.append(broken)
        self.report.answers.setdefault(one.kind, Counter())["broken"] += 1
        self._batches = Batches(Web(self._web))
        return broken

    def _changed(self, kind: str) -> bytes:
        records = beginnings()[kind] if self._choose.random() < 0.4 else self._corpus[kind]
        other = self._choose.choice(self._corpus[self._choose.choice(list(self._corpus))])
        return changed(kind, self._choose.choice(records), self._choose, other)[:LONGEST]

    def _keep(self, kind: str, data: bytes) -> None:
        kept = self._corpus[kind]
        if len(kept) < MOST_KEPT:
            kept.append(data)
        else:
            kept[self._choose.randrange(len(kept))] = data


def changed(kind: str, data: bytes, choose: random.Random, other: bytes = b"") -> bytes:
    """The input changed in one of the ways that there are, or left as it is for a web that is changed."""
    draw = choose.random()
    if draw < 0.1:
        return data
    if draw < 0.35:
        return changed_bytes(data, choose, other)
    if is_picture(data):
        return _changed_picture(data, choose)
    if kind in LEARNT and draw < 0.75:
        return changed_at_its_places(data, choose)
    return changed_meaning(data, choose)


def _changed_picture(data: bytes, choose: random.Random) -> bytes:
    try:
        text = changed_meaning(unbake(data).encode("utf-8"), choose).decode("utf-8")
        return bake_png(pictures.png(), text) if data.startswith(SIGNATURE) else bake_svg(pictures.SVG, text)
    except (GuildmarkError, ValueError):
        return changed_bytes(data, choose)
