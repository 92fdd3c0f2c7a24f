"""Commands and options whose help is said in the reader's language, and the options that several share."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, TypeVar

import click

from guildmark.cli.voice import Voice, locale_language
from guildmark.words import LANGUAGES, Sentence, say

F = TypeVar("F", bound=Callable[..., Any])
_CLICKS_OWN = {"--help": say("Show this text."), "--version": say("Show the version.")}


def language_of(ctx: click.Context) -> str:
    """The language of this run; the locale's where help is asked for without a run."""
    return ctx.obj.language if isinstance(ctx.obj, Voice) else locale_language(os.environ)


class OptionWithSentence(click.Option):
    """An option whose help is a sentence."""

    def __init__(self, *args: Any, about: Sentence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the reader's language."""
        self.help = self.about.text(language_of(ctx))
        return super().get_help_record(ctx)


class _WithSentences(click.Command):
    """What commands and the group share: help as a sentence, headings in the reader's language."""

    def __init__(self, *args: Any, about: Sentence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.about.text(language_of(ctx)))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How the command is called."""
        prefix = say("Usage:").text(language_of(ctx))
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), f"{prefix} ")

    def write_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options below their heading."""
        for parameter in self.get_params(ctx):
            if isinstance(parameter, click.Option) and parameter.opts[0] in _CLICKS_OWN:
                parameter.help = _CLICKS_OWN[parameter.opts[0]].text(language_of(ctx))
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        records = [record for one in options if (record := one.get_help_record(ctx)) is not None]
        if records:
            with formatter.section(say("Options").text(language_of(ctx))):
                formatter.write_dl(records)


class CommandWithSentences(_WithSentences):
    """One command."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options."""
        self.write_options(ctx, formatter)


class GroupWithSentences(_WithSentences, click.Group):
    """The group of all commands, each in a module that is imported when it is asked for."""

    def __init__(self, *args: Any, modules: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.modules = modules

    def get_command(self, ctx: click.Context, cmd_name: str) -> CommandWithSentences | None:
        """The command of this name: a signature should not wait for the rooms that draw maps."""
        if cmd_name not in self.modules:
            return None
        command: CommandWithSentences = import_module(self.modules[cmd_name]).command
        return command

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which they are needed, not of the alphabet."""
        return [name for name, command in self.every_command(ctx).items() if not command.hidden]

    def every_command(self, ctx: click.Context) -> dict[str, CommandWithSentences]:
        """All commands by name, the hidden ones too."""
        return {name: command for name in self.modules if (command := self.get_command(ctx, name))}

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        self.write_options(ctx, formatter)
        rows = [
            (name, command.about.text(language_of(ctx)))
            for name, command in self.every_command(ctx).items()
            if not command.hidden
        ]
        with formatter.section(say("Commands").text(language_of(ctx))):
            formatter.write_dl(rows)


def guildmark_command(
    name: str, about: Sentence, **settings: Any
) -> Callable[[Callable[..., int]], CommandWithSentences]:
    """A command of `guildmark`; its function gets the `Voice` first and returns the exit code."""

    def make(function: Callable[..., int]) -> CommandWithSentences:
        return click.command(name, cls=CommandWithSentences, about=about, **settings)(
            json_option(click.pass_obj(function))
        )

    return make


def option(*names: str, about: Sentence, **settings: Any) -> Callable[[F], F]:
    """An option whose help is a sentence."""
    return click.option(*names, cls=OptionWithSentence, about=about, **settings)


json_option = option(
    "--json", "_json", is_flag=True, expose_value=False, about=say("Answer programs: one JSON document on stdout.")
)
language_option = option(
    "--language",
    "_language",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    about=say("The language of what is made and said; otherwise the locale's."),
)


def output_option(endings: Sequence[str], *, required: bool = False) -> Callable[[F], F]:
    """`-o FILE`, into a folder that exists."""
    return option(
        "-o",
        "--output",
        "output",
        metavar="FILE",
        required=required,
        about=say("Write to this file; the folder must exist. Endings: {endings}.", endings=" ".join(endings))
        if endings
        else say("Write to this file; the folder must exist."),
    )
