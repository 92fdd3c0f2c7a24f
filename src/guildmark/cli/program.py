"""The frame of every command: arguments in, one answer and one exit code out, never a traceback.

Exit 0: done, and the answer is good. 1: done, and the answer is bad. 2: could not be done; every
reason is listed and nothing is written (docs/cli.md, "Everywhere").
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from guildmark import __version__
from guildmark.cli.command import GroupWithSentences
from guildmark.cli.usage import usage_fault
from guildmark.cli.voice import Voice
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

_TRACEBACK_VARIABLE = "GUILDMARK_TRACEBACK"


class _ReaderLeft(Exception):  # noqa: N818 -- nothing is wrong
    """Whoever read our standard output has seen enough."""


class Program(GroupWithSentences):
    """The group of all commands, which turns whatever goes wrong into faults and an exit code."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Runs the command named in `args` and exits with 0, 1 or 2; returns the code if not standalone."""
        arguments = list(sys.argv[1:] if args is None else args)
        voice = Voice.heard_in(arguments)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A terminal without a sign for “ä” shows a question mark; it is no reason to stop.
                stream.reconfigure(errors="replace")
        code = self._run(arguments, voice, complete_var)
        if standalone_mode:
            sys.exit(code)
        return code

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a pipe whose reader has left is no bad answer, as click would have it."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as reason:
            raise _ReaderLeft from reason

    def _run(self, arguments: list[str], voice: Voice, complete_var: str | None) -> int:
        try:
            answer = super().main(arguments, "guildmark", complete_var, standalone_mode=False, obj=voice)
            sys.stdout.flush()
            return answer if isinstance(answer, int) else 0
        except GuildmarkError as error:
            voice.refuse(error.faults)
        except click.exceptions.NoArgsIsHelpError as error:
            sys.stderr.write(f"{error.message}\n")
        except click.ClickException as error:
            voice.refuse([usage_fault(error)])
        except (click.Abort, KeyboardInterrupt):
            voice.refuse([Fault("command.stopped", say("Stopped before the end."))])
        except (_ReaderLeft, BrokenPipeError):
            # Whatever is still to be written goes nowhere: a complaint at exit would help nobody.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except Exception as error:  # whatever it is, a person gets a sentence
            if os.environ.get(_TRACEBACK_VARIABLE):
                raise
            voice.refuse([_unexpected(error)])
        return 2


def _unexpected(error: Exception) -> Fault:
    if isinstance(error, OSError) and error.strerror:
        return Fault(
            "command.system",
            say("The system refused: {reason}.", reason=error.strerror),
            found=str(error.filename) if error.filename else None,
        )
    return Fault(
        "command.unexpected",
        say(
            "This is a fault of Guildmark itself ({what}). Please report it, with what {variable}=1 shows in addition.",
            what=type(error).__name__,
            variable=_TRACEBACK_VARIABLE,
        ),
        found=str(error)[:200],
    )


program = Program(
    "guildmark",
    about=say("From a skills gap to a micro-credential that anyone can check."),
    modules={
        "matrix": "guildmark.cli.matrix",
        "context": "guildmark.cli.context",
        "map": "guildmark.cli.map",
        "check": "guildmark.cli.check",
        "keygen": "guildmark.cli.keygen",
        "issue": "guildmark.cli.issue",
        "render": "guildmark.cli.render",
        "verify": "guildmark.cli.verify",
        "disclose": "guildmark.cli.disclose",
        "template": "guildmark.cli.template",
        "schema": "guildmark.cli.schema",
        "serve": "guildmark.cli.serve",
        "status": "guildmark.cli.status",
    },
)
click.version_option(__version__, prog_name="guildmark", message="%(prog)s %(version)s")(program)


def main() -> None:
    """The entry point of the `guildmark` script."""
    # Looking for rubbish among everything that was read costs more than the rubbish of one command.
    gc.set_threshold(100_000, 50, 100)
    program.main()
