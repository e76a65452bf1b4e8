"""docs/ci: each example is run as far as it can be here, and leaves the files that it hands on."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).resolve().parent.parent
EXAMPLES = REPOSITORY / "docs" / "ci"


@pytest.fixture
def desk(two_tolls: Path, tmp_path: Path) -> Path:
    """A desk's folder: an archive with a conflict in it, and the nightly script."""
    two_tolls.rename(tmp_path / "archive")
    shutil.copy(EXAMPLES / "nightly.sh", tmp_path)
    return tmp_path


def sh(command: str, folder: Path, day: int = 0, **more: str) -> subprocess.CompletedProcess[str]:
    """`command` in a shell that finds this environment's factcheck, `day` days into 2026."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    epoch = str(1767225600 + day * 86400)
    environment = {**os.environ, "PATH": path, "SOURCE_DATE_EPOCH": epoch, **more}
    return subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True)


def steps(name: str) -> Any:
    return yaml.safe_load((EXAMPLES / name).read_text(encoding="utf-8"))


def test_nightly_fails_on_what_nobody_dismissed_and_keeps_what_it_should(desk: Path) -> None:
    first = sh("./nightly.sh", desk)
    assert first.returncode == 1, first.stderr
    made = {path.name for path in (desk / "reports" / "2026-01-01").iterdir()}
    assert {"brief.html", "report.json", "findings.txt", "report.sarif", "junit.xml", "manifest.json"} <= made
    update = "factcheck baseline update reports/2026-01-01/report.json --why 'two towns' --who Ann"
    assert sh(update, desk).returncode == 0
    second = sh("./nightly.sh", desk, day=1)
    assert second.returncode == 0, second.stderr
    assert "1 dismissed" in (desk / "reports" / "last.txt").read_text(encoding="utf-8")


def test_a_night_that_is_run_again_tells_the_same_as_new(desk: Path) -> None:
    (desk / "archive" / "valley.txt").rename(desk / "valley.txt")
    sh("./nightly.sh", desk)
    (desk / "valley.txt").rename(desk / "archive" / "valley.txt")
    report = desk / "reports" / "2026-01-02" / "report.json"
    told = []
    for _ in range(2):
        sh("./nightly.sh", desk, day=1)
        told.append(report.read_bytes())
    assert told[0] == told[1]
    assert "new" in {finding["since"] for finding in json.loads(told[0])["findings"]}


def test_only_the_newest_are_kept_and_nothing_that_is_not_ours(desk: Path) -> None:
    for day in range(4):
        if day == 1:
            (desk / "reports" / "2026-01-01" / "notes.txt").write_text("mine", encoding="utf-8")
        sh("factcheck report archive -o 'reports/{date}' --keep 2 --format json", desk, day)
    left = {path.name: sorted(file.name for file in path.iterdir()) for path in (desk / "reports").iterdir()}
    assert left == {
        "2026-01-01": ["notes.txt"],
        "2026-01-03": ["manifest.json", "report.json"],
        "2026-01-04": ["manifest.json", "report.json"],
    }
    assert sh("factcheck report archive -o reports --keep 2", desk).returncode == 2


def test_github_runs_and_hands_on(desk: Path) -> None:
    workflow = steps("github.yml")
    assert workflow[True].keys() >= {"push", "schedule"}  # YAML 1.1 reads the key `on` as true
    runs = {step["name"]: step["run"] for step in workflow["jobs"]["factcheck"]["steps"] if "run" in step}
    there = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(desk / "summary")}
    sh(runs["check"], desk, **there)
    checked = sh(runs["check"], desk, day=1, **there)
    assert checked.returncode == 1
    (told,) = checked.stdout.splitlines()
    assert told.startswith("::error file=archive/harbour.txt,line=1,title=Conflict%3A ")
    assert (desk / "summary").read_text(encoding="utf-8").count("## 1. Conflict: ") == 2
    assert sh(runs["gather"], desk, day=1).returncode == 0
    newest = desk / "reports" / "2026-01-02" / "report.sarif"
    assert (desk / "report.sarif").read_bytes() == newest.read_bytes()
    (run,) = json.loads(newest.read_text(encoding="utf-8"))["runs"]
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == [
        "archive/harbour.txt",
        "archive/valley.txt",
    ]
    assert run["invocations"][0]["exitCode"] == 1
    uploads = [step["with"] for step in workflow["jobs"]["factcheck"]["steps"] if "upload" in step.get("uses", "")]
    assert [(desk / (upload.get("sarif_file") or upload["path"])).exists() for upload in uploads] == [True, True]


def test_gitlab_runs_and_hands_on(desk: Path) -> None:
    job = steps("gitlab.yml")["factcheck"]
    assert sh("\n".join(job["script"]), desk).returncode == 1
    assert sh("\n".join(job["after_script"]), desk).returncode == 0
    assert (desk / job["artifacts"]["reports"]["junit"]).exists()


@pytest.mark.parametrize(("drowned", "code"), [("14", 1), ("none", 0)])
def test_pre_commit_stops_a_draft_that_conflicts(desk: Path, drowned: str, code: int) -> None:
    (hook,) = steps("pre-commit.yaml")["repos"][0]["hooks"]
    (desk / "archive" / "harbour.txt").unlink()
    (desk / "drafts").mkdir()
    text = f"The flood in Korrin killed {drowned} people on Monday, the mayor said.\n"
    (desk / "drafts" / "story.txt").write_text(text if code else "The harbour opens in May.\n", encoding="utf-8")
    assert re.search(hook["files"], "drafts/story.txt")
    result = sh(f"{hook['entry']} drafts/story.txt", desk)
    assert result.returncode == code, result.stderr
    assert ("drafts/story.txt:1: conflict: " in result.stdout) == bool(code)


def test_pre_commit_checks_every_draft_whatever_the_first_one_says(desk: Path) -> None:
    (hook,) = steps("pre-commit.yaml")["repos"][0]["hooks"]
    (desk / "archive" / "harbour.txt").unlink()
    (desk / "drafts").mkdir()
    for name, drowned in (("first", "14"), ("second night", "none"), ("third", "15")):
        text = f"The flood in Korrin killed {drowned} people on Monday, the mayor said.\n"
        text = text if drowned.isdigit() else "The harbour opens in May.\n"
        (desk / "drafts" / f"{name}.txt").write_text(text, encoding="utf-8")
    result = sh(f"{hook['entry']} drafts/first.txt 'drafts/second night.txt' drafts/third.txt", desk)
    assert result.returncode == 1, result.stderr
    found = [line.split(":")[0] for line in result.stdout.splitlines() if ": conflict: " in line]
    assert found == ["drafts/first.txt", "drafts/third.txt"]
    assert not (desk / "reports").exists()


def test_the_container_installs_what_the_lock_pins() -> None:
    text = (EXAMPLES / "Containerfile").read_text(encoding="utf-8")
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    (pango,) = re.findall(r"^PANGO_DEBIAN := (.+)$", makefile, re.MULTILINE)
    assert pango in text
    (command,) = re.findall(r"^RUN (grep .+?) \\?$", text, re.MULTILINE)
    pins = sh(command.split(" > ")[0], REPOSITORY).stdout.splitlines()
    assert any(line.startswith("spacy==") for line in pins)
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)?", line) for line in pins), pins


def test_vscode_puts_every_comment_at_its_line_as_a_warning_or_a_note(desk: Path) -> None:
    text = (EXAMPLES / "vscode-tasks.json").read_text(encoding="utf-8")
    (task,) = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))["tasks"]
    (desk / "drafts").mkdir()
    story = "Flood\n\nThe flood in Korrin killed 19 people on Monday, the mayor said.\n\nSome 700 boats sank.\n"
    (desk / "drafts" / "to night.txt").write_text(story, encoding="utf-8")
    arguments = [value.replace("${relativeFile}", "'drafts/to night.txt'") for value in task["args"]]
    result = sh(" ".join([task["command"], *arguments]), desk)
    assert (result.returncode, result.stderr) == (0, "")
    told = []
    for line in result.stdout.splitlines():
        found = [(one["severity"], re.match(one["pattern"]["regexp"], line)) for one in task["problemMatcher"]]
        ((severity, match),) = [(severity, match) for severity, match in found if match]
        pattern = task["problemMatcher"][0]["pattern"]
        told.append((severity, match[pattern["file"]], match[pattern["line"]], match[pattern["message"]].split(":")[0]))
    assert ("warning", "drafts/to night.txt", "3", "conflict") in told
    assert ("info", "drafts/to night.txt", "5", "not known") in told
    assert not (desk / "reports").exists()
