"""Which units a criterion of internal control opens a process to (features.md §1.3)."""

from chalicelib.domain.access import AccessLevel, Oversight, ProcessResource
from chalicelib.domain.internal_control import overseers, oversights

PURCHASES = {"code": "a", "name": "Compras", "units": ["cgm"], "process_types": ["purchase"], "started_in": ["pmu"]}
WHOLE = {"code": "b", "name": "Tudo", "agencies": ["tce"]}


def process(kind: str = "purchase", agency: str = "pmu", level: str = "restricted") -> ProcessResource:
    return ProcessResource("ubatuba", agency, AccessLevel(level), "gab", frozenset({"gab"}), type=kind)


def test_unit_or_agency_that_a_criterion_names_oversees_and_no_other():
    rows = [PURCHASES, WHOLE]
    assert oversights(rows, "cgm", "pmu") == {Oversight(frozenset({"purchase"}), frozenset({"pmu"}))}
    assert oversights(rows, "any", "tce") == {Oversight()}
    assert oversights(rows, "gab", "pmu") == frozenset()


def test_criterion_put_out_of_use_opens_nothing():
    rows = [{**PURCHASES, "active": False}]
    assert oversights(rows, "cgm", "pmu") == frozenset()
    assert overseers(rows, process()) == ([], [])


def test_criterion_reaches_its_types_in_its_agencies_and_without_any_all():
    one = Oversight(frozenset({"purchase"}), frozenset({"pmu"}))
    assert one.reaches(process())
    assert not one.reaches(process(kind="leave"))
    assert not one.reaches(process(agency="ipmu"))
    assert Oversight().reaches(process(kind="leave", agency="ipmu"))


def test_whoever_oversees_a_process_is_told_by_name_once_and_of_a_confidential_one_there_is_nobody():
    rows = [PURCHASES, {**PURCHASES, "code": "c", "units": ["cgm", "pgm"]}, WHOLE]
    assert overseers(rows, process()) == (["cgm", "pgm"], ["tce"])
    assert overseers(rows, process(kind="leave")) == ([], ["tce"])
    assert overseers(rows, process(level="confidential")) == ([], [])
