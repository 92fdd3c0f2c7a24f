"""Files that go out: to a temporary name beside the target, then renamed, so that none is ever half written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import Listing, say

PRIVATE = 0o600


def check_target(output: str, endings: Sequence[str] = (), sources: Sequence[str] = ()) -> Path:
    """The path to write to; GuildmarkError where nothing can or should be written there.

    `endings` are accepted in any case (all where there are none); `sources` are files that are read
    and may not be overwritten by what comes of them.
    """
    path = Path(output)
    if endings and path.suffix.lower() not in endings:
        raise GuildmarkError(_wrong_ending(output, path.suffix, endings))
    with _refusals(output):
        if not path.parent.is_dir():
            raise GuildmarkError(_no_folder(output, path.parent))
        if path.exists() and not path.is_file():
            raise GuildmarkError(_not_a_file(output))
        if path.exists() and any(Path(source).exists() and path.samefile(source) for source in sources):
            raise GuildmarkError(_is_source(output))
    return path


def write_file(path: Path, data: bytes) -> None:
    """Writes the whole file or nothing; a file that stands there is replaced at once."""
    with _refusals(str(path)), _temporary(path, data) as temporary:
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)


def write_new_private_file(path: Path, data: bytes) -> None:
    """Writes a file that only its owner can read; GuildmarkError where something stands there already."""
    with _refusals(str(path)), _temporary(path, data) as temporary:
        temporary.chmod(PRIVATE)
        try:
            _link(temporary, path, data)
        except FileExistsError as reason:
            raise GuildmarkError(_exists(str(path))) from reason


def _link(temporary: Path, path: Path, data: bytes) -> None:
    """Gives the file its name unless something has it already: one step, where the file system knows links."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)


@contextmanager
def _temporary(path: Path, data: bytes) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _refusals(output: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as reason:
        why = getattr(reason, "strerror", None) or str(reason)
        raise GuildmarkError(_unwritable(output, why)) from reason


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(output: str, why: str) -> Fault:
    return Fault("output.unwritable", say("{file} cannot be written: {why}.", file=output, why=why), Place(file=output))


def _wrong_ending(output: str, found: str, endings: Sequence[str]) -> Fault:
    return Fault(
        "output.ending",
        say(
            "{file} has no ending that can be written. Name it with {endings}.",
            file=output,
            endings=Listing.of(endings, either=True),
        ),
        Place(file=output),
        found=found,
        accepted=tuple(endings),
    )


def _no_folder(output: str, folder: Path) -> Fault:
    return Fault(
        "output.folder.missing",
        say("There is no folder {folder}. Make it first, or write elsewhere.", folder=str(folder)),
        Place(file=output),
        found=str(folder),
    )


def _not_a_file(output: str) -> Fault:
    return Fault(
        "output.not_a_file", say("{file} is not a file that can be replaced.", file=output), Place(file=output)
    )


def _is_source(output: str) -> Fault:
    return Fault(
        "output.is_source",
        say("{file} is the file that is read. Write to another one.", file=output),
        Place(file=output),
    )


def _exists(output: str) -> Fault:
    return Fault(
        "output.exists",
        say("{file} is there already and is not overwritten. Name another file.", file=output),
        Place(file=output),
    )
