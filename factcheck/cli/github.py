"""`--format github`: annotations to standard output, and the step's summary where GitHub Actions asks for one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli import standard_output
from factcheck.problems import UnwritableOutput

if TYPE_CHECKING:
    from factcheck.model import Report
    from factcheck.renderers import Choices

FORMAT = "github"
SUMMARY = "GITHUB_STEP_SUMMARY"  # names the file that a step's summary is added to


def tell(made: Report, choices: Choices) -> None:
    """Print the annotations; add the brief to the step's summary. Raises UnwritableOutput."""
    from factcheck.renderers.formats import github

    standard_output.put(github.commands(made, choices))
    place = os.environ.get(SUMMARY)
    if not place:
        return
    file = Path(place)
    try:
        # Earlier commands of the step wrote into it too, and the limit is the step's.
        taken = file.stat().st_size if file.exists() else 0
        with file.open("ab") as out:
            out.write(github.summary(made, choices, github.SUMMARY_LIMIT - taken))
    except OSError as error:
        raise UnwritableOutput(file, error.strerror or str(error)) from error
