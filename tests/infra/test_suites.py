"""The run of all proofs: every suite once, the pages before the browser, and one that breaks stops no other."""

from infra import suites
from infra.suites import Outcome, Suite


def named(*names: str) -> list[Suite]:
    return [Suite(name, lambda: Outcome(True, "1 teste")) for name in names]


def lanes(*names: str) -> list[list[str]]:
    return [[suite.name for suite in lane] for lane in suites._lanes(named(*names))]


def test_pages_are_built_before_the_browser_opens_them_in_the_same_lane():
    assert lanes("e2e", "faults", "web") == [["web", "e2e"], ["faults"]]
    assert lanes("web", "lint") == [["web"], ["lint"]]
    assert lanes("e2e") == [["e2e"]]


def test_every_suite_runs_once_and_one_that_breaks_is_told_as_failed():
    def broken() -> Outcome:
        raise OSError("no report")

    ended = list(suites._run([*named("e2e", "web", "lint"), Suite("faults", broken)]))
    assert sorted(suite.name for suite, _, _ in ended) == ["e2e", "faults", "lint", "web"]
    (failed,) = [outcome for suite, outcome, _ in ended if suite.name == "faults"]
    assert not failed.passed
    assert "no report" in failed.output


def test_all_folders_of_tests_are_suites():
    found = {suite.name for suite in suites.suites(fast=False, long=False)}
    assert {"domain", "faults", "e2e", "lint", "web"} <= found
    assert set(suites.UNTRACED) | set(suites.LONGEST) | set(suites.BEFORE.values()) <= found
