"""What all records of one design and issuer share: made once, and read only.

A part that nobody can change needs no comparing: being the same object is saying the same. That is what
lets a record be recognised in a microsecond (`credentials.prepared`).
"""

from __future__ import annotations

from typing import Any, NoReturn, Self


def _read_only(*_: object, **__: object) -> NoReturn:
    raise TypeError("a shared part of records is read only: copy it to change it")


class SharedObject(dict[str, Any]):
    """A JSON object that cannot be changed; what it holds cannot either."""

    __slots__ = ()
    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = __ior__ = _read_only

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Any]:
        copied: dict[str, Any] = plain(self)
        return copied

    def __copy__(self) -> Self:
        return self


class SharedArray(list[Any]):
    """A JSON array that cannot be changed; what it holds cannot either."""

    __slots__ = ()
    __setitem__ = __delitem__ = append = clear = extend = insert = pop = remove = reverse = sort = _read_only
    __iadd__ = __imul__ = _read_only

    def __deepcopy__(self, memo: dict[int, Any]) -> list[Any]:
        copied: list[Any] = plain(self)
        return copied

    def __copy__(self) -> Self:
        return self


def shared(value: Any) -> Any:
    """A JSON value made read only, to its depths."""
    if isinstance(value, dict):
        return SharedObject({key: shared(item) for key, item in value.items()})
    if isinstance(value, list):
        return SharedArray(shared(item) for item in value)
    return value


def plain(value: Any) -> Any:
    """A JSON value as ordinary objects and arrays, which can be changed."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value
