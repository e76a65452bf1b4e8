"""A finding as a reviewer sees it: which words of its passages are marked."""

from __future__ import annotations

import sample

from factcheck.model import Evidence, Finding
from factcheck.renderers import terminal


def test_of_one_utterance_in_two_ways_the_words_that_differ_are_marked() -> None:
    a = sample.side("harbour", 4, "“We shall surely mend the whole dyke,” she said.", "mend the whole dyke")
    b = sample.side("valley", 8, "“We shall mend the dyke,” she told us.", "mend the dyke")
    finding = Finding("f", "quotes", "drift", "medium", "The dyke", (Evidence("e", "drift", "Two ways.", a, b),))
    lines = terminal.whole(sample.flood(), finding, lambda source: (None, "is gone"), 100)
    shown = "\n".join(line.words for line in lines).replace(terminal.OPEN, "[").replace(terminal.CLOSE, "]")
    assert "“We shall [surely] mend the [whole] dyke,” she said." in shown
    assert "“We shall mend the dyke,” she told us." in shown
