"""A newsroom's own templates: its files win, in a sandbox, over the view model; what is wrong with them is said."""

from __future__ import annotations

from pathlib import Path

import pytest
import sample

from factcheck.problems import BadTemplate
from factcheck.renderers import templates_folder
from factcheck.renderers.choices import Choices
from factcheck.renderers.formats import html
from factcheck.renderers.view import described

DOCUMENTED = Path(__file__).resolve().parents[2] / "docs" / "templates.md"


def made(folder: Path, **files: str) -> str:
    for name, text in files.items():
        path = folder / {"page": "brief.html.j2", "css": "brief.css", "method": "parts/method.html.j2"}[name]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return html.render(sample.flood(), Choices(templates=folder)).decode("utf-8")


def test_one_part_may_be_replaced(tmp_path: Path) -> None:
    text = made(tmp_path, method="<p>Ask {{ brief.method[0][1] }} <b>{{ brief.title }}</b></p>")
    assert "<p>Ask factcheck 0.1.0 <b>Flood on the Arl</b></p>" in text
    assert "Who said what, when" in text
    assert "What it can miss" not in text


def test_the_stylesheet_may_be_replaced_and_keeps_the_fonts(tmp_path: Path) -> None:
    own = templates_folder.BUNDLED.text("brief.css").replace("--paper:#ffffff", "--paper:#fffff0")
    text = made(tmp_path, css=own)
    assert "--paper:#fffff0" in text
    assert text.count("data:font/woff2;base64,") == 5


def test_values_are_escaped_in_own_templates(tmp_path: Path) -> None:
    (tmp_path / "brief.html.j2").write_text("{{ brief.title }}", encoding="utf-8")
    text = html.render(sample.hostile(), Choices(templates=tmp_path)).decode("utf-8")
    assert text.startswith("&lt;script&gt;")


@pytest.mark.parametrize(
    "page",
    [
        "{{ brief.__class__ }}",
        "{{ brief.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{% for x in brief.matters %}{{ x.__dict__ }}{% endfor %}",
        "{{ brief.unheard_of }}",
        "{% if %}",
        "{% include '../../etc/passwd' %}",
        "{{ 1 / 0 }}",
        "{{ range(10000000) | list }}",
    ],
)
def test_what_a_template_may_not_do_is_a_problem(tmp_path: Path, page: str) -> None:
    with pytest.raises(BadTemplate, match="do not work"):
        made(tmp_path, page=page)


def test_the_view_model_is_documented() -> None:
    assert DOCUMENTED.read_text(encoding="utf-8") == described.page(), "make docs"
    names = [kind.__name__ for kind in described.kinds()]
    assert len(names) == len(set(names)) > 20
    assert [
        kind.__name__ for kind in described.kinds() if not kind.__doc__ or kind.__doc__.startswith(kind.__name__)
    ] == []
