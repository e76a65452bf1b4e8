"""A story that is not out yet, sentence by sentence: what the archive and the story itself say of each."""

from __future__ import annotations

from factcheck.drafts.lines import story as story
from factcheck.drafts.within import found as within

__all__ = ["story", "within"]
