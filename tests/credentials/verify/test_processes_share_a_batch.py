"""A batch that processes share gets the answers of one process, in the order of the records."""

from __future__ import annotations

from operator import attrgetter, methodcaller
from pathlib import Path

import pytest

from guildmark.credentials.verify import verify_many
from tests.credentials import signed

RECORDS = [
    signed.as_bytes(signed.ob3(signed.small())),
    b"no record at all",
    signed.as_bytes(signed.ob3(signed.small() | {"name": "another"})),
    signed.as_bytes(signed.ob3(signed.small()) | {"name": "changed"}),
    signed.as_bytes(signed.ob3_jwt(signed.small())),
] * 30


def test_two_processes_answer_as_one_does() -> None:
    alone = list(verify_many(RECORDS, methodcaller("as_json"), now=signed.NOW))
    shared = list(verify_many(RECORDS, methodcaller("as_json"), processes=2, now=signed.NOW))
    assert shared == alone
    assert [isinstance(answer, tuple) for answer in alone[:5]] == [False, True, False, False, False]


def test_a_verification_says_its_verdict_alone() -> None:
    answers = list(verify_many(RECORDS[2:5], attrgetter("verdict"), now=signed.NOW))
    assert answers == ["valid", "invalid", "valid"]


def test_no_process_is_too_few() -> None:
    with pytest.raises(ValueError, match="at least one"):
        list(verify_many([], attrgetter("verdict"), processes=0, now=signed.NOW))


def test_each_process_reads_the_files_that_it_is_told(tmp_path: Path) -> None:
    files = []
    for number, data in enumerate(RECORDS[:5]):
        (file := tmp_path / f"{number}.json").write_bytes(data)
        files.append(file)
    alone = list(verify_many(RECORDS[:5], methodcaller("as_json"), now=signed.NOW))
    shared = list(verify_many(files, methodcaller("as_json"), load=Path.read_bytes, processes=2, now=signed.NOW))
    assert shared == alone
