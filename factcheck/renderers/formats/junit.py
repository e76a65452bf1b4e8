"""JUnit XML, for build servers: a suite a checker, in it a test case a source, which fails on what it found there.

Conflicts, disputes and quotations that differ fail; what is dismissed is skipped; what asks for care is printed and
passes. What is new or changed since an earlier report is called so. A source that could not be checked is an error in
a suite of its own, and what the newsroom's settings leave out is skipped in another.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as Tree

from factcheck.checkers import all_checkers
from factcheck.model import Evidence, Fault, Finding, Report
from factcheck.renderers import wording
from factcheck.renderers.characters import one_line
from factcheck.renderers.choices import DEFAULT, Choices

FAILING = ("conflict", "dispute", "drift")


def render(report: Report, choices: Choices = DEFAULT) -> bytes:
    """UTF-8; suites in the order of checkers, cases in that of sources."""
    root = Tree.Element("testsuites", name=one_line(report.title) or report.tool.name)
    paths = {source.id: source.path for source in report.sources}
    names = sorted({*all_checkers(), *(finding.checker for finding in report.findings)})
    for name in names:
        suite = Tree.SubElement(root, "testsuite", name=one_line(name))
        for source, path in paths.items():
            case = Tree.SubElement(
                suite, "testcase", classname=one_line(f"factcheck.{name}"), name=one_line(path), time="0"
            )
            _fill(case, [finding for finding in report.findings if finding.checker == name], source)
        _count(suite, report)
    if report.faults:
        suite = Tree.SubElement(root, "testsuite", name="not checked")
        for fault in report.faults:
            _error(suite, fault)
        _count(suite, report)
    if report.coverage.left_out:
        suite = Tree.SubElement(root, "testsuite", name="left out by the settings")
        for line in report.coverage.left_out:
            case = Tree.SubElement(suite, "testcase", classname="factcheck.settings", name=one_line(line), time="0")
            Tree.SubElement(case, "skipped", message="left out by the settings")
        _count(suite, report)
    Tree.indent(root)
    body: bytes = Tree.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _fill(case: Tree.Element, findings: list[Finding], source: str) -> None:
    """What a checker found of a source: failures first, as readers of the format expect."""
    about = [(finding, list(_of(finding, source))) for finding in findings]
    for finding, items in about:
        for item in (item for item in items if item.relation in FAILING and finding.dismissed != "dismissed"):
            title = f"{finding.since}: {finding.title}" if finding.since in ("new", "changed") else finding.title
            failure = Tree.SubElement(case, "failure", type=one_line(item.relation), message=one_line(title))
            failure.text = one_line("; ".join([f"{item.because} [{item.id}]", *wording.dismissal(finding)]))
    dismissed = [finding for finding, items in about if items and finding.dismissed == "dismissed"]
    if not len(case) and dismissed:
        told = ("; ".join([finding.title, *wording.dismissal(finding)]) for finding in dismissed)
        Tree.SubElement(case, "skipped", message=one_line(" · ".join(told)))
    care = [item for _, items in about for item in items if item.relation == "tension"]
    if care:
        Tree.SubElement(case, "system-out").text = "\n".join(one_line(f"take care: {item.because}") for item in care)


def _of(finding: Finding, source: str) -> Iterator[Evidence]:
    for item in finding.evidence:
        if source in {side.source for side in item.sides}:
            yield item


def _error(suite: Tree.Element, fault: Fault) -> None:
    name = one_line(fault.source or fault.stage)
    case = Tree.SubElement(suite, "testcase", classname="factcheck.reading", name=name, time="0")
    Tree.SubElement(case, "error", type=one_line(fault.stage), message=one_line(fault.reason))


def _count(suite: Tree.Element, report: Report) -> None:
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("time", "0")
    # The day of the report, so that equal reports give equal bytes.
    suite.set("timestamp", f"{report.as_of.isoformat()}T00:00:00")
