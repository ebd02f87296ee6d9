"""Every cell of the permission matrix against the golden file and the Cedar oracle (goal A1; ACC-10)."""

import os
from dataclasses import replace
from itertools import islice

import pytest

from chalicelib.domain import policy
from chalicelib.domain.policy import decide
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_conditions import (
    CONFIDENTIAL_OPENED,
    NOT_CONFIDENTIAL,
    OF_UNITS,
    ROUTABLE_LEVEL,
)
from chalicelib.domain.policy_profiles import profiles_holding
from chalicelib.domain.policy_rules import RULES
from chalicelib.domain.policy_titles import TITLES
from tests.policy import matrix
from tests.policy.cells import SECTIONS, cells
from tests.policy.oracle import answers

LEAST_CELLS = 19_440
#: Coprime to the number of columns and situations, so that a sample meets every value of every dimension.
SAMPLE = 1 if os.environ.get("IPEROIG_LONG") == "1" else 23


def _repeats(action, condition):
    """Conditions that repeat what another of the same act already decides. They stay, because each row must be
    true when read alone: whoever sees a process holds a profile of those who route it; signing and authenticating
    always ask for the password, confidential or not; and what is confidential is never sent, by routing or by block,
    nor concealed in part, nor anybody's by assignment or by relation."""
    if condition.code == "profile_required":
        return profiles_holding(action) == profiles_holding(Action.PROCESS_SEE)
    never_confidential = not {ROUTABLE_LEVEL, NOT_CONFIDENTIAL, OF_UNITS}.isdisjoint(RULES[action].conditions)
    asks_anyway = action in (Action.DOCUMENT_SIGN, Action.DOCUMENT_AUTHENTICATE)
    return condition is CONFIDENTIAL_OPENED and (never_confidential or asks_anyway)


@pytest.fixture(scope="module")
def table():
    return matrix.computed()


def test_matrix_equals_the_reviewed_one(table):
    assert matrix.report(matrix.read(), table) == ""


def test_matrix_is_as_large_as_promised_and_covers_every_act(table):
    assert matrix.size(table) >= LEAST_CELLS
    assert {key.split(" | ")[0] for key in table} == {action.value for action in Action}
    assert len(table) == len(matrix.read())


def test_every_act_is_both_allowed_and_refused_somewhere(table):
    always = {action.value for action in Action if action in policy.ANONYMOUS | policy.OWN_SESSION}
    for action in Action:
        outcomes = {name for key, row in table.items() if key.startswith(f"{action} | ") for name in row}
        assert "allowed" in outcomes, action
        assert outcomes != {"allowed"} or action.value in always, action


def test_every_act_has_its_row_and_its_title():
    assert set(RULES) == set(Action) == set(TITLES)


@pytest.mark.timeout(1200)
def test_oracle_written_from_the_norm_agrees_on_every_cell():
    asked = [cell for section in SECTIONS for cell in cells(section)][::SAMPLE]
    said = answers(asked)
    apart = [
        f"{' | '.join(cell.row)} | {', '.join(cell.column)}: oracle {'allows' if allowed else 'refuses'}"
        for cell, allowed in zip(asked, said, strict=True)
        if decide(cell.subject, cell.action, cell.resource, cell.context).allowed != allowed
    ]
    assert len(asked) * SAMPLE >= LEAST_CELLS
    assert not apart, "\n".join([f"{len(apart)} disagreements", *apart[:40]])


def test_written_matrix_reads_back_the_same(table, tmp_path):
    few = dict(islice(table.items(), 200))
    path = tmp_path / "matrix.gz"
    matrix.write(few, path)
    assert matrix.read(path) == few


def test_report_names_the_cell_that_changed(table):
    before = matrix.read()
    key = next(key for key, row in before.items() if key.startswith("document.sign") and "allowed" in row)
    place = before[key].index("allowed")
    after = {**before, key: [*before[key][:place], "hidden", *before[key][place + 1 :]]}
    said = matrix.report(before, after)
    assert said.startswith("1 cells of the permission matrix changed")
    assert key in said
    assert "document.sign: allowed -> hidden" in said


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_no_condition_may_be_left_out_unnoticed(section, table, monkeypatch):
    """Take each condition away from each act: the matrix must see it (else it proves nothing of it)."""
    by_action = {action: [] for action in section.actions}
    for cell in cells(section):
        by_action[cell.action].append(cell)
    for action in section.actions:
        rule = RULES[action]
        for left_out in rule.conditions:
            kept = tuple(condition for condition in rule.conditions if condition is not left_out)
            monkeypatch.setitem(RULES, action, replace(rule, conditions=kept))
            noticed = _any_differs(by_action[action], table)
            monkeypatch.setitem(RULES, action, rule)
            assert noticed or _repeats(action, left_out), f"{action} without {left_out.rule}"


def _any_differs(asked, table):
    place, row = 0, None
    for cell in asked:
        place = place + 1 if cell.row == row else 0
        row = cell.row
        said = matrix.outcome(decide(cell.subject, cell.action, cell.resource, cell.context))
        if said != table[" | ".join(row)][place]:
            return True
    return False
