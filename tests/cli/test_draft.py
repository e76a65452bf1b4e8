"""`factcheck draft`: comments by line, a brief in a folder of its own, and the archive's own quarrels left aside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main

STORY = """Korrin after the flood

The flood in Korrin killed 20 people on Monday, the county said.

“We will pay for every house,” said mayor Ilse Brandvold.

Some 5,000 people marched through Lindau on Sunday.
"""
ARCHIVE = {
    "harbour.txt": "The flood in Korrin killed 14 people on Monday, the police said.\n",
    "valley.txt": "The flood in Korrin killed 31 people on Monday, the rescue service said.\n",
    "coast.txt": "“We will pay for every house,” said mayor Ilse Brandvold.\n",
}
FERRY = {
    "gull.txt": """Ferry aground off Tarn

TARN, 3 May 2031 — At least 12 people were hurt when the ferry ran aground off Tarn on Friday, the coast guard said.

“We were never warned that the rocks had shifted,” said Runa Aske, the harbour master.
""",
    "tern.txt": """Tarn ferry: more hurt

TARN, 5 May 2031 — The ferry accident off Tarn hurt 19 people on Friday, the coast guard said on Sunday.

Harbour master Runa Aske said the pilots had asked for new charts in winter.
""",
}


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    archive(ARCHIVE)
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return Path("story.txt")


def archive(texts: dict[str, str], folder: str = "archive") -> None:
    Path(folder).mkdir(exist_ok=True)
    for name, text in texts.items():
        Path(folder, name).write_text(text, encoding="utf-8")


def draft(story: Path | str, *more: str, against: str = "archive", text: str | None = None) -> Result:
    arguments = ["draft", str(story), "--against", against, "--as-of", "2031-04-09", *more]
    return CliRunner().invoke(main, arguments, input=text)


def comments(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, texts: dict[str, str] = FERRY) -> list[str]:
    """What is said of a story against an archive."""
    monkeypatch.chdir(tmp_path)
    archive(texts)
    Path("story.txt").write_text(text, encoding="utf-8")
    result = draft("story.txt", "--no-brief", "-q")
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    return result.stdout.splitlines()


def report_of(folder: str) -> Any:
    return json.loads(Path(folder, "report.json").read_bytes())


def test_each_claim_is_contradicted_told_again_or_not_known(story: Path) -> None:
    result = draft(story, "--format", "json")
    assert result.exit_code == 0, result.output
    said = [line.split(": ", 2)[:2] for line in result.stdout.splitlines()]
    assert said == [
        ["story.txt:3", "conflict"],
        ["story.txt:3", "figures"],
        ["story.txt:5", "agree"],
        ["story.txt:7", "not known"],
    ]
    report = report_of("reports/draft-story")
    sides = [{item["a"]["source"], item["b"]["source"]} for f in report["findings"] for item in f["evidence"]]
    assert all("story" in pair for pair in sides)
    assert (
        "3 sentences of the story read: 1 in conflict, 1 told again, 1 tied to nothing in the archive" in result.stderr
    )


def test_the_report_has_the_story_sentence_by_sentence_as_its_schema_says(story: Path) -> None:
    draft(story, "--format", "json", "-o", "out")
    report = report_of("out")
    schema = Path(__file__).resolve().parents[2] / "factcheck" / "report.schema.json"
    jsonschema.Draft202012Validator(json.loads(schema.read_bytes())).validate(report)
    assert [(item["line"], item["standing"]) for item in report["story"]["sentences"]] == [
        (3, "conflict"),
        (5, "agree"),
        (7, "unknown"),
    ]
    known = {finding["id"] for finding in report["findings"]}
    notes = [note for sentence in report["story"]["sentences"] for note in sentence["notes"]]
    assert {note["finding"] for note in notes} - {None} <= known
    for sentence in report["story"]["sentences"]:
        assert STORY[sentence["start"] : sentence["end"]] == sentence["text"]


def test_a_figure_stands_beside_all_that_the_archive_gives_by_day_and_none_is_called_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "TARN, 9 May 2031 — The ferry accident off Tarn hurt 45 people on Friday, 2 May, the coast guard said.\n"
    said = comments(text, tmp_path, monkeypatch)
    (figures,) = [line for line in said if ": figures: " in line]
    assert "at least 12 at the lowest and 19 at the highest" in figures
    first, last = figures.index("gull.txt:3, 3 May 2031"), figures.index("tern.txt:3, 5 May 2031")
    assert first < figures.index("latest 19") < last
    assert "the story’s 45 is none of these" in figures
    assert "right" not in figures


RAIDS = {
    "monday.txt": """Oster depot fire kills four

OSTER, 2 June 2031 — A fire in the Brage depot in Oster killed four people on Monday, the fire service said.

The depot belongs to Kvam Freight, whose director is Liv Tronstad.
""",
    "friday.txt": """Toll of Brage depot fire rises to seven

OSTER, 6 June 2031 — The death toll from the fire in the Brage depot rose to 7 on Friday, the fire service said.

Kvam Freight closed 12 halls for 30 days. The repair would cost 18 million crowns, Liv Tronstad said.
""",
    "winter.txt": """Oster bus crash kills 19

OSTER, 9 December 2030 — A bus that left the road in Oster killed 19 people on Sunday, the police said.
""",
    "war.txt": """Oster remembers

OSTER, 1 May 2031 — The war killed more than 40,000 people in Oster and beyond, the museum said.
""",
}
DEPOT = """Brage depot opens again

OSTER, 20 June 2031 — Kvam Freight opens the Brage depot on Saturday, said Liv Tronstad.

The fire in the Brage depot in Oster killed nine people on 2 June, the fire service said.

Kvam Freight closed 12 halls for 30 days. The repair costs 18 million crowns.
"""


def test_figures_of_another_day_or_place_are_not_told_as_the_same_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = comments(DEPOT, tmp_path, monkeypatch, RAIDS)
    (figures,) = [line for line in said if ":5: figures: " in line]
    assert "gives 4 to 7: 4, the fire service (monday.txt:3" in figures
    assert "latest 7" in figures
    assert "above all of these" in figures
    assert "winter.txt" not in figures
    assert "war.txt" not in figures


def test_bounds_are_told_so_that_one_reads_which_is_which(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raids = RAIDS | {"monday.txt": RAIDS["monday.txt"].replace("killed four people", "killed at least four people")}
    (figures,) = [line for line in comments(DEPOT, tmp_path, monkeypatch, raids) if ":5: figures: " in line]
    assert "gives at least 4 at the lowest and 7 at the highest: at least 4, " in figures


def test_a_figure_that_the_archive_has_is_not_called_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = comments(DEPOT, tmp_path, monkeypatch, RAIDS)
    assert [line for line in said if "not known" in line] == []
    assert "story.txt:7: figures: “18 million crowns”: the same figure is in friday.txt:5, 6 June 2031." in said
    other = comments(DEPOT.replace("30 days", "44 days"), tmp_path, monkeypatch, RAIDS)
    assert [line for line in other if "no figure like “44 days”." in line] != []


def test_a_quotation_is_told_with_where_it_was_printed_and_how_the_words_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "“We were never told that the rocks had shifted,” said Runa Aske, the harbour master.\n"
    (said,) = comments(text, tmp_path, monkeypatch)
    assert said.startswith(
        "story.txt:1: drift: the words of Runa Aske are printed in gull.txt:5, 3 May 2031, as “We were"
    )
    assert "“told” against “warned”" in said


def test_a_quotation_that_was_printed_as_reported_speech_is_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "“The pilots asked for new charts last winter,” said Runa Aske, the harbour master.\n"
    said = comments(text, tmp_path, monkeypatch)
    assert [line.split(": ")[1] for line in said] == ["quotation"]
    assert "told as reported speech in tern.txt:5, 5 May 2031: “Harbour master Runa Aske said" in said[0]


def test_a_speaker_of_whom_the_archive_has_other_words_or_none_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        "“Nobody sails on Sundays in this town,” said Runa Aske, the harbour master.\n\n"
        "“The tide forgives nobody,” said Odd Merk, a fisherman.\n"
    )
    one, other = comments(text, tmp_path, monkeypatch)
    assert "of Runa Aske it has other words, first “We were never warned" in one
    assert other == "story.txt:3: not known: the archive does not have this quotation: it quotes nothing of Odd Merk."


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            "Tarn ferry: 23 dead\n\nThe ferry accident off Tarn killed 15 people on Friday, the coast guard said.\n",
            3,
            "The headline has 23 dead, and the text 15 people killed",
        ),
        (
            "Ferry hearing\n\nTARN, 12 May 2031 — The inquiry reopened on Monday, 13 May.\n",
            3,
            "The story has “Monday, 13 May”, but 13 May 2031 is a Tuesday",
        ),
        (
            "Tarn\n\nThree sailors died in the ferry accident off Tarn in May, the hospital said.\n\n"
            "Four sailors died in the ferry accident off Tarn in May, the hospital said.\n",
            5,
            "The story gives 3 sailors died (line 3) and 4 sailors died (line 5)",
        ),
        (
            "Tarn\n\nA total of 40 boats were destroyed: 15 in Tarn, 18 in Vik and 12 in Sell, the county said.\n",
            3,
            "come to 45",
        ),
    ],
)
def test_what_a_story_is_at_odds_with_itself_about(
    text: str, line: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = comments(text, tmp_path, monkeypatch, {"other.txt": "The library opens in June, the mayor said.\n"})
    assert [item for item in said if item.startswith(f"story.txt:{line}: ") and words in item] != [], said


@pytest.mark.parametrize(
    "text",
    [
        "Tarn: 15 dead\n\nThe ferry accident off Tarn killed 15 people on Friday, the coast guard said.\n",
        "Tarn\n\nThe ferry accident off Tarn hurt 15 people. Another four people were hurt in Vik on Sunday.\n",
        "TARN, 12 May 2031 — The inquiry reopened on Tuesday, 13 May.\n",
        "Tarn\n\nThree sailors died off Tarn, the hospital said.\n\nFour sailors died off Tarn, the union said.\n",
    ],
)
def test_a_story_that_fits_together_is_left_alone(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = comments(text, tmp_path, monkeypatch, {"other.txt": "The library opens in June, the mayor said.\n"})
    assert [line for line in said if "The story" in line or "The headline" in line] == []


def test_standard_input_is_a_story_under_the_name_that_it_is_given(story: Path) -> None:
    piped = draft("-", "--name", "desk/story.txt", "--format", "json", text=STORY)
    assert piped.exit_code == 0, piped.output
    assert piped.stdout == draft(story, "--no-brief").stdout.replace("story.txt:", "desk/story.txt:")
    assert Path("reports/draft-story/report.json").exists()
    empty = draft("-", text="")
    assert (empty.exit_code, empty.stderr.count("\n")) == (4, 1)


def test_no_brief_writes_nothing_and_several_archives_are_one(story: Path) -> None:
    archive({"later.txt": "Some 7,000 people marched through Lindau on Sunday, the police said.\n"}, "second")
    result = draft(story, "--against", "second", "--no-brief")
    assert not Path("reports").exists()
    assert "later.txt:1" in result.stdout
    assert "conflict" in result.stdout


def test_a_story_without_a_day_is_of_the_day_of_the_check(story: Path) -> None:
    draft(story, "--format", "json", "-o", "out")
    (own,) = [source for source in report_of("out")["sources"] if source["id"] == "story"]
    assert (own["published"], own["published_from"]) == ("2031-04-09", "check")


def test_what_was_dismissed_is_no_comment_and_fails_nothing(story: Path) -> None:
    draft(story, "--format", "json", "-o", "out")
    update = ["baseline", "update", "out/report.json", "--baseline", "baseline.json"]
    done = CliRunner().invoke(main, [*update, "--who", "Ada", "--why", "settled by telephone"])
    assert done.exit_code == 0, done.output
    result = draft(story, "--no-brief", "--fail-on", "conflict", "--baseline", "baseline.json")
    assert result.exit_code == 0, result.output
    assert "conflict" not in result.stdout


def test_the_brief_leads_with_the_story_in_html_and_markdown(story: Path) -> None:
    assert draft(story, "--format", "html", "--format", "markdown", "-o", "out").exit_code == 0
    page = Path("out/brief.html").read_text(encoding="utf-8")
    assert page.index('id="story"') < page.index('id="in-detail"')
    assert "Draft check" in page
    note = Path("out/brief.md").read_text(encoding="utf-8")
    assert note.startswith("# Korrin after the flood\n")
    assert note.index("## Your story, line by line") < note.index("## 1. Conflict")
    assert "- Line 7: Some 5,000 people marched through Lindau on Sunday" in note


def test_the_brief_goes_into_a_folder_of_its_own_and_over_no_other(story: Path) -> None:
    draft(story, "--format", "json")
    draft(story, "--format", "json")
    assert sorted(path.name for path in Path("reports").iterdir()) == ["draft-story", "draft-story-2"]
    draft(story, "--format", "json", "-o", "mine")
    draft(story, "--format", "json", "-o", "mine")
    assert sorted(path.name for path in Path().glob("mine*")) == ["mine"]


def test_a_draft_that_lies_in_the_archive_is_no_witness_to_itself(story: Path) -> None:
    Path("archive", "story.txt").write_text(STORY, encoding="utf-8")

    Path("archive", "other.txt").write_text(STORY.replace("Lindau", "Malm"), encoding="utf-8")
    again = draft(Path("archive", "story.txt"), "--format", "json", "-o", "out")
    sources = report_of("out")["sources"]
    assert [source["path"] for source in sources].count("story.txt") == 1
    assert again.exit_code == 0


def test_a_conflict_fails_where_asked_and_an_empty_archive_is_told(story: Path) -> None:
    assert draft(story, "--format", "json", "--fail-on", "conflict").exit_code == 1
    assert draft(story, "--format", "json", "--fail-on", "drift").exit_code == 0
    for path in Path("archive").iterdir():
        path.unlink()
    result = draft(story)
    assert result.exit_code == 4
    assert result.stderr.count("\n") == 1
