"""Mutation score of the policy: no mutant of its tables, facts and conditions goes unnoticed (goal R9; issue 5).

Here a sample of them; all with ``IPEROIG_LONG=1`` or ``python -m tests.policy.mutation``.
"""

import ast
import os

import pytest

from tests.policy import mutation
from tests.policy.equivalent import EQUIVALENT
from tests.policy.mutants import Mutant, mutants, mutated

LONG = os.environ.get("IPEROIG_LONG") == "1"
#: Coprime to what repeats in the tables, so that the sample is not always of the same kind.
SAMPLE = 1 if LONG else 61
SOURCE = """
def may(s, r):
    if s.tenant != r.tenant:
        return False
    return s.unit in r.units and not r.locked
"""


def written(mutant: Mutant) -> str:
    return ast.unparse(mutated(SOURCE, mutant)).strip()


def test_every_slip_of_a_small_function_is_made():
    made = {written(mutant) for mutant in mutants("small", SOURCE)}
    made = {each.replace("(not r.locked)", "not r.locked") for each in made}
    genuine = SOURCE.strip()
    assert genuine not in made
    for changed in (
        genuine.replace("!=", "=="),
        genuine.replace("s.tenant != r.tenant", "True"),
        genuine.replace("s.tenant != r.tenant", "False"),
        genuine.replace("return False", "return True"),
        genuine.replace(" in r.units", " not in r.units"),
        genuine.replace(" and not", " or not"),
        genuine.replace("s.unit in r.units and not r.locked", "not r.locked"),
        genuine.replace("s.unit in r.units and not r.locked", "s.unit in r.units"),
        genuine.replace("not r.locked", "r.locked"),
    ):
        assert changed in made, changed


def test_mutants_of_the_policy_are_many_and_each_has_a_name_of_its_own():
    tried = mutation.all_mutants()
    assert len({mutant.name for mutant in tried}) == len(tried) > 700
    assert {mutant.module for mutant in tried} == set(mutation.MODULES)


def test_what_is_called_equivalent_is_a_mutant_of_today():
    assert set(EQUIVALENT) - {mutant.name for mutant in mutation.all_mutants()} == set()


@pytest.mark.timeout(5400 if LONG else 180)
def test_no_mutant_of_the_policy_survives():
    left, _ = mutation.surviving(mutation.all_mutants()[::SAMPLE], mutation.sampled_cells())
    assert [mutant.name for mutant in left] == []
