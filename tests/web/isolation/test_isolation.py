"""Every route and method, as everybody, against the table of who may."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import isfunction, unwrap
from pathlib import Path

import pytest
from django.core.cache import cache
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.web.cast import CAST, World
from tests.web.isolation.table import IN, Row

ROWS: list[Row] = [
    row
    for path in sorted(Path(__file__).parent.glob("rows_*.py"))
    for row in import_module(f"tests.web.isolation.{path.stem}").ROWS
]
ALLAUTH = "account_"
SWITCHED_OFF = ("socialaccount_", "mfa_")
"""allauth's routes that an operator switches on; each is about whoever is signed in, and takes no id of ours."""


@pytest.fixture(autouse=True)
def _nobody_tried_before() -> None:
    cache.clear()  # allauth counts tries there


def routes(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from routes(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern) and not (entry.name or "").startswith(SWITCHED_OFF):
            yield f"{space}{entry.name}"


def test_every_route_has_a_row() -> None:
    assert sorted(set(routes()) - {row.route for row in ROWS}) == []


def test_every_row_has_a_route() -> None:
    assert sorted({row.route for row in ROWS} - set(routes())) == []


def gives_files(view: Callable[..., object]) -> bool:
    """Whether a view, or a function of its module that it calls, answers `?format=`."""
    module = sys.modules[view.__module__]
    seen: set[str] = set()
    waiting = [unwrap(view)]
    while waiting:
        for name in waiting.pop().__code__.co_names:
            if name == "list_as_file":
                return True
            found = getattr(module, name, None)
            another_view = hasattr(found, "shows_what_is_held")
            if name not in seen and isfunction(found) and not another_view and found.__module__ == view.__module__:
                seen.add(name)
                waiting.append(unwrap(found))
    return False


def views(resolver: URLResolver | None = None, space: str = "") -> Iterator[tuple[str, Callable[..., object]]]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from views(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern) and entry.callback.__module__.startswith("guildmark.web."):
            yield f"{space}{entry.name}", entry.callback


def test_every_list_that_gives_files_has_a_row_of_them() -> None:
    lists = {name for name, view in views() if isfunction(unwrap(view)) and gives_files(view)}
    with_a_row = {row.route for row in ROWS if "format=" in row.query}
    only_sent = {name for name in lists if not any(row.route == name and row.method == "GET" for row in ROWS)}
    assert len(lists) > 25
    assert sorted(lists - with_a_row - only_sent) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.route}{row.query}")
@pytest.mark.parametrize("who", CAST)
def test_who_may(world: World, row: Row, who: str) -> None:
    address = reverse(row.route, kwargs=row.kwargs(world)) + row.query
    answer = world.client(who).generic(row.method, address) if row.method not in {"GET", "POST"} else (
        world.client(who).get(address) if row.method == "GET" else world.client(who).post(address, row.data(world))
    )  # fmt: skip
    expected = row.who[who]
    if expected == IN:
        assert answer.status_code == 302
        assert answer["Location"].startswith("/accounts/login/?next=")
    else:
        assert answer.status_code == expected
        assert not answer.get("Location", "").startswith("/accounts/login/?next=")


@pytest.mark.parametrize("route", sorted({row.route for row in ROWS}))
def test_a_method_without_a_row_does_nothing(world: World, route: str) -> None:
    rows = [row for row in ROWS if row.route == route]
    address = reverse(route, kwargs=rows[0].kwargs(world))
    unknown = {"GET", "POST", "PUT", "PATCH", "DELETE"} - {row.method for row in rows}
    for method in unknown:
        if route == "account_reset_password_from_key":
            assert b"Bad Token" in world.client("alice").generic(method, address).content  # looks at the key first
        elif route.startswith(
            ALLAUTH
        ):  # a form of Django takes PUT for POST; who has no business there is sent on first
            assert method == "PUT" or world.client("alice").generic(method, address).status_code in {302, 405}, method
        else:
            assert world.client("alice").generic(method, address).status_code == 405, method


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.route}{row.query}")
def test_a_thing_of_another_partnership_is_not_there(world: World, row: Row) -> None:
    kwargs = row.kwargs(world)
    if kwargs.get("slug") != "stage" or set(kwargs) <= {"slug", "step", "ending", "number", "kind", "key"}:
        return
    address = reverse(row.route, kwargs=kwargs | {"slug": "crafts"}) + row.query
    client = world.client("charlie")
    answer = client.get(address) if row.method == "GET" else client.post(address, row.data(world))
    assert answer.status_code in {302, 404}
    assert answer.status_code == 404 or answer["Location"].endswith("/members/")
