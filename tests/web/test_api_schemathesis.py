"""Requests made from the OpenAPI document, right and wrong ones: every answer keeps to the document."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import settings

from guildmark.web.wsgi import application
from tests.web.cast import World
from tests.web.published import published

# A body that is JSON, or bytes, need not be a record: no schema can say which is, so 422 is right there too.
CONFIG = schemathesis.Config.from_dict(
    {
        "generation": {"deterministic": True},
        "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "404", "422"]}},
    }
)
schemathesis.serializer.alias("application/vc", "application/json")
schemathesis.serializer.alias("application/vc+jwt", "text/plain")
SCHEMA = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, config=CONFIG)


@pytest.fixture(autouse=True)
def _register(world: World) -> None:
    published(world.alice)
    published(world.charlie, title="Lights out", level={"eqf": 4})


@SCHEMA.parametrize()
@settings(max_examples=60, derandomize=True, deadline=None)
def test_the_api_keeps_to_its_document(case: schemathesis.Case) -> None:
    case.call_and_validate()


def test_a_published_entry_keeps_to_its_document(world: World) -> None:
    one = published(world.alice, title="Third")
    SCHEMA["/api/v1/register/{id}"]["GET"].Case(path_parameters={"id": one.public_id}).call_and_validate()
