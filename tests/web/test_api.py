"""The REST API: verify and register, read only, every error a problem document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from benchmarks.ordinary import MOMENT, ordinary
from guildmark.credentials.proofs import eddsa_jcs, vcjwt
from guildmark.documents.schemas import schema_of
from guildmark.web.register import actions
from tests.web.cast import World
from tests.web.published import EXAMPLE, published

EVE = Client(enforce_csrf_checks=True)
ERRORS = Path("docs/errors.md").read_text("utf-8")


@pytest.fixture(scope="module")
def record() -> bytes:
    made = ordinary()
    return json.dumps(eddsa_jcs.sign(made.document, made.key, created=MOMENT)).encode()


@pytest.fixture(scope="module")
def token() -> bytes:
    made = ordinary()
    return vcjwt.sign(made.document, made.key).encode()


def refused(answer: Any, status: int, code: str) -> dict[str, Any]:
    """The problem, which is one in every respect."""
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    said: dict[str, Any] = json.loads(answer.content)
    assert said["status"] == status
    assert said["code"] == code
    assert said["type"].endswith(f"#{code}")
    assert said["detail"] == said["errors"][0]["message"]
    assert f"`{code}`" in ERRORS
    return said


def sent(data: bytes, kind: str = "application/json", **more: Any) -> HttpResponse:
    answer: HttpResponse = EVE.post("/api/v1/verify?offline=true", data, content_type=kind, **more)
    return answer


def test_a_record_is_verified_as_the_command_line_does_it(record: bytes) -> None:
    answer = sent(record)
    said = json.loads(answer.content)
    assert answer.status_code == 200
    assert said["verdict"] == "valid"
    jsonschema.validate(said, schema_of("verification"))
    assert answer["Cache-Control"] == "no-store"


def test_a_token_is_verified_too(token: bytes) -> None:
    assert json.loads(sent(token, "application/vc+jwt").content)["valid"] is True
    assert json.loads(sent(token, "text/plain").content)["valid"] is True


def test_a_file_of_a_form_is_verified(record: bytes) -> None:
    answer = EVE.post("/api/v1/verify?offline=true", {"file": SimpleUploadedFile("record.json", record)})
    assert json.loads(answer.content)["verdict"] == "valid"


def test_a_changed_record_is_answered_and_not_valid(record: bytes) -> None:
    said = json.loads(sent(record.replace(b"Dora", b"Dara")).content)
    assert (said["verdict"], said["valid"]) == ("invalid", False)


def test_the_checks_speak_the_language_that_is_asked_for(record: bytes) -> None:
    english = json.loads(sent(record).content)["checks"]
    german = json.loads(sent(record, headers={"Accept-Language": "de"}).content)["checks"]
    assert [one["result"] for one in english] == [one["result"] for one in german]
    assert [one["detail"] for one in english] != [one["detail"] for one in german]


def test_what_is_no_record_is_refused_with_every_fault() -> None:
    answer = sent(b'{"a": 1}')
    assert answer.status_code == 422
    assert json.loads(answer.content)["errors"]


def test_a_body_that_cannot_be_taken_is_refused_with_the_reason() -> None:
    refused(sent(b""), 422, "api.body.empty")
    refused(EVE.post("/api/v1/verify", {"other": "x"}), 422, "api.body.empty")
    refused(sent(b" " * 5_000_001), 413, "api.body.size")
    refused(EVE.post("/api/v1/verify", {"file": SimpleUploadedFile("big", b" " * 5_000_001)}), 413, "api.body.size")
    kind = refused(sent(b"a=1", "application/x-www-form-urlencoded"), 415, "api.body.kind")
    assert "application/json" in kind["errors"][0]["accepted"]
    refused(sent(b"nonsense", "multipart/form-data"), 400, "api.body.multipart")
    refused(sent(b"nonsense", "multipart/form-data; boundary=x"), 422, "api.body.empty")


@pytest.mark.parametrize("method", ["put", "patch", "delete", "post"])
def test_another_method_is_refused_and_the_right_ones_are_named(method: str) -> None:
    answer = getattr(EVE, method)("/api/v1/register")
    refused(answer, 405, "api.method")
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


def test_an_address_that_is_not_there_is_a_problem_too(db: None) -> None:
    for address in ("people", "register/", "register/AAAAAAAAAAAAAAAA", "v2/x"):
        refused(EVE.get(f"/api/v1/{address}"), 404, "api.not_found")
    refused(EVE.get("/api/v1/register/x"), 422, "api.parameter")


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("eqf=9", "api.parameter"),
        ("eqf=", "api.parameter"),
        ("country=Austria", "api.parameter"),
        ("mode=carrier_pigeon", "api.parameter"),
        ("hours_from=nan", "api.parameter"),
        ("page=0", "api.parameter"),
        ("per_page=1000", "api.parameter"),
        ("contry=AT", "api.parameter.unknown"),
        ("eqf=6&eqf=7", "api.parameter.twice"),
    ],
)
def test_a_filter_that_cannot_be_used_is_refused(db: None, query: str, code: str) -> None:
    refused(EVE.get(f"/api/v1/register?{query}"), 422, code)


def test_the_register_is_read_as_its_page_shows_it(world: World) -> None:
    one = published(world.alice)
    published(world.alice, title="Lights out", level={"eqf": 4}, workload={"hours": 20})
    said = json.loads(EVE.get("/api/v1/register?sort=title").content)
    assert (said["total"], said["next"]) == (2, None)
    assert [item["title"] for item in said["items"]] == ["Lights out", EXAMPLE["title"]]
    said = json.loads(EVE.get("/api/v1/register?q=scenografie&eqf=6&country=CZ&hours_from=90.5").content)
    assert [item["id"] for item in said["items"]] == [one.public_id]
    entry = json.loads(EVE.get(said["items"][0]["url"]).content)
    assert entry["design"] == EXAMPLE
    assert EVE.get(entry["page"]).status_code == 200
    assert "Alice" not in json.dumps(entry)


def test_pages_follow_each_other_to_the_end(world: World) -> None:
    for number in range(3):
        published(world.alice, title=f"Title {number}")
    address, titles = "/api/v1/register?per_page=2&sort=title", []
    while address:
        said = json.loads(EVE.get(address).content)
        titles += [item["title"] for item in said["items"]]
        address = said["next"]
    assert titles == ["Title 0", "Title 1", "Title 2"]
    assert json.loads(EVE.get("/api/v1/register?page=99").content)["items"] == []


def test_what_is_withdrawn_is_gone(world: World) -> None:
    one = published(world.alice)
    actions.withdraw(world.alice, one)
    answer = EVE.get(f"/api/v1/register/{one.public_id}")
    refused(answer, 410, "api.withdrawn")
    assert "Scenography" not in answer.content.decode()


def test_no_cookie_is_set_and_any_page_may_ask(db: None, record: bytes) -> None:
    answers = [EVE.get("/api/v1/"), EVE.get("/api/v1/openapi.json"), EVE.get("/api/v1/register"), sent(record),
               EVE.get("/api/v1/nothing"), EVE.get("/api/v1/", headers={"Accept": "text/html"})]  # fmt: skip
    for answer in answers:
        assert not answer.cookies
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer
    preflight = EVE.options("/api/v1/verify")
    assert preflight.status_code == 204
    assert "POST" in preflight["Access-Control-Allow-Methods"]
    assert "Content-Type" in preflight["Access-Control-Allow-Headers"]


def test_head_answers_as_get_without_a_body(db: None) -> None:
    answer = EVE.head("/api/v1/register")
    assert (answer.status_code, answer.content) == (200, b"")


def test_a_browser_gets_a_page_and_a_program_json(db: None) -> None:
    page = EVE.get("/api/v1/", headers={"Accept": "text/html,application/xhtml+xml"}).content.decode()
    assert "POST /api/v1/verify" in page
    assert "https://" not in page.replace("https://data.europa.eu", "")
    said = json.loads(EVE.get("/api/v1/").content)
    assert {(one["method"], one["path"]) for one in said["operations"]} == {
        ("POST", "/api/v1/verify"), ("GET", "/api/v1/register"), ("GET", "/api/v1/register/{id}"),
    }  # fmt: skip


def test_the_document_describes_a_verification_as_the_command_line_prints_it() -> None:
    made = json.loads(EVE.get("/api/v1/openapi.json").content)
    schema = made["components"]["schemas"]["Verification"]
    assert schema["required"] == schema_of("verification")["required"]
    assert "$defs" not in json.dumps(made)


def test_every_operation_and_status_is_in_the_documentation() -> None:
    text = Path("docs/api.md").read_text("utf-8")
    made = json.loads(EVE.get("/api/v1/openapi.json").content)
    for path, methods in made["paths"].items():
        for method, one in methods.items():
            assert f"{method.upper()} {path}" in text
            assert all(status in text for status in one["responses"])
            for parameter in one["parameters"]:
                assert f"`{parameter['name']}`" in text
