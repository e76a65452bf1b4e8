"""Each setting changes what a command does: one test a key, and none is without."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main
from factcheck.cli.settings import setting_keys

TOLL = "The flood in Korrin killed {} people on Monday{}.\n"
CORPUS = """
[[source]]
file = "harbour.txt"
publisher = "Harbour News"
[[source]]
file = "valley.txt"
publisher = "The Valley"
"""
WORDS = """
[[entry]]
id = "maroon"
sense = "to cut off by water"
words = ["maroon", "strand", "cut off"]
verbs = ["maroon"]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one stands in, with a corpus of two papers."""
    monkeypatch.chdir(tmp_path)
    write("corpus/corpus.toml", CORPUS)
    tolls("14", "31")
    return tmp_path


def tolls(harbour: str, valley: str, who: str = "") -> None:
    write("corpus/harbour.txt", f"Korrin after the flood\n\n{TOLL.format(harbour, who)}")
    write("corpus/valley.txt", f"River bursts its banks\n\n{TOLL.format(valley, who)}")


def write(place: str, text: str) -> None:
    path = Path(place)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


def report(settings: str, *more: str, place: str = "reports") -> dict[str, Any]:
    write("factcheck.toml", settings)
    formats = () if "format" in settings else ("--format", "json")
    result = run("report", "corpus", *formats, "--as-of", "2031-04-09", *more)
    assert result.exit_code in (0, 1, 3), result.output
    made: dict[str, Any] = json.loads(Path(place, "report.json").read_bytes())
    return made


def relations(settings: str = "") -> list[str]:
    return [finding["relation"] for finding in report(settings)["findings"]]


def severity(settings: str = "") -> str:
    return str(report(settings)["findings"][0]["severity"])


def left_out(settings: str) -> str:
    return "\n".join(report(settings)["coverage"]["left_out"])


def output() -> None:
    report('[report]\noutput = "out/{date}"\n', place="out/2031-04-09")


def formats() -> None:
    report('[report]\nformat = ["json", "csv"]\n')
    assert sorted(path.name for path in Path("reports").iterdir()) == ["findings.csv", "manifest.json", "report.json"]


def title() -> None:
    assert report('[report]\ntitle = "High water"\n')["title"] == "High water"
    assert report('[report]\ntitle = "High water"\n', "--title", "Low water")["title"] == "Low water"


def baseline() -> None:
    report("")
    assert run("baseline", "update", "reports/report.json", "--why", "known", "--who", "desk").exit_code == 0
    assert report("")["findings"][0]["dismissed"] is None
    assert report('[report]\nbaseline = "baseline.json"\n')["findings"][0]["dismissed"] == "dismissed"


def since() -> None:
    report("", "-o", "before", place="before")
    assert report("")["findings"][0]["since"] is None
    assert report('[report]\nsince = "before/report.json"\n')["findings"][0]["since"] == "known"


def fail_on() -> None:
    for listed, code in (("", 0), ('"conflict"', 1), ('"drift"', 0)):
        write("factcheck.toml", f"[report]\nfail_on = [{listed}]\n")
        assert run("report", "corpus", "--format", "json").exit_code == code


def strict() -> None:
    Path("corpus", "corpus.toml").unlink()
    write("corpus/empty.txt", "")
    for value, more, code in (("false", (), 1), ("true", (), 3), ("true", ("--no-strict",), 1)):
        write("factcheck.toml", f'[report]\nfail_on = ["conflict"]\nstrict = {value}\n')
        assert run("report", "corpus", "--format", "json", *more).exit_code == code


def pages(settings: str) -> bytes:
    write("factcheck.toml", settings)
    assert run("report", "corpus", "--format", "pdf").exit_code == 0
    return Path("reports", "brief.pdf").read_bytes()


def paper() -> None:
    from io import BytesIO

    from pypdf import PdfReader

    sizes = [PdfReader(BytesIO(pages(f'[report]\npaper = "{name}"\n'))).pages[0].mediabox for name in ("A4", "Letter")]
    assert [round(size.height) for size in sizes] == [842, 792]


def attach() -> None:
    from io import BytesIO

    from pypdf import PdfReader

    found = [
        bool(PdfReader(BytesIO(pages(f"[report]\nattach = {value}\n"))).attachments) for value in ("true", "false")
    ]
    assert found == [True, False]


def template() -> None:
    write("ours/brief.html.j2", "<p>House style: {{ brief.title }}</p>")
    write("factcheck.toml", '[report]\ntemplate = "ours"\n')
    assert run("report", "corpus", "--format", "html").exit_code == 0
    assert "House style" in Path("reports", "brief.html").read_text(encoding="utf-8")
    write("story.txt", "Korrin\n\n" + TOLL.format(20, ""))
    assert run("draft", "story.txt", "--against", "corpus", "--format", "html", "-o", "mine").exit_code == 0
    assert "House style" in Path("mine", "brief.html").read_text(encoding="utf-8")


def checkers() -> None:
    assert relations("[checkers]\nfigures = false\n") == []
    assert "checker figures: switched off" in left_out("[checkers]\nfigures = false\n")
    assert "none" in run("compare", TOLL.format(14, ""), TOLL.format(31, "")).stdout
    assert "Switched off (factcheck.toml:2)." in run("explain", "figures").stdout


def severities() -> None:
    assert (severity(), severity('[severity]\nfigures = "low"\n')) == ("high", "low")
    finding = report('[severity]\nfigures = "low"\n')["findings"][0]["id"]
    told = run("explain", finding, "--report", "reports/report.json").stdout
    assert "Severity low: Conflict, nothing left open; the settings say low, where it would be high" in told
    assert "Its findings weigh low (factcheck.toml:2)." in run("explain", "figures").stdout


def close() -> None:
    tolls("at least 17", "at least 14")
    assert [relations(f"[thresholds]\nclose = {share}\n") for share in (0.25, 0.05)] == [["agree"], ["tension"]]
    for share, relation in ((0.25, "agree"), (0.05, "tension")):
        write("factcheck.toml", f"[thresholds]\nclose = {share}\n")
        answer = run("compare", TOLL.format("at least 17", ""), TOLL.format("at least 14", "")).stdout
        assert answer.startswith(relation)


def packs() -> None:
    sentence = "Soldiers encircled 14 villages on Monday.\n"
    classes = []
    for listed in ('"conflict"', ""):
        write("factcheck.toml", f"[lexicons]\npacks = [{listed}]\n")
        write("one.txt", sentence)
        classes.append(in_own_process("claims", "one.txt", "--format", "jsonl"))
    assert classes[0] != classes[1]


def own() -> None:
    write("words/events.toml", WORDS)
    write("one.txt", "The flood marooned 14 villagers in Korrin on Monday.\n")
    write("factcheck.toml", '[lexicons]\nown = ["words"]\n')
    assert '"class": "maroon"' in in_own_process("claims", "one.txt", "--format", "jsonl")
    write("words/events.toml", WORDS.replace("sense", "sence"))
    told = run("claims", "one.txt").stderr
    assert told.startswith("factcheck: factcheck.toml, line 2: `lexicons.own` names a pack that cannot be used")


def in_own_process(*arguments: str) -> str:
    """Words are read once a process."""
    done = subprocess.run([sys.executable, "-m", "factcheck", *arguments], capture_output=True, text=True, check=True)
    return done.stdout


GROUP = '[[publishers.group]]\nname = "Northern Papers"\nmembers = ["harbour  news", "The Valley"]\n'


def group() -> None:
    assert (severity(), severity(GROUP)) == ("high", "medium")
    rules = {rule["rule"]: rule["effect"] for rule in report(GROUP)["findings"][0]["evidence"][0]["rules"]}
    assert rules["origin.one-group"] == "both articles are Northern Papers’s: a step down in severity"
    tolls("14", "14")
    alone, grouped = (report(settings)["findings"][0]["origins"] for settings in ("", GROUP))
    assert (alone, grouped) == (["harbour", "valley"], ["Northern Papers"])
    # What corpus.toml says of the two articles goes before their group.
    write("corpus/corpus.toml", CORPUS + 'independent_of = ["harbour"]\n')
    assert report(GROUP)["findings"][0]["origins"] == ["harbour", "valley"]


def independent() -> None:
    row = '[publishers]\nindependent = [["HARBOUR NEWS", "The Valley"]]\n'
    tolls("14", "31", ", the Korrin fire service said")
    assert (severity(), severity(row)) == ("medium", "high")
    same = " ".join(f"Street {number} of Korrin stood under water for the whole of the night." for number in range(9))
    write("corpus/harbour.txt", f"Korrin after the flood\n\n{same}\n")
    write("corpus/valley.txt", f"River bursts its banks\n\n{same}\n")
    assert [source["copy_of"] for source in report("")["sources"]] == [None, "harbour"]
    assert [source["copy_of"] for source in report(row)["sources"]] == [None, None]


def files() -> None:
    ignored = '[ignore]\nfiles = ["val*"]\n'
    assert [source["id"] for source in report(ignored)["sources"]] == ["harbour"]
    assert left_out(ignored) == "valley.txt: not read (ignore.files, “val*”)"
    told = run("claims", "corpus")
    assert "31 people" not in told.stdout
    assert "left out by the settings: valley.txt: not read" in told.stderr
    # A file that the command line names is read; and where nothing is left, the error says why.
    assert "31 people" in run("claims", "corpus/valley.txt").stdout
    write("factcheck.toml", '[ignore]\nfiles = ["*.txt"]\n')
    nothing = run("claims", "corpus")
    assert nothing.exit_code == 4
    assert "harbour.txt: not read (ignore.files, “*.txt”)" in nothing.stderr


def passages() -> None:
    line = "From the archive: " + TOLL.format(77, "")
    write("corpus/harbour.txt", f"Korrin after the flood\n\n{TOLL.format(14, '')}\n{line}")
    ignored = '[ignore]\npassages = ["^From the archive:"]\n'
    assert "77" in json.dumps(report("")["findings"])
    assert "77" not in json.dumps(report(ignored)["findings"])
    assert left_out(ignored) == "harbour.txt: line 5 (ignore.passages, “^From the archive:”)"
    told = run("claims", "corpus")
    assert "77 people" not in told.stdout
    assert "harbour.txt: line 5" in told.stderr
    assert run("compare", TOLL.format(14, ""), line).stdout == "none\n"
    write("story.txt", f"Korrin\n\n{line}")
    assert "conflict" not in run("draft", "story.txt", "--against", "corpus", "--format", "json").stdout


def not_asked() -> None:
    settings = '[ignore]\ncheckers = { figures = ["val*"] }\n'
    assert (relations(), relations(settings)) == (["conflict"], [])
    assert left_out(settings) == "checker figures: not asked about valley.txt (ignore.checkers, “val*”)"
    assert relations('[ignore]\ncheckers = { figures = ["other*"], dates = ["val*"] }\n') == ["conflict"]
    assert "Not asked about other* (factcheck.toml:2)." in run("explain", "figures").stdout


def scenes() -> None:
    """The toll stands deep in both articles, so that only common words tell whether it is of one incident."""
    filler = "The {0} council met in the town hall. It spoke about the {0} budget. The {0} session went on until noon."
    for name, toll, word in (("harbour", 14, "harbour"), ("valley", 31, "valley")):
        text = (
            f"{word.title()} notes\n\n{filler.format(word)}\n\nThe flood killed {toll} people at the old ferry jetty.\n"
        )
        write(f"corpus/{name}.txt", text)


def weights(*thresholds: str) -> list[list[tuple[str, str]]]:
    """Relation and severity of the findings under each of some thresholds."""
    found = [report(f"[thresholds]\n{line}\n")["findings"] for line in thresholds]
    return [[(finding["relation"], finding["severity"]) for finding in findings] for findings in found]


ONE, OPEN = [("conflict", "high")], [("tension", "low")]


def shared_content() -> None:
    scenes()
    assert weights("shared_content = 2", "shared_content = 9") == [ONE, OPEN]


def rare_sentences() -> None:
    scenes()
    assert weights("rare_sentences = 2", "rare_sentences = 1") == [ONE, OPEN]


def rare_share() -> None:
    scenes()
    assert weights("rare_sentences = 1\nrare_share = 50", "rare_sentences = 1\nrare_share = 1") == [ONE, OPEN]


def block() -> None:
    skipped = [report(f"[thresholds]\nblock = {size}\n")["coverage"]["pairs_skipped"] for size in (50, 1)]
    assert skipped[0] == 0 < skipped[1]
    assert weights("block = 50", "block = 1") == [ONE, []]


def vague_gap() -> None:
    tolls("dozens of", "2,000")
    found = [relations(f"[thresholds]\nvague_gap = {gap}\n") for gap in (10, 1000)]
    assert found[0] != found[1]


def apart() -> None:
    scenes()
    assert weights("shared_content = 9\napart = 1.5", "shared_content = 9\napart = 3") == [OPEN, []]


EFFECTS = {
    ("report", "output"): output, ("report", "format"): formats, ("report", "title"): title,
    ("report", "baseline"): baseline, ("report", "since"): since, ("report", "fail_on"): fail_on,
    ("report", "strict"): strict, ("report", "paper"): paper, ("report", "attach"): attach,
    ("report", "template"): template, ("checkers", "*"): checkers, ("severity", "*"): severities,
    ("thresholds", "close"): close, ("thresholds", "apart"): apart, ("thresholds", "vague_gap"): vague_gap,
    ("thresholds", "shared_content"): shared_content,
    ("thresholds", "rare_sentences"): rare_sentences,
    ("thresholds", "rare_share"): rare_share, ("thresholds", "block"): block,
    ("lexicons", "packs"): packs, ("lexicons", "own"): own,
    ("publishers", "group"): group, ("publishers", "independent"): independent,
    ("ignore", "files"): files, ("ignore", "passages"): passages, ("ignore", "checkers"): not_asked,
}  # fmt: skip


@pytest.mark.parametrize("key", EFFECTS, ids=".".join)
def test_a_setting_has_its_effect(here: Path, key: tuple[str, str]) -> None:
    EFFECTS[key]()


def test_no_setting_is_without_a_test_of_its_effect() -> None:
    named = {
        (section, "*" if section in ("checkers", "severity") else key)
        for section, keys in setting_keys.sections().items()
        for key in keys
    }
    assert named == set(EFFECTS)
