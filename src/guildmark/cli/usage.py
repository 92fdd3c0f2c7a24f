"""What is wrong with how the command was called, as a fault like any other."""

from __future__ import annotations

import difflib

import click

from guildmark.errors import Fault
from guildmark.words import Listing, say


def usage_fault(error: click.ClickException) -> Fault:
    """The fault that click's exception stands for, in our words wherever we know its kind."""
    match error:
        case click.NoSuchCommand():
            return _no_such_command(error)
        case click.NoSuchOption():
            near = tuple(error.possibilities or ())
            return Fault(
                "usage.option.unknown",
                say("There is no option {option}. Ask with --help.", option=error.option_name),
                found=error.option_name,
                accepted=near,
            )
        case click.MissingParameter():
            name = _parameter(error)
            return Fault("usage.missing", say("{name} is missing. Ask with --help.", name=name), accepted=(name,))
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices))):
            accepted = tuple(str(choice) for choice in choices)
            return Fault(
                "usage.choice",
                say("{name} takes {accepted}.", name=_parameter(error), accepted=Listing.of(accepted, either=True)),
                accepted=accepted,
            )
        case _:
            return Fault("usage", say("The command cannot be read: {reason}", reason=error.format_message()))


def _no_such_command(error: click.NoSuchCommand) -> Fault:
    known = []
    if error.ctx and isinstance(error.ctx.command, click.Group):
        known = error.ctx.command.list_commands(error.ctx)
    near = difflib.get_close_matches(error.command_name, known, n=1)
    if near:
        sentence = say("There is no command {command}. Did you mean {near}?", command=error.command_name, near=near[0])
    else:
        sentence = say(
            "There is no command {command}. There are {known}.", command=error.command_name, known=Listing.of(known)
        )
    return Fault("usage.command.unknown", sentence, found=error.command_name, accepted=tuple(near) or tuple(known))


def _parameter(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return parameter.human_readable_name if parameter else str(error.param_hint or "")
