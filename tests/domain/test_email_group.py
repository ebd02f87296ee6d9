"""Addresses a unit writes to together (CON-02)."""

from dataclasses import replace

import pytest

from chalicelib.domain.email_group import (
    MAXIMUM_GROUPS,
    EmailGroup,
    EmailGroupShelf,
    delete_group,
    save_group,
)
from chalicelib.domain.errors import InvalidRequest
from tests.fakes.city import ANA, CARLOS, PROTOCOL, START

from .process_examples import refused

GROUP = EmailGroup("g1", "Imprensa", ("a@jornal.example", "b@radio.example"), ANA, START)
SHELF = EmailGroupShelf(PROTOCOL.short)


def test_group_of_the_same_name_gets_the_new_addresses_and_stays_the_same_group():
    shelf, _ = save_group(SHELF, GROUP)
    after, kept = save_group(shelf, EmailGroup("g2", "imprensa", ("c@tv.example",), CARLOS, START))
    assert [(one.id, one.addresses, one.by) for one in after.groups] == [("g1", ("c@tv.example",), CARLOS)]
    assert kept.id == "g1"


def test_group_has_a_name_and_good_addresses():
    for wrong, field, code in (
        (replace(GROUP, name=" "), "name", "required"),
        (replace(GROUP, addresses=()), "to", "required"),
        (replace(GROUP, addresses=("x",)), "addresses.0", "address_invalid"),
    ):
        with pytest.raises(InvalidRequest) as refusal:
            save_group(SHELF, wrong)
        assert [(each.field, each.code) for each in refusal.value.errors] == [(field, code)]


def test_unit_keeps_so_many_groups_and_deletes_what_is_there():
    shelf = SHELF
    for n in range(MAXIMUM_GROUPS):
        shelf, _ = save_group(shelf, replace(GROUP, id=f"g{n}", name=f"Grupo {n}"))
    with refused("too_many_groups"):
        save_group(shelf, replace(GROUP, id="more", name="Mais um"))
    left = delete_group(shelf, "g3")
    assert len(left.groups) == MAXIMUM_GROUPS - 1
    with refused("group_not_found"):
        delete_group(left, "g3")
    assert [one.name for one in left.sorted][:2] == ["Grupo 0", "Grupo 1"]
