"""How many of the mutants of the policy its tests notice: ``python -m tests.policy.mutation`` tries all (goal R9).

Each is tried in a process of its own: first a sample of the cells of the matrix, then every cell, then the tests of the
policy in words and of its properties. One that all of them let pass is a hole in the tests, or says the same as what it
was made from: then ``EQUIVALENT`` tells why.
"""

import importlib
import os
import sys
import types
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from chalicelib.domain import policy
from tests.policy import matrix
from tests.policy.cells import SECTIONS, Cell, Section, cells
from tests.policy.equivalent import EQUIVALENT
from tests.policy.mutants import Mutant, mutants, mutated

ROOT = Path(__file__).resolve().parents[2]
#: In the order in which each is built on those before.
MODULES = ("policy_decision", "policy_profiles", "policy_facts", "policy_conditions", "policy_rules", "policy")
#: Of the relations and of the situations of each section, which are asked first: those it misses are asked of all.
RELATIONS, SITUATIONS = 3, 4
IN_WORDS = (
    "tests/domain/test_policy.py",
    "tests/domain/test_policy_edges.py",
    "tests/policy/test_strengths.py",
    "tests/policy/test_properties.py",
)
BY_CELL, BY_EVERY_CELL, BY_WORDS = 1, 2, 3
NOTICED = {BY_CELL: "a sampled cell", BY_EVERY_CELL: "a cell", BY_WORDS: "a test in words"}
Asked = Sequence[tuple[Cell, str]]


def source_of(name: str) -> str:
    """A module of the policy, as it is written."""
    return (ROOT / "chalicelib" / "domain" / f"{name}.py").read_text(encoding="utf-8")


def all_mutants() -> list[Mutant]:
    """Of the facts, conditions, rows and profiles by which every decision is made."""
    return [mutant for name in MODULES for mutant in mutants(name, source_of(name))]


def asked_of(sections: Iterable[Section]) -> Iterator[tuple[Cell, str]]:
    """Every cell, with what the reviewed matrix says of it."""
    reviewed = matrix.read()
    for section in sections:
        place, row = 0, None
        for cell in cells(section):
            place = place + 1 if cell.row == row else 0
            row = cell.row
            yield cell, reviewed[" | ".join(row)][place]


def sampled_cells() -> list[tuple[Cell, str]]:
    """Whole rows of some relations and situations."""
    return list(asked_of(_fewer(section) for section in SECTIONS))


def _fewer(section: Section) -> Section:
    situations = dict(list(section.situations.items())[::SITUATIONS])
    return replace(section, relations=section.relations[::RELATIONS], situations=situations)


def noticed(mutant: Mutant, sample: Asked) -> int:
    """By what, or 0 when by nothing. In a process of its own, which leaves this one as it was."""
    child = os.fork()
    if child == 0:
        status = BY_CELL
        try:
            status = _tried(mutant, sample)
        finally:
            # Whatever stopped it, a syntax error included, somebody would have seen.
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _tried(mutant: Mutant, sample: Asked) -> int:
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    _rebuild(mutant)
    for status, asked in ((BY_CELL, sample), (BY_EVERY_CELL, asked_of(SECTIONS))):
        for cell, reviewed in asked:
            if matrix.outcome(policy.decide(cell.subject, cell.action, cell.resource, cell.context)) != reviewed:
                return status
    failed = pytest.main([*(str(ROOT / name) for name in IN_WORDS), "-x", "-q", "-p", "no:cacheprovider"])
    return BY_WORDS if failed else 0


def _rebuild(mutant: Mutant) -> None:
    """The module as the mutant has it, and all that is built on it, in the places where they stand."""
    for name in MODULES[MODULES.index(mutant.module) :]:
        module: types.ModuleType = importlib.import_module(f"chalicelib.domain.{name}")
        source = source_of(name)
        tree = mutated(source, mutant) if name == mutant.module else source
        exec(compile(tree, f"{name}.py", "exec"), module.__dict__)
    # What the tests take from the policy by name they take anew.
    for name in [name for name in sys.modules if name.startswith(("tests.policy.test_", "tests.domain."))]:
        del sys.modules[name]


def surviving(tried: Sequence[Mutant], sample: Asked) -> tuple[list[Mutant], Counter[int]]:
    """Those that nothing noticed and nobody explained, and by what the others were."""
    by = Counter[int]()
    left = []
    for mutant in tried:
        status = 0 if mutant.name in EQUIVALENT else noticed(mutant, sample)
        by[status] += 1
        if not status and mutant.name not in EQUIVALENT:
            left.append(mutant)
    return left, by


def main() -> int:
    """Try all, and tell."""
    tried = all_mutants()
    left, by = surviving(tried, sampled_cells())
    for mutant in left:
        print(f"SURVIVED {mutant.name}")
    print(f"{len(tried)} mutants of {', '.join(MODULES)}")
    for status, what in NOTICED.items():
        print(f"{by[status]:5} noticed by {what}")
    print(f"{by[0] - len(left):5} say the same as what they were made from (tests/policy/equivalent.py)")
    print(f"{len(left):5} survived")
    return 1 if left else 0


if __name__ == "__main__":
    raise SystemExit(main())
