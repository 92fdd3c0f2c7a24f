"""The guarded client fetches over https, within bounds."""

from __future__ import annotations

import socket
import threading

import pytest

from guildmark.errors import GuildmarkError
from guildmark.fetching import FetchLimits, HttpsClient
from guildmark.fetching.client import _Pinned
from tests.fetching.conftest import Site


def refusal(site: Site, path: str, limits: FetchLimits | None = None) -> str:
    with pytest.raises(GuildmarkError) as error:
        site.client(limits).fetch(site.url(path))
    return error.value.faults[0].code


def test_it_fetches_what_stands_at_an_address(site: Site) -> None:
    site.answers["/did.json"] = (200, {}, b'{"id": "did:web:example.org"}')
    assert site.client().fetch(site.url("/did.json")) == b'{"id": "did:web:example.org"}'


def test_it_asks_the_checked_address_for_the_name(site: Site) -> None:
    site.answers["/"] = (200, {}, b"x")
    site.client().fetch(site.url())
    assert site.asked == [(f"example.org:{site.port}", "/")]


def test_it_looks_a_name_up_once_a_hop_so_that_rebinding_changes_nothing(site: Site) -> None:
    site.answers["/"] = (302, {"Location": "/there"}, b"")
    site.answers["/there"] = (200, {}, b"x")
    site.client().fetch(site.url())
    assert site.resolved == ["example.org", "example.org"]


def test_it_follows_three_redirects_and_no_fourth(site: Site) -> None:
    for hop in range(4):
        site.answers[f"/{hop}"] = (302, {"Location": f"/{hop + 1}"}, b"")
    site.answers["/4"] = (200, {}, b"there")
    assert site.client().fetch(site.url("/1")) == b"there"
    assert refusal(site, "/0") == "fetch.redirects"


def test_it_judges_where_a_redirect_leads(site: Site) -> None:
    site.answers["/"] = (302, {"Location": "https://inside.example.org/"}, b"")
    inner = {"example.org": "127.0.0.1", "inside.example.org": "10.0.0.1"}
    client = site.client(resolve=lambda host, _port: [inner[host]], is_inner=lambda address: address == "10.0.0.1")
    with pytest.raises(GuildmarkError) as error:
        client.fetch(site.url())
    assert error.value.faults[0].code == "fetch.inner_address"


def test_it_follows_no_redirect_out_of_https(site: Site) -> None:
    site.answers["/"] = (302, {"Location": "http://example.org/"}, b"")
    assert refusal(site, "/") == "fetch.not_https"


@pytest.mark.parametrize("location", ["https://[", "https://[x]/", "//[::1"])
def test_it_follows_no_redirect_to_what_is_no_address(site: Site, location: str) -> None:
    site.answers["/"] = (302, {"Location": location}, b"")
    assert refusal(site, "/") == "fetch.address"


def test_it_takes_no_more_than_the_limit(site: Site) -> None:
    site.answers["/"] = (200, {}, b"x" * 101)
    assert refusal(site, "/", FetchLimits(bytes=100)) == "fetch.too_large"
    assert site.client(FetchLimits(bytes=101)).fetch(site.url()) == b"x" * 101


def test_it_cuts_an_answer_that_never_ends(site: Site) -> None:
    site.answers["/never"] = (200, {}, b"a little, and then")
    assert refusal(site, "/never", FetchLimits(seconds=0.2)) == "fetch.timeout"


def test_a_name_that_is_looked_up_for_ever_ends_at_the_limit(site: Site) -> None:
    def for_ever(_host: str, _port: int) -> list[str]:
        site.let_go.wait(60)
        return ["127.0.0.1"]

    limits = FetchLimits(seconds=0.2)
    assert said_by(site.client(limits, resolve=for_ever), site.url()) == ("fetch.timeout", "took too long to answer.")


def test_what_is_fetched_for_one_record_shares_its_time(site: Site) -> None:
    site.answers["/"] = (200, {}, b"here")
    assert site.client().together()(site.url()) == b"here"
    with pytest.raises(GuildmarkError) as error:
        site.client().together(0)(site.url())
    assert error.value.faults[0].code == "fetch.timeout"


def test_a_line_that_was_cut_before_it_stood_is_not_spoken_over(site: Site) -> None:
    # The clock runs out while the other end is still being reached: then nobody must wait for its drips.
    line = _Pinned("example.org", site.port, "127.0.0.1", site.client().tls, 5)
    line.cut()
    with pytest.raises(TimeoutError):
        line.request("GET", "/never")
    line.close()
    assert site.asked == []


def test_it_refuses_an_answer_that_is_not_the_document(site: Site) -> None:
    site.answers["/"] = (404, {}, b"")
    assert refusal(site, "/") == "fetch.status"
    site.answers["/"] = (410, {}, b"")
    assert refusal(site, "/") == "fetch.gone"


def test_it_refuses_compressed_answers_that_could_unpack_to_anything(site: Site) -> None:
    site.answers["/"] = (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b")
    assert refusal(site, "/") == "fetch.compressed"


def said_by(client: HttpsClient, url: str) -> tuple[str, str]:
    with pytest.raises(GuildmarkError) as error:
        client.fetch(url)
    fault = error.value.faults[0]
    return fault.code, fault.sentence.text("en").removeprefix(url).strip()


def test_it_refuses_a_certificate_for_another_name(site: Site) -> None:
    code, sentence = said_by(site.client(), f"https://other.example:{site.port}/")
    assert (code, "is not trusted" in sentence) == ("fetch.certificate", True)


def test_it_says_in_its_own_words_that_a_name_leads_nowhere(site: Site) -> None:
    def nowhere(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    assert said_by(site.client(resolve=nowhere), "https://gone.example/") == (
        "fetch.unknown_host",
        "could not be found: its name leads to no computer now.",
    )


def test_it_says_in_its_own_words_that_nobody_answers(site: Site) -> None:
    with socket.socket() as taken:  # bound, and not listening
        taken.bind(("127.0.0.1", 0))
        url = f"https://issuer.example:{taken.getsockname()[1]}/"
        assert said_by(site.client(), url) == ("fetch.unreachable", "takes no connection.")


def test_it_says_in_its_own_words_that_the_other_end_speaks_no_tls(site: Site) -> None:
    def plain(server: socket.socket) -> None:
        with server.accept()[0] as line:
            line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        answering = threading.Thread(target=plain, args=(server,))
        answering.start()
        url = f"https://issuer.example:{server.getsockname()[1]}/"
        assert said_by(site.client(), url)[0] == "fetch.unreachable"
        answering.join()
