"""`factcheck lexicon check`, and packs of one's own in a report: what cannot be merged is told by place."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck import lexicons
from factcheck.cli import lexicon_page, main
from factcheck.lexicons import pack as pack_rules

# A verb that no lexicon has.
PACK = """
[[entry]]
id = "maroon"
sense = "to leave cut off by water"
words = ["maroon", "cut off by water", "leave stranded by water"]
verbs = ["maroon"]
"""

LAYOUT = """
[[entry]]
id = "promotion"
kind = "advert"
match = "starts"
sense = "what praises the paper itself"
words = ["subscribe", "sign up", "join us"]
"""
# A regular expression that is none: only reading finds out.
RULE = '[[rule]]\nmeans = "day"\ngrain = "day"\npattern = "market {weekday}("\n'


def check(folder: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["lexicon", "check", str(folder), *more])


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "events.toml").write_text(PACK, encoding="utf-8")
    return folder


def test_a_sound_pack_is_silent(pack: Path) -> None:
    told = check(pack)
    assert (told.exit_code, told.output) == (0, "")


@pytest.mark.parametrize(
    ("file", "text", "wrong"),
    [
        ("event.toml", PACK, "extends no lexicon: perhaps events?"),
        ("events.toml", PACK.replace("verbs", "verb"), "entry maroon: unknown key `verb`: perhaps verbs?"),
        ("events.toml", PACK.replace("sense", "# sense"), "entry maroon: `sense` is missing"),
        ("events.toml", PACK.replace('"maroon", "cut off by water", ', ""), "1 word: list at least 3"),
        ("events.toml", PACK.replace("[[entry]]", "[[entries]]"), "unknown table `entries`: perhaps entry?"),
        ("events.toml", PACK.replace("[[entry]]", "[entry]"), "`entry` is not [[a list of tables]]"),
        ("events.toml", PACK + PACK, "entry maroon: there is one of that name already"),
        ("events.toml", PACK + "x", "is not TOML: Expected '='"),
        ("events.toml", PACK + 'parent = "water"', "`parent` names 'water', which is no entry: perhaps"),
        (
            "events.toml",
            PACK.replace('["maroon"]', '"maroon"'),
            "entry maroon: `verbs` is a string, not a list of strings",
        ),
        ("events.toml", PACK.replace('["maroon"]', '["Maroon"]'), "`verbs` has “Maroon”: write “maroon”"),
        (
            "events.toml",
            PACK + 'verbs_of = { persom = ["strand"] }',
            "kind 'persom', which no [[kind]] is: perhaps person?",
        ),
        ("events.toml", PACK.replace('maroon"\n', 'besiege"\n', 1), "besiege: there is one of that name already"),
        ("events.toml", "entry = [3]", "entry 1: is no table"),
        ("events.toml", PACK.replace('["maroon", "cut', '[3, "cut'), "entry maroon: `words` is no list of words"),
        ("layout.toml", LAYOUT, "entry promotion: `kind` is 'advert': known are body, boilerplate, caption"),
        ("places.toml", "[countries]\nKorrinia = 3", "countries.Korrinia: is a whole number, not a list of strings"),
        ("periods.toml", RULE, "no article can be read with it"),
    ],
)
def test_what_cannot_be_merged_is_told_by_place(pack: Path, file: str, text: str, wrong: str) -> None:
    (pack / "events.toml").unlink()
    (pack / file).write_text(text, encoding="utf-8")
    result = check(pack)
    assert result.exit_code == 1
    assert wrong in result.output
    assert str(pack if file == "periods.toml" else pack / file) in result.output


def test_clashes_are_shown_and_fail_nothing(pack: Path) -> None:
    (pack / "events.toml").write_text(PACK.replace('verbs = ["maroon"]', 'verbs = ["kill"]'), encoding="utf-8")
    result = check(pack)
    assert result.exit_code == 0
    assert "maroon: “kill” stands in kill too" in result.output


def test_words_of_two_entries_of_the_pack_clash_and_what_is_no_word_does_not(pack: Path) -> None:
    (pack / "events.toml").write_text(PACK + PACK.replace('id = "maroon"', 'id = "strand"'), encoding="utf-8")
    cue = 'id = "rant"\nsense = "to complain"\nwords = ["rant", "fume", "rage"]\ntakes = ["quote"]\n'
    (pack / "cues.toml").write_text(f'[[entry]]\n{cue}certainty = "asserted"\n', encoding="utf-8")
    told = check(pack).output
    assert "strand: “maroon” stands in maroon too (entry.verbs)" in told
    assert "quote" not in told


def test_a_file_with_a_byte_order_mark_is_read_and_one_that_is_no_text_is_told(pack: Path) -> None:
    (pack / "events.toml").write_text(PACK, encoding="utf-8-sig")
    assert check(pack).output == ""
    (pack / "events.toml").write_bytes(b"\xff\xfe")
    assert "events.toml: byte 1 is not UTF-8: save it as UTF-8" in check(pack).output


def test_a_pack_that_is_in_force_is_checked_though_it_is_broken(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "factcheck.toml").write_text('[lexicons]\nown = ["words"]\n', encoding="utf-8")
    (pack / "events.toml").write_text(PACK.replace("sense", "sence"), encoding="utf-8")
    told = check(Path("words"))
    assert told.exit_code == 1
    assert told.output.splitlines() == [
        "words/events.toml: entry maroon: `sense` is missing",
        "words/events.toml: entry maroon: unknown key `sence`: perhaps sense?",
    ]


def test_what_a_pack_changes_over_a_corpus(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name, toll in (("a", 14), ("b", 31)):
        text = f"The river rose on Monday.\n\nThe flood marooned {toll} villagers in Korrin on Monday.\n"
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    told = check(pack, "--over", "corpus", "--as-of", "2031-04-09").output
    assert "a:3: “flood marooned 14 villagers”: a claim only with the pack\n" in told
    assert "conflict" in told.split("Findings\n")[1]
    # Under the settings in force, and with the pack in force already.
    (tmp_path / "factcheck.toml").write_text(
        '[lexicons]\nown = ["words"]\n[checkers]\nfigures = false\n', encoding="utf-8"
    )
    again = check(pack, "--over", "corpus", "--as-of", "2031-04-09").output
    assert "a claim only with the pack" in again
    assert again.split("Findings\n")[1] == "nothing changed\n"


def test_the_senses_are_listed_and_the_page_is_made_from_them() -> None:
    listed = CliRunner().invoke(main, ["lexicon", "senses", "events"]).stdout
    assert "events  entry  kill: " in listed
    page = Path(__file__).resolve().parents[2] / "docs" / "lexicons.md"
    assert CliRunner().invoke(main, ["lexicon", "senses", "--format", "markdown"]).stdout == page.read_text(
        encoding="utf-8"
    )


def test_the_example_on_the_page_is_a_sound_pack(pack: Path) -> None:
    (pack / "events.toml").write_text(lexicon_page.EXAMPLE, encoding="utf-8")
    told = check(pack)
    assert (told.exit_code, told.output) == (0, "")


@pytest.mark.parametrize("name", lexicons.names())
def test_the_rules_for_packs_hold_for_the_programs_own_words(name: str, tmp_path: Path) -> None:
    """Each entry under another name would be a sound pack: else the rules forbid what the code reads."""
    lists = {key: value for key, value in lexicons.general(name).items() if isinstance(value, list)}
    wrong = [
        words for words in pack_rules.wrong_tables(lists, lexicons.general(name)) if "of that name already" not in words
    ]
    assert [words for words in wrong if "list at least" not in words] == []
