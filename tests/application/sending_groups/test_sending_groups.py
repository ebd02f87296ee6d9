"""The unit's sending groups and the institution's (CON-02)."""

from chalicelib.application.sending_groups.change import change_sending_group
from chalicelib.application.sending_groups.create import create_sending_group
from chalicelib.application.sending_groups.delete import delete_sending_group
from chalicelib.application.sending_groups.keeping import GroupForm
from chalicelib.application.sending_groups.list import list_sending_groups
from chalicelib.domain.access import Profile
from chalicelib.domain.errors import Conflict, Forbidden, NotFound
from chalicelib.domain.identity import Actor
from tests.application.under_way import CHIEF, CLERK, HEAD, invalid, refused
from tests.fakes.city import CABINET, CARLOS, PERSONNEL, PROTOCOL, WORKS, at_work
from tests.fakes.outside import Outside

ADMINISTRATOR = at_work(CARLOS, PROTOCOL, Profile.ADMINISTRATOR)
UNITS = (CABINET.id, WORKS.id)


def create(
    outside: Outside, name: str, *units: str, actor: Actor = CLERK, institutional: bool = False
) -> str:
    form = GroupForm(name, units or UNITS)
    made = create_sending_group(
        outside.ports, actor, outside.operation(actor.user.id), form, institutional=institutional
    )
    return str(made["id"])


def names(outside: Outside, actor: Actor) -> list[tuple[str, bool]]:
    return [(each.group.name, each.institutional) for each in list_sending_groups(outside.ports, actor)]


def test_unit_sees_its_own_groups_and_those_of_all(outside: Outside):
    create(outside, "Obras e gabinete")
    create(outside, "Ânimo")
    create(outside, "Todas as secretarias", actor=ADMINISTRATOR, institutional=True)
    assert names(outside, CHIEF) == [
        ("Ânimo", False),
        ("Obras e gabinete", False),
        ("Todas as secretarias", True),
    ]
    assert names(outside, HEAD) == [("Todas as secretarias", True)]


def test_only_an_administrator_keeps_the_groups_of_all(outside: Outside):
    group = create(outside, "Todas", actor=ADMINISTRATOR, institutional=True)
    with refused("profile_required", Forbidden):
        create(outside, "Minhas", institutional=True)
    with refused("profile_required", Forbidden):
        delete_sending_group(outside.ports, CLERK, outside.operation(), group, 1, institutional=True)
    with refused("profile_required", Forbidden):
        create(outside, "Da unidade", actor=ADMINISTRATOR)


def test_group_of_another_unit_is_as_absent(outside: Outside):
    group = create(outside, "Obras e gabinete")
    with refused("group_not_found", NotFound):
        change_sending_group(outside.ports, HEAD, outside.operation(), group, 1, GroupForm("Outro", UNITS))
    with refused("group_not_found", NotFound):
        delete_sending_group(outside.ports, HEAD, outside.operation(), group, 1)


def test_unknown_units_are_named(outside: Outside):
    with invalid(("units.1", "unit_unknown")):
        create(outside, "Obras", WORKS.id, "nenhuma")


def test_unit_named_twice_is_there_once(outside: Outside):
    create(outside, "Obras", WORKS.id, WORKS.id, CABINET.id)
    (listed,) = list_sending_groups(outside.ports, CLERK)
    assert listed.units == (WORKS, CABINET)


def test_colleague_who_saw_it_before_the_change_is_told(outside: Outside):
    group = create(outside, "Obras")
    form = GroupForm("Obras e pessoal", (*UNITS, PERSONNEL.id))
    changed = change_sending_group(outside.ports, CLERK, outside.operation(), group, 1, form)
    assert changed == {"id": group, "revision": 2}
    with refused("group_changed", Conflict):
        change_sending_group(outside.ports, CHIEF, outside.operation("c"), group, 1, GroupForm("X", UNITS))
    delete_sending_group(outside.ports, CHIEF, outside.operation("c"), group, 2)
    assert names(outside, CLERK) == []


def test_two_who_give_one_name_at_once_make_one_group(outside: Outside):
    def first() -> None:
        outside.memory.interrupt = lambda: None
        create(outside, "Obras", actor=CHIEF)

    outside.memory.interrupt = first
    with invalid(("name", "name_taken")):
        create(outside, "Obras")
    assert names(outside, CLERK) == [("Obras", False)]


def test_repeated_creation_gets_the_first_reply_and_not_name_taken(outside: Outside):
    again = outside.operation(key="chave")
    first = create_sending_group(outside.ports, CLERK, again, GroupForm("Obras", UNITS))
    assert create_sending_group(outside.ports, CLERK, again, GroupForm("Obras", UNITS)) == first
    assert len(names(outside, CLERK)) == 1
