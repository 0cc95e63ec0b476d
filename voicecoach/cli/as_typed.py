"""Commands that take their values as they were typed, without a library that converts them.

Typer 0.29 has every value converted by pydantic, given or not, which takes 80 ms of each run: half of it to import it,
half to make a converter for each of forty options. Here nearly all of them are text, lists of text and switches, of
which there is nothing to convert: `option_values` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from voicecoach.cli.messages import bounded

WITHOUT_VALUE = {"--plot": "-"}
"""Options whose value may be left out, which typer can't have, and what it is then."""
_A_VALUE = re.compile(r"-|\S.*\.(?!ya?ml$)[A-Za-z]{1,5}", re.IGNORECASE)
"""What is taken for the value of such an option: `-`, or the name of a file that is no definition."""
_A_WORD = re.compile(r"[^-].*", re.DOTALL)
"""What may have been meant as one, where it can't be anything else."""
_NOTHING_TO_CONVERT = (str, bool, list[str])
_WrongUsage = cast("type[Exception]", typer.BadParameter.__base__)
"""What a command line that can't be read raises; typer has no public name for it."""


class AsTypedCommand(TyperCommand):
    """A command whose text, lists of text and switches are not converted, and some options need no value."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - its type is private to typer
        """Read what was typed; a word too many behind such an option is its value, and what is wrong with that told."""
        typed, meant = with_values(args), with_values(args, _A_WORD)
        try:
            return super().parse_args(ctx, typed)
        except _WrongUsage:
            if typed == meant:
                raise
            ctx.params.clear()
            return super().parse_args(ctx, meant)

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - its type is private to typer
        """What stands on the command line, `--help` included."""
        return _as_typed(super().get_params(ctx))


class AsTypedGroup(TyperGroup):
    """A group of commands whose own options are like those of `AsTypedCommand`, and whose messages are short."""

    def make_context(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - its types are private to typer
        """Read what stands before a command."""
        with _in_few_lines():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """Read the rest, and run the command."""
        with _in_few_lines():
            return super().invoke(ctx)

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - its type is private to typer
        """What stands before a command."""
        return _as_typed(super().get_params(ctx))


@contextmanager
def _in_few_lines() -> Iterator[None]:
    """What is wrong with a command line is told as briefly as all else, however long that line is."""
    try:
        yield
    except _WrongUsage as error:
        if hasattr(error, "message"):
            error.message = bounded(error.message)
        raise


def with_values(args: list[str], a_value: re.Pattern[str] = _A_VALUE) -> list[str]:
    """The arguments with a value at each option that was typed without one; `a_value` is what counts as one."""
    options = args[: args.index("--")] if "--" in args else args
    found = list(args)
    for place, (name, following) in enumerate(pairwise([*options, ""])):
        if name in WITHOUT_VALUE and not a_value.fullmatch(following):
            found[place] = f"{name}={WITHOUT_VALUE[name]}"
    return found


class _AsTyped:
    """Stands where typer looks for what converts a value."""

    @staticmethod
    def coerce(value: Any, **_: Any) -> Any:  # noqa: ANN401 - whatever was typed
        return value


def _as_typed(params: list[Any]) -> list[Any]:
    """Give parameters of simple types nothing to convert with; another version of typer has no use for it."""
    for param in params:
        described = getattr(param, "type_descriptor", None)
        if getattr(described, "annotation", None) in _NOTHING_TO_CONVERT:
            param.get_runtime_param = _AsTyped
    return params
