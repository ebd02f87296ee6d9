"""Groups of units that receive together (CON-02)."""

from dataclasses import replace

import pytest

from chalicelib.domain.errors import Conflict, InvalidRequest, NotFound, Refused
from chalicelib.domain.sending import MAXIMUM_DESTINATIONS
from chalicelib.domain.sending_group import (
    MAXIMUM_GROUPS,
    GroupShelf,
    SendingGroup,
    change_group,
    check_members,
    create_group,
    delete_group,
)
from tests.fakes.city import ANA, CABINET, CARLOS, CLOSED, PERSONNEL, PROTOCOL, SILENT, START, WORKS

GROUP = SendingGroup("g1", "Secretarias", (CABINET.short, WORKS.short), ANA, START)
OTHER = SendingGroup("g2", "Pessoal", (PERSONNEL.short,), ANA, START)
SHELF = GroupShelf(PROTOCOL.short, (GROUP, OTHER))


def fields(refused: InvalidRequest) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in refused.errors]


def test_group_keeps_the_order_of_its_units():
    assert check_members([WORKS, CABINET]) == (WORKS.short, CABINET.short)


def test_group_without_units_is_refused():
    with pytest.raises(InvalidRequest) as refused:
        check_members([])
    assert fields(refused.value) == [("units", "required")]


def test_group_larger_than_one_sending_is_refused():
    many = [replace(CABINET, id=f"u{n}") for n in range(MAXIMUM_DESTINATIONS + 1)]
    assert len(check_members(many[1:])) == MAXIMUM_DESTINATIONS
    with pytest.raises(InvalidRequest) as refused:
        check_members(many)
    assert fields(refused.value) == [("units", "too_many")]


def test_every_unit_that_receives_nothing_is_named():
    with pytest.raises(InvalidRequest) as refused:
        check_members([CLOSED, CABINET, SILENT])
    assert fields(refused.value) == [("units.0", "unit_cannot_receive"), ("units.2", "unit_cannot_receive")]


def test_two_groups_of_a_unit_never_have_the_same_name():
    with pytest.raises(InvalidRequest) as refused:
        create_group(SHELF, replace(OTHER, id="g3", name="  SECRETÁRIAS "))
    assert fields(refused.value) == [("name", "name_taken")]
    with pytest.raises(InvalidRequest):
        change_group(SHELF, replace(OTHER, name="secretarias"), 1)
    assert len(create_group(SHELF, replace(OTHER, id="g3", name="Obras")).groups) == 3


def test_groups_are_limited():
    full = GroupShelf(PROTOCOL.short, tuple(replace(OTHER, id=f"g{n}") for n in range(MAXIMUM_GROUPS)))
    with pytest.raises(Refused) as refused:
        create_group(full, replace(OTHER, id="more", name="Mais um"))
    assert refused.value.code == "too_many_groups"


def test_change_takes_the_place_of_what_was_and_says_who_did_it():
    wanted = replace(GROUP, units=(WORKS.short,), by=CARLOS)
    changed = change_group(SHELF, wanted, 1)
    assert changed.groups == (replace(wanted, revision=2), OTHER)
    renamed = replace(GROUP, name="SECRETARIAS")
    assert change_group(SHELF, renamed, 1).group("g1").name == "SECRETARIAS"


def test_change_of_what_somebody_changed_meanwhile_is_refused():
    with pytest.raises(Conflict) as refused:
        change_group(SHELF, replace(GROUP, name="Outro"), 2)
    assert (refused.value.code, "Ana Lima" in str(refused.value)) == ("group_changed", True)
    with pytest.raises(Conflict):
        delete_group(SHELF, "g1", 2)


def test_change_of_nothing_is_refused():
    with pytest.raises(Refused) as refused:
        change_group(SHELF, replace(GROUP, by=CARLOS), 1)
    assert refused.value.code == "nothing_changed"


def test_deleted_group_is_gone_and_the_others_stay():
    assert delete_group(SHELF, "g1", 1).groups == (OTHER,)
    with pytest.raises(NotFound) as refused:
        delete_group(SHELF, "g9", 1)
    assert refused.value.code == "group_not_found"
