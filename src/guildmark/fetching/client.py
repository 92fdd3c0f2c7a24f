"""One GET over https: every hop checked, the connection made to the very address that was checked.

openvc-core's: which addresses are inner ones (`addresses.is_inner`), and all that is read in DID documents fetched here
(`credentials.dids`). Python's: looking names up, TLS and its certificates, HTTP. Ours is what neither of them does. The
library's own fetch follows no redirect, of which cli.md allows three, and its deadline begins once the headers are
there, however slowly they drip. So here a name is looked up once a hop, within the time that is left; all its addresses
are judged, and the socket goes to one of those while TLS still asks for the name; at the deadline the line is cut,
whatever it waits for; and what comes is neither compressed nor longer than the limit.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPSConnection
from urllib.parse import SplitResult, urljoin, urlsplit

from guildmark.errors import Fault, GuildmarkError
from guildmark.fetching import addresses
from guildmark.words import Sentence, say

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How long (looking the name up included), how much, and how often sent on.

    As much as a record may have: a full status list in which each record was replaced takes 4 MB.
    """

    seconds: float = 10
    bytes: int = 5_000_000
    redirects: int = 3


FETCH_LIMITS = FetchLimits()
TOGETHER = 30
"""Seconds for all that is fetched for one record while somebody waits."""


@dataclass(frozen=True)
class HttpsClient:
    """Fetches https addresses; `resolve`, `is_inner` and `tls` are there to be replaced in tests."""

    limits: FetchLimits = FETCH_LIMITS
    resolve: Callable[[str, int], list[str]] = addresses.resolve
    is_inner: Callable[[str], bool] = addresses.is_inner
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def fetch(self, url: str) -> bytes:
        """What stands at `url`; raises GuildmarkError with the codes `fetch.*`."""
        return self._fetch(url, time.monotonic() + self.limits.seconds)

    def together(self, seconds: float = TOGETHER) -> Callable[[str], bytes]:
        """A `fetch` whose calls share so many seconds, from now on: for one record, whatever it names."""
        end = time.monotonic() + seconds
        return lambda url: self._fetch(url, min(end, time.monotonic() + self.limits.seconds))

    def _fetch(self, url: str, deadline: float) -> bytes:
        for _hop in range(self.limits.redirects + 1):
            answer = self._get(url, deadline)
            if isinstance(answer, bytes):
                return answer
            url = _led_on(url, answer)
        sentence = say("{url} sends on more than {most} times.", url=url[:200], most=self.limits.redirects)
        raise _refusal("fetch.redirects", sentence, url)

    def _get(self, url: str, deadline: float) -> bytes | str:
        """What stands there, or the address to which it sends on."""
        parts = _checked(url)
        host, port = str(parts.hostname), parts.port or 443
        connection = _Pinned(host, port, self._address(host, port, url, deadline), self.tls, _left(deadline, url))
        # Whatever a server does, drip by drip: at the deadline the line is cut.
        scissors = threading.Timer(_left(deadline, url), connection.cut)
        scissors.start()
        try:
            return self._answer(connection, parts, url)
        except (OSError, HTTPException, ValueError) as error:
            _left(deadline, url)
            raise _unanswered(error, url) from error
        finally:
            scissors.cancel()
            connection.close()

    def _answer(self, connection: _Pinned, parts: SplitResult, url: str) -> bytes | str:
        target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        connection.request("GET", target, headers=_HEADERS)
        with connection.getresponse() as response:
            location = response.getheader("Location")
            if response.status in _REDIRECTS and location:
                return location
            if response.status == 410:
                raise _refusal("fetch.gone", say("{url} was taken away for good.", url=url[:200]), url)
            if response.status != 200:
                sentence = say("{url} answered with the status {status}.", url=url[:200], status=response.status)
                raise _refusal("fetch.status", sentence, url)
            if response.getheader("Content-Encoding", "identity") != "identity":
                sentence = say("{url} answered with compressed data, unasked.", url=url[:200])
                raise _refusal("fetch.compressed", sentence, url)
            read = response.read(self.limits.bytes + 1)
        if len(read) > self.limits.bytes:
            sentence = say("{url} answered with more than {most} bytes.", url=url[:200], most=self.limits.bytes)
            raise _refusal("fetch.too_large", sentence, url)
        if connection.was_cut:
            raise TimeoutError
        return read

    def _address(self, host: str, port: int, url: str, deadline: float) -> str:
        try:
            found = _within(_left(deadline, url), lambda: self.resolve(host, port))
        except TimeoutError as error:
            raise _unanswered(error, url) from error
        except (OSError, ValueError) as error:
            sentence = say("{url} could not be found: its name leads to no computer now.", url=url[:200])
            raise _refusal("fetch.unknown_host", sentence, url) from error
        # One inner address is enough to refuse the name: the next answer could be that one.
        if not found or any(self.is_inner(address) for address in found):
            sentence = say("{url} points to an inner address, which is never fetched.", url=url[:200])
            raise _refusal("fetch.inner_address", sentence, url)
        return found[0]


def fetch(url: str) -> bytes:
    """What stands at an https address, under the usual limits; raises GuildmarkError with the codes `fetch.*`."""
    return HttpsClient().fetch(url)


_HEADERS = {
    "Accept": (
        "application/did+json, application/did+ld+json, application/vc, application/statuslist+jwt,"
        " application/json;q=0.9, */*;q=0.1"
    ),
    "Accept-Encoding": "identity",
    "User-Agent": "guildmark",
}


class _Pinned(HTTPSConnection):
    """A connection to one checked IP address, with TLS for the host's name."""

    def __init__(self, host: str, port: int, address: str, tls: ssl.SSLContext, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds, context=tls)
        self._address, self._tls = address, tls
        self._line: ssl.SSLSocket | None = None
        self.was_cut = False

    def connect(self) -> None:
        """Connect to the address that was checked; the name is not looked up again."""
        plain = socket.create_connection((self._address, self.port), self.timeout)
        # The line is there to be cut before anything is said over it, however slowly the other end shakes hands.
        self._line = self.sock = self._tls.wrap_socket(plain, server_hostname=self.host, do_handshake_on_connect=False)
        if self.was_cut:
            raise TimeoutError
        self._line.do_handshake()

    def close(self) -> None:
        """Close the connection and its line, which http.client hands on to the answer and forgets."""
        super().close()
        if self._line is not None:
            self._line.close()

    def cut(self) -> None:
        """End the connection from another thread: whoever reads from it sees its end."""
        self.was_cut = True
        if self._line is not None:
            with suppress(OSError):
                # Not SSLSocket's own, which takes the object away from under the reader.
                socket.socket.shutdown(self._line, socket.SHUT_RDWR)


def _led_on(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise _refusal("fetch.address", _no_address(location), location) from error


def _no_address(found: str) -> Sentence:
    return say("“{found}” is not an address that can be fetched.", found=found[:200])


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        usable = url.isascii() and url.isprintable() and " " not in url and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.username is not None or len(url) > 2_000:
        raise _refusal("fetch.address", _no_address(url), url)
    if parts.scheme != "https":
        raise _refusal("fetch.not_https", say("{url} is not https, and nothing else is fetched.", url=url[:200]), url)
    return parts


def _within(seconds: float, work: Callable[[], list[str]]) -> list[str]:
    """What `work` gives within that time; TimeoutError later. The system's own look-up knows no limit.

    It goes on in a thread of its own, which keeps nobody from ending.
    """
    answers: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            answers.put(work())
        except Exception as error:  # whatever it is, the caller raises it
            answers.put(error)

    threading.Thread(target=look_up, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty as error:
        raise TimeoutError from error
    if isinstance(answer, Exception):
        raise answer
    return answer


def _left(deadline: float, url: str) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _refusal("fetch.timeout", say("{url} took too long to answer.", url=url[:200]), url)
    return left


def _unanswered(error: Exception, url: str) -> GuildmarkError:
    """Why nothing came, in our words: the system's are in its own language and speak to engineers."""
    address = url[:200]
    match error:
        case ssl.SSLCertVerificationError():
            sentence = say("The certificate of {url} is not trusted, so its answer was not read.", url=address)
            return _refusal("fetch.certificate", sentence, url)
        case ssl.SSLError():
            return _refusal("fetch.unreachable", say("{url} did not agree on a safe connection.", url=address), url)
        case TimeoutError():
            return _refusal("fetch.timeout", say("{url} took too long to answer.", url=address), url)
        case ConnectionRefusedError():
            return _refusal("fetch.unreachable", say("{url} takes no connection.", url=address), url)
        case OSError():
            return _refusal("fetch.unreachable", say("{url} did not answer.", url=address), url)
    return _refusal("fetch.unreachable", say("{url} gave an answer that cannot be read.", url=address), url)


def _refusal(code: str, sentence: Sentence, url: str) -> GuildmarkError:
    return GuildmarkError(Fault(code, sentence, found=url[:200]))
