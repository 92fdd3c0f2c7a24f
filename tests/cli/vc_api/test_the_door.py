"""The VC API over real sockets: http and https, on this machine alone."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from http.client import HTTPConnection
from typing import Any

import httpx
import pytest

from guildmark.cli.limits import Limits as RunLimits
from guildmark.cli.vc_api import serve
from guildmark.cli.vc_api.door import Door
from guildmark.cli.vc_api.server import Server
from guildmark.credentials.bounded import Limits
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say
from tests.credentials import signed
from tests.credentials.presented import V2, presentation, shown

BASE = "https://localhost:40443"
VC: dict[str, Any] = {
    "@context": [V2],
    "id": "urn:uuid:5f1c1d6e-0000-4000-8000-000000000000",
    "type": ["VerifiableCredential"],
    "credentialSubject": {"id": "did:example:subject"},
}


def nothing_answers(address: str) -> bytes:
    raise GuildmarkError(Fault("fetch.offline", say("Nothing answers.")))


@pytest.fixture(scope="module")
def door() -> Door:
    drawn = iter(range(1, 1_000_000))
    return Door(
        base=BASE,
        now=lambda: datetime(2026, 11, 23, 13, tzinfo=UTC),
        choose=lambda below: next(drawn) * 7919 % below,
        fetch=nothing_answers,
        limits=Limits(),
    )


@pytest.fixture(scope="module")
def api(door: Door) -> Iterator[httpx.Client]:
    with (
        Server(door, "127.0.0.1", 0, secured=False) as server,
        httpx.Client(base_url=f"http://127.0.0.1:{server.port}", trust_env=False) as client,
    ):
        yield client


def issued(api: httpx.Client, credential: dict[str, Any] | None = None, **options: Any) -> dict[str, Any]:
    mechanism = options.get("mechanism", "eddsa-rdfc-2022")
    issuer = api.get("/").json()["issuers"][mechanism]
    body = {"credential": {**(credential or VC), "issuer": issuer}, "options": options}
    answer = api.post("/credentials/issue", json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()["verifiableCredential"]
    return made


def judged(api: httpx.Client, credential: Any) -> httpx.Response:
    return api.post("/credentials/verify", json={"verifiableCredential": credential})


@pytest.mark.parametrize("mechanism", ["eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019", "vc-jwt"])
def test_what_is_issued_verifies_until_it_is_changed(api: httpx.Client, mechanism: str) -> None:
    made = issued(api, mechanism=mechanism)
    answer = judged(api, made)
    assert (answer.status_code, answer.json()["verified"]) == (200, True)
    changed = json.loads(json.dumps(made).replace("did:example:subject", "did:example:another"))
    if mechanism == "vc-jwt":
        changed["id"] = made["id"][:-9] + ("A" if made["id"][-9] != "A" else "B") + made["id"][-8:]
    answer = judged(api, changed)
    assert (answer.status_code, answer.json()["verified"]) == (400, False)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["problemDetails"][0]["type"].startswith("https://w3id.org/security#")


def test_the_proof_alone_may_be_asked_for(api: httpx.Client) -> None:
    strangers = signed.ob3(signed.full(), signed.STRANGERS_KEY)
    assert judged(api, strangers).status_code == 400
    asked = {"verifiableCredential": strangers}
    assert api.post("/credentials/verify?checks=proof", json=asked).json()["verified"]
    asked["verifiableCredential"] = {**strangers, "validFrom": "2026-11-23T12:00:01Z"}
    assert api.post("/credentials/verify?checks=proof", json=asked).status_code == 400


def test_a_refusal_says_what_is_wrong(api: httpx.Client) -> None:
    answer = api.post("/credentials/issue", json={"credential": {**VC, "issuer": "did:example:a", "invented": 1}})
    assert answer.status_code == 400
    assert answer.json()["title"] == "secure.issuer"
    issuer = api.get("/").json()["issuers"]["eddsa-rdfc-2022"]
    answer = api.post("/credentials/issue", json={"credential": {**VC, "issuer": issuer, "invented": 1}})
    assert answer.json()["type"] == "https://w3id.org/security#DATA_LOSS_DETECTION_ERROR"


def test_an_inline_context_of_a_strangers_is_enough_here(api: httpx.Client) -> None:
    context = {"Example": "https://example.org/#Example", "says": "https://example.org/#says"}
    subject = {"id": "did:example:subject", "says": "hello"}
    made = issued(
        api,
        {**VC, "@context": [V2, context], "type": ["VerifiableCredential", "Example"], "credentialSubject": subject},
    )
    assert judged(api, made).json()["verified"]


def test_an_inline_context_that_is_none_is_refused(api: httpx.Client) -> None:
    for context in ({"Example": {"@id": []}}, {"@vocab": {}}, {"@import": "https://example.org/"}, {"type": "x:y"}):
        issuer = api.get("/").json()["issuers"]["eddsa-rdfc-2022"]
        body = {"credential": {**VC, "issuer": issuer, "@context": [V2, context], "Example": "x"}}
        answer = api.post("/credentials/issue", json=body)
        assert (answer.status_code, answer.json()["type"].rpartition("#")[2]) == (400, "DATA_LOSS_DETECTION_ERROR")


def test_a_text_with_a_direction_is_signed_as_json(api: httpx.Client) -> None:
    made = issued(api, {**VC, "name": {"@value": "A", "@language": "en", "@direction": "ltr"}})
    assert made["proof"][0]["cryptosuite"] == "eddsa-jcs-2022"


def test_a_status_is_given_set_and_lifted(api: httpx.Client) -> None:
    made = issued(api, credentialStatus={"statusPurpose": "suspension"})
    assert judged(api, made).json()["verified"]
    wanted = {
        "credentialId": VC["id"],
        "credentialStatus": {"type": "BitstringStatusListEntry", "statusPurpose": "suspension"},
    }
    assert api.post("/credentials/status", json={**wanted, "status": True}).status_code == 200
    answer = judged(api, made)
    assert answer.json()["type"].endswith("#STATUS_VERIFICATION_ERROR")
    assert api.post("/credentials/status", json={**wanted, "status": False}).status_code == 200
    assert judged(api, made).json()["verified"]
    listed = api.get(made["credentialStatus"]["statusListCredential"].removeprefix(BASE))
    assert judged(api, listed.json()).json()["verified"]


def test_lists_are_made_and_bad_wishes_refused(api: httpx.Client) -> None:
    answer = api.post("/status-lists", json={"statusPurpose": "revocation"})
    assert answer.status_code == 201
    assert answer.json()["verifiableCredential"]["id"] == answer.json()["id"]
    assert api.post("/status-lists", json={"statusPurpose": "whim"}).status_code == 400
    assert api.get("/status-lists/none").status_code == 404
    unknown = {"credentialId": "urn:x", "status": True, "credentialStatus": {"statusPurpose": "revocation"}}
    assert api.post("/credentials/status", json=unknown).status_code == 404
    assert api.post("/credentials/status", json={}).status_code == 400


def test_a_challenge_is_answered_once(api: httpx.Client) -> None:
    challenge = api.post("/challenges").json()["challenge"]
    body = {
        "verifiablePresentation": shown(presentation(), challenge=challenge, domain="a.example"),
        "options": {"challenge": challenge, "domain": "a.example"},
    }
    assert api.post("/presentations/verify", json=body).json()["verified"]
    assert api.post("/presentations/verify", json=body).status_code == 400


def test_a_presentation_that_fails_says_so_for_each_credential(api: httpx.Client) -> None:
    good, bad = issued(api), {**issued(api), "id": "urn:uuid:5f1c1d6e-0000-4000-8000-00000000000f"}
    answer = api.post("/presentations/verify", json={"verifiablePresentation": shown(presentation(good, bad))})
    assert answer.status_code == 400
    assert [one["verified"] for one in answer.json()["credentialResults"]] == [True, False]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/credentials/issue", {}),
        ("/credentials/issue", {"credential": "x"}),
        ("/credentials/issue", {"credential": VC, "options": []}),
        ("/credentials/issue", {"credential": VC, "options": {"mandatoryPointers": ["/issuer"]}}),
        ("/credentials/issue", {"credential": VC, "options": {"mechanism": "none"}}),
        ("/credentials/issue", {"credential": VC, "options": {"mechanism": ["vc-jwt"]}}),
        ("/credentials/issue", {"credential": VC, "options": {"credentialStatus": {"statusPurpose": []}}}),
        ("/credentials/verify", {"verifiableCredential": json.dumps(VC)}),
        ("/credentials/verify", {"verifiableCredential": {}}),
        ("/credentials/verify", {"verifiableCredential": {"type": "EnvelopedVerifiableCredential", "id": 4}}),
        ("/presentations/verify", {"verifiablePresentation": {}, "options": {"challenge": 4}}),
        ("/presentations/verify", {"verifiablePresentation": {"type": "EnvelopedVerifiablePresentation"}}),
        ("/status-lists", {"statusPurpose": {}}),
        ("/credentials/status", {"credentialId": "x", "status": True, "credentialStatus": {"statusPurpose": []}}),
    ],
)
def test_bad_input_is_a_problem_and_never_a_crash(api: httpx.Client, path: str, body: Any) -> None:
    answer = api.post(path, json=body)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("headers", "content", "status"),
    [
        ({"Content-Type": "application/json"}, b"{", 400),
        ({"Content-Type": "application/json"}, b'{"a": 1, "a": 2}', 400),
        ({"Content-Type": "application/json"}, b"[" * 100, 400),
        ({"Content-Type": "text/plain"}, b"{}", 415),
        ({"Content-Type": "application/json", "Host": "rebound.example.org"}, b"{}", 404),
    ],
)
def test_requests_are_json_and_this_machines_own(
    api: httpx.Client, headers: dict[str, str], content: bytes, status: int
) -> None:
    assert api.post("/credentials/verify", headers=headers, content=content).status_code == status


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("Content-Length", "99999999", 413),
        ("Content-Length", "-1", 413),
        ("Content-Length", "9" * 5000, 413),
        ("Transfer-Encoding", "chunked", 411),
    ],
)
def test_bodies_are_bounded_before_they_are_read(api: httpx.Client, name: str, value: str, status: int) -> None:
    connection = HTTPConnection("127.0.0.1", api.base_url.port)
    connection.putrequest("POST", "/credentials/verify")
    connection.putheader(name, value)
    connection.endheaders()
    assert connection.getresponse().status == status
    connection.close()


def test_it_answers_over_https_too(door: Door) -> None:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    with (
        Server(door, "127.0.0.1", 0, secured=True) as server,
        httpx.Client(base_url=f"https://localhost:{server.port}", verify=trusting, trust_env=False) as client,
    ):
        assert judged(client, issued(client)).json()["verified"]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_it_listens_to_nobody_else(host: str) -> None:
    with pytest.raises(GuildmarkError) as refused:
        serve(host, 0, 0, RunLimits(), lambda sentence: None)
    assert refused.value.faults[0].code == "vc_api.host"
