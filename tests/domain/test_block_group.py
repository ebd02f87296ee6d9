"""Groups of blocks: named, deactivated, deleted only when empty (BLO-04)."""

from dataclasses import replace

import pytest

from chalicelib.domain.block_group import (
    MAXIMUM_GROUPS,
    BlockGroup,
    BlockGroupShelf,
    change_group,
    create_group,
    delete_group,
    regroup,
)
from chalicelib.domain.errors import Conflict, InvalidRequest, NotFound, Refused
from tests.fakes.city import ANA, CARLOS, PROTOCOL, START

WORKS = BlockGroup("g1", "Obras", ANA, START, blocks=2)
LEASES = BlockGroup("g2", "Contratos", ANA, START)
RESTING = BlockGroup("g3", "Antigos", ANA, START, active=False, blocks=1)
SHELF = BlockGroupShelf(PROTOCOL.short, (RESTING, WORKS, LEASES))


def counts(shelf: BlockGroupShelf) -> dict[str, int]:
    return {group.id: group.blocks for group in shelf.groups}


def field(refused: InvalidRequest) -> tuple[str, str]:
    (error,) = refused.errors
    return error.field, error.code


def test_groups_are_read_by_name_with_the_inactive_at_the_end():
    assert [group.name for group in SHELF.sorted] == ["Contratos", "Obras", "Antigos"]


def test_two_groups_of_a_unit_never_have_the_same_name():
    with pytest.raises(InvalidRequest) as refused:
        create_group(SHELF, replace(LEASES, id="g4", name=" OBRAS "))
    assert field(refused.value) == ("name", "name_taken")
    with pytest.raises(InvalidRequest):
        change_group(SHELF, replace(LEASES, name="antigos"), 1)


def test_groups_are_limited():
    many = tuple(replace(LEASES, id=f"g{n}", name=f"Grupo {n}") for n in range(MAXIMUM_GROUPS))
    with pytest.raises(Refused) as refused:
        create_group(BlockGroupShelf(PROTOCOL.short, many), WORKS)
    assert refused.value.code == "too_many_groups"


def test_group_that_is_renamed_and_deactivated_keeps_its_blocks():
    wanted = BlockGroup("g1", "Praças", CARLOS, START, active=False)
    changed = change_group(SHELF, wanted, 1)
    assert changed.groups[1] == replace(wanted, blocks=2, revision=2)
    assert changed.groups[0] == RESTING


def test_change_of_nothing_or_of_what_a_colleague_changed_is_refused():
    with pytest.raises(Refused) as refused:
        change_group(SHELF, BlockGroup("g1", "Obras", CARLOS, START), 1)
    assert refused.value.code == "nothing_changed"
    with pytest.raises(Conflict) as stale:
        change_group(SHELF, BlockGroup("g1", "Praças", CARLOS, START), 2)
    assert stale.value.code == "group_changed"
    with pytest.raises(NotFound):
        change_group(SHELF, BlockGroup("g9", "Praças", CARLOS, START), 1)


def test_only_an_empty_group_is_deleted():
    assert delete_group(SHELF, "g2", 1).groups == (RESTING, WORKS)
    for group in ("g1", "g3"):
        with pytest.raises(Refused) as refused:
            delete_group(SHELF, group, 1)
        assert refused.value.code == "group_not_empty"


def test_group_changed_meanwhile_or_gone_is_not_deleted():
    with pytest.raises(Conflict):
        delete_group(SHELF, "g2", 3)
    with pytest.raises(NotFound):
        delete_group(SHELF, "g9", 1)


def test_block_is_counted_where_it_goes_and_no_longer_where_it_was():
    assert counts(regroup(SHELF, "", "g2")) == {"g1": 2, "g2": 1, "g3": 1}
    assert counts(regroup(SHELF, "g1", "g2")) == {"g1": 1, "g2": 1, "g3": 1}
    assert counts(regroup(SHELF, "g1", "")) == {"g1": 1, "g2": 0, "g3": 1}
    assert all(group.revision == 1 for group in regroup(SHELF, "g1", "g2").groups)


def test_inactive_group_takes_no_block_but_keeps_and_lets_go_of_its_own():
    with pytest.raises(InvalidRequest) as refused:
        regroup(SHELF, "g1", "g3")
    assert field(refused.value) == ("group", "group_inactive")
    assert regroup(SHELF, "g3", "g3") == SHELF
    assert counts(regroup(SHELF, "g3", "g1")) == {"g1": 3, "g2": 0, "g3": 0}


def test_block_goes_into_no_group_that_does_not_exist():
    with pytest.raises(InvalidRequest) as refused:
        regroup(SHELF, "", "Obras")
    assert field(refused.value) == ("group", "group_unknown")
