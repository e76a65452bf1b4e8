"""`--config FILE`, the same for every command, before its name or behind it; and the settings it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from factcheck import lexicons
from factcheck.cli.settings import configuration

_HELP = "File of settings.  [default: factcheck.toml, else [tool.factcheck] in pyproject.toml]"


def add(group: click.Group) -> None:
    """`--config` for the group, which remembers it, and for each command below, which reads the settings."""
    group.params.append(_option(lambda context, _, file: context.meta.update({__name__: file})))
    for command in _leaves(group):
        command.params.append(_option(_settle))


def _leaves(group: click.Group) -> Iterator[click.Command]:
    for command in group.commands.values():
        if isinstance(command, click.Group):
            yield from _leaves(command)
        else:
            yield command


def _option(callback: object) -> click.Option:
    # Eager: what the file says must be known before the other options look for their defaults.
    return click.Option(["--config", "file_of_settings"], metavar="FILE", type=click.Path(path_type=Path), help=_HELP,
                        is_eager=True, expose_value=False, callback=callback)  # type: ignore[arg-type]  # fmt: skip


def _settle(context: click.Context, _: click.Parameter, file: Path | None) -> None:
    if context.resilient_parsing:
        return
    found = configuration.find(file or context.meta.get(__name__), Path())
    context.obj = found
    context.default_map = found.defaults(context.info_name or "")
    if context.command_path.endswith("lexicon check"):  # which tells all that is wrong, and reads in other processes
        lexicons.choose(replace(found.packs, own=()))
        return
    configuration.require_sound_packs(found)
    lexicons.choose(found.packs)
