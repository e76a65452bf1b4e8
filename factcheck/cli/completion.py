"""`factcheck completion`: the script that lets a shell complete commands, options and names; and what it completes."""

from __future__ import annotations

from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem, get_completion_class

from factcheck.cli import standard_output

PROGRAM = "factcheck"
VARIABLE = "_FACTCHECK_COMPLETE"
SHELLS = ("bash", "zsh", "fish")


@click.command(short_help="Print a shell's completion script.")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> int:
    """Print the script that makes SHELL complete what you type after factcheck.

    \b
    bash, in ~/.bashrc:                eval "$(factcheck completion bash)"
    zsh, in ~/.zshrc after compinit:   eval "$(factcheck completion zsh)"
    fish:  factcheck completion fish > ~/.config/fish/completions/factcheck.fish
    """
    made = get_completion_class(shell)
    assert made is not None
    told = made(context.find_root().command, {}, PROGRAM, VARIABLE)
    # Not `source()`, which for bash asks the shell of this machine for its version: the script may be for another one.
    standard_output.put([told.source_template % told.source_vars()])
    return 0


def explained(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What `explain` can explain: checkers, or the findings of the report that is named before it."""
    return [item for item in _explained(context) if item.value.startswith(incomplete)]


def _explained(context: click.Context) -> Iterator[CompletionItem]:
    from factcheck.problems import Problem

    file = context.params.get("file")
    if file is None:
        from factcheck.checkers import all_checkers
        from factcheck.renderers.documentation import finds

        yield from (CompletionItem(name, help=finds(made)) for name, made in all_checkers().items())
        return
    from factcheck.baseline import saved
    from factcheck.renderers.characters import one_line

    try:
        report = saved.report(file)
    except Problem:
        return  # a shell that completes has nowhere to say what is wrong with a file; the command itself says it
    yield from (CompletionItem(finding.id, help=one_line(finding.title)) for finding in report.findings)
