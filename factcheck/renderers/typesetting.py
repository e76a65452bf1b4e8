"""WeasyPrint, fenced in: it gets the bundled fonts and is refused everything else. Importing this needs Pango."""

from __future__ import annotations

from typing import Any

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from factcheck.renderers import templates_folder

# Only a name: .invalid exists nowhere (RFC 2606). Relative addresses need a base of a known scheme.
_BASE = "https://factcheck.invalid/"


class BundledOnly(URLFetcher):  # type: ignore[misc]
    """Serves the fonts of the templates folder by name. No network, no file of the reader's, no data address."""

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The font at `url`; FatalURLFetchingError, which ends the run, for anything else."""
        name = url.removeprefix(_BASE)
        if name == url or name not in _bundled():
            raise FatalURLFetchingError(f"the brief asked for {url!r}, which is none of its own files")
        return URLFetcherResponse(url, templates_folder.data(name), {"Content-Type": "font/ttf"})


def _bundled() -> tuple[str, ...]:
    return tuple(f"fonts/{path.name}" for path in sorted((templates_folder.folder() / "fonts").glob("*.ttf")))


def typeset(markup: str, identifier: str) -> bytes:
    """The PDF of `markup`. The identifier is given, since WeasyPrint would draw one from the clock."""
    document = weasyprint.HTML(string=markup, base_url=_BASE, url_fetcher=BundledOnly())
    try:
        made: bytes = document.write_pdf(
            pdf_identifier=identifier.encode("ascii"), pdf_tags=True, font_config=FontConfiguration()
        )
    except FatalURLFetchingError as refused:
        # It derives from BaseException; as it is, it would end the whole command and not only this format.
        raise RuntimeError(str(refused)) from refused
    return made
