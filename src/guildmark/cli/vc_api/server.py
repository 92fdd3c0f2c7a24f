"""The door's HTTP: bounded bodies, JSON alone, this machine's names alone, one thread a connection."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from guildmark.cli.vc_api.certificate import self_signed
from guildmark.cli.vc_api.door import Answer, Door
from guildmark.cli.vc_api.problems import MALFORMED, PARSING, ProblemError, problem, refused
from guildmark.credentials.bounded import read_object
from guildmark.errors import GuildmarkError

JsonObject = dict[str, Any]
_SECONDS = 30
_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


class Server:
    """One listening port; a context manager that serves inside its block."""

    def __init__(self, door: Door, host: str, port: int, *, secured: bool) -> None:
        """`port` 0 takes any free one; OSError where the port is taken."""
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        server_class = type("_Listener", (_Listener,), {"address_family": family})
        self._server: ThreadingHTTPServer = server_class((host, port), _handler(door))
        if secured:
            # The handshake happens in the connection's own thread, so that a silent caller keeps nobody waiting.
            self._server.socket = self_signed().wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self._server.server_address[1])

    def __enter__(self) -> Server:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller who hangs up or speaks no TLS is no news."""


def _handler(door: Door) -> type[BaseHTTPRequestHandler]:
    posts: dict[str, Callable[[JsonObject], Answer]] = {
        "/credentials/issue": door.issue,
        "/credentials/verify": door.verify_credential,
        "/credentials/verify?checks=proof": door.verify_proof,
        "/presentations/verify": door.verify_presentation,
        "/challenges": door.new_challenge,
        "/credentials/status": door.set_status,
        "/status-lists": door.new_list,
    }

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version, sys_version = "Guildmark", ""
        timeout = _SECONDS

        def do_POST(self) -> None:
            try:
                answer = self._posted()
            except ProblemError as refusal:
                self._refuse(refusal)
            except GuildmarkError as error:
                self._refuse(refused(error, kind=PARSING))
            except Exception as error:  # a fault of ours: the caller is told, and the door stays open
                self._refuse(ProblemError(500, [problem("about:blank", "unexpected", type(error).__name__)]))
            else:
                self._send(*answer)

        def do_GET(self) -> None:
            found = None
            if self._is_for_us():
                found = door.about() if self.path == "/" else door.published_list(self.path)
            if found is None:
                self._refuse(ProblemError(404, [problem(MALFORMED, "not found")]))
            else:
                self._send(200, found)

        def _posted(self) -> Answer:
            act = posts.get(self.path)
            length = self.headers.get("Content-Length", "0")
            if not length.isascii() or not length.isdigit() or int(length[:12]) > door.limits.bytes:
                self.close_connection = True
                raise ProblemError(413, [problem(PARSING, "too large", f"at most {door.limits.bytes} bytes")])
            if "Transfer-Encoding" in self.headers:
                self.close_connection = True
                raise ProblemError(411, [problem(PARSING, "length required")])
            data = self.rfile.read(int(length))
            if act is None or not self._is_for_us():
                raise ProblemError(404, [problem(MALFORMED, "not found")])
            if not data and act == door.new_challenge:
                return act({})
            # A page in a browser cannot send this type to another origin without asking first.
            if self.headers.get_content_type() != "application/json":
                raise ProblemError(415, [problem(PARSING, "application/json is needed")])
            return act(read_object(data, limits=door.limits))

        def _is_for_us(self) -> bool:
            """Whether the address names this machine: a stranger's name that leads here is a trick."""
            return self.headers.get("Host", "").rpartition(":")[0] in _NAMES or self.headers.get("Host") in _NAMES

        def _refuse(self, refusal: ProblemError) -> None:
            self._send(refusal.status, refusal.as_json(), "application/problem+json")

        def _send(self, status: int, document: JsonObject, kind: str = "application/json") -> None:
            body = json.dumps(document, ensure_ascii=False).encode("utf-8", "backslashreplace")
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: Any) -> None:
            """Nothing is logged: what is asked may be somebody's record."""

    return Handler
