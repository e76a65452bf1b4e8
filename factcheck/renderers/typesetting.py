"""WeasyPrint, fenced in: it gets the bundled fonts and is refused everything else. Importing this needs Pango."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from factcheck.renderers.templates_folder import BUNDLED, Templates

# Only a name: .invalid exists nowhere (RFC 2606). Relative addresses need a base of a known scheme.
_BASE = "https://factcheck.invalid/"


class TooManyPages(Exception):
    """What was laid out is longer than was asked for, and has not been drawn."""

    def __init__(self, pages: int) -> None:
        super().__init__(f"{pages} pages")
        self.pages = pages


class BundledOnly(URLFetcher):  # type: ignore[misc]
    """Serves the fonts of the templates folder by name. No network, no file of the reader's, no data address."""

    def __init__(self, templates: Templates = BUNDLED) -> None:
        super().__init__()
        self.templates = templates

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The font at `url`; FatalURLFetchingError, which ends the run, for anything else."""
        name = url.removeprefix(_BASE)
        if name == url or name not in self.templates.fonts():
            raise FatalURLFetchingError(f"the brief asked for {url!r}, which is none of its own files")
        return URLFetcherResponse(url, self.templates.data(name), {"Content-Type": "font/ttf"})


def attachment(name: str, contents: bytes, description: str, day: date) -> weasyprint.Attachment:
    """A file to carry along, dated by the report's day: the clock's would make every PDF another."""
    when = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return weasyprint.Attachment(
        string=contents, name=name, description=description, created=when, modified=when, relationship="Data"
    )


def typeset(
    markup: str,
    identifier: str,
    templates: Templates = BUNDLED,
    attachments: Sequence[weasyprint.Attachment] = (),
    most_pages: int | None = None,
) -> bytes:
    """The PDF of `markup`; TooManyPages if it is longer than `most_pages`.

    The identifier is given, since WeasyPrint would draw one from the clock.
    """
    document = weasyprint.HTML(string=markup, base_url=_BASE, url_fetcher=BundledOnly(templates))
    options = {
        "pdf_identifier": identifier.encode("ascii"),
        "pdf_tags": True,
        "attachments": list(attachments),
    }
    try:
        with _uncollected():
            laid = document.render(font_config=FontConfiguration(), **options)
            if most_pages is not None and len(laid.pages) > most_pages:
                raise TooManyPages(len(laid.pages))
            made: bytes = laid.write_pdf(**options)
    except FatalURLFetchingError as refused:
        # It derives from BaseException; as it is, it would end the whole command and not only this format.
        raise RuntimeError(str(refused)) from refused
    return made


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cyclic garbage: a document's boxes all live until it is written, so that a tenth of the time
    would go into looking through them for nothing.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
