"""The command itself: it says where it answers, answers there, and stops when it is told to."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_it_answers_where_it_says_until_it_is_stopped() -> None:
    http, https = free_port(), free_port()
    program = str(Path(sys.executable).with_name("guildmark"))
    command = [program, "serve", "--vc-api", "--port", str(http), "--https-port", str(https)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert f"http://127.0.0.1:{http}/" in process.stderr.readline()
        assert f"https://127.0.0.1:{https}/" in process.stderr.readline()
        answer = httpx.get(f"http://127.0.0.1:{http}/", trust_env=False)
        assert set(answer.json()["issuers"]) >= {"eddsa-rdfc-2022", "eddsa-jcs-2022", "vc-jwt"}
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 0
