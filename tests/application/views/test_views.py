"""Saved views of the inbox (PRO-01)."""

import pytest

from chalicelib.application.views.delete_view import delete_view
from chalicelib.application.views.list_views import list_views
from chalicelib.application.views.save_view import ViewForm, save_view
from chalicelib.domain.errors import Forbidden, NotFound, Refused
from chalicelib.domain.identity import Actor
from tests.application.under_way import CHIEF, CLERK, HEAD, TECHNICIAN, invalid, refused
from tests.fakes.outside import Outside

SETTINGS = {"aba": "todos", "marcador": "l1", "agrupar": "responsavel"}


def saved(outside: Outside, name: str, actor: Actor = CLERK, shared: bool = False) -> str:
    form = ViewForm(name, shared, SETTINGS)
    return str(save_view(outside.ports, actor, outside.operation(actor.user.id), form)["id"])


def names(outside: Outside, actor: Actor = CLERK) -> list[str]:
    return [view.name for view in list_views(outside.ports, actor)]


def test_own_view_is_shown_to_oneself_and_the_unit_s_to_all_of_it(outside: Outside):
    saved(outside, "Minhas")
    saved(outside, "Urgentes da unidade", shared=True)
    assert names(outside) == ["Urgentes da unidade", "Minhas"]
    assert names(outside, CHIEF) == ["Urgentes da unidade"]
    assert names(outside, HEAD) == []


def test_view_keeps_the_settings_of_the_screen(outside: Outside):
    saved(outside, "Minhas")
    (view,) = list_views(outside.ports, CLERK)
    assert view.settings == SETTINGS


def test_name_is_taken_only_among_the_same_owner_s(outside: Outside):
    saved(outside, "Urgentes")
    with invalid(("name", "name_taken")):
        saved(outside, "URGENTES")
    saved(outside, "Urgentes", shared=True)
    saved(outside, "Urgentes", CHIEF)
    with invalid(("name", "name_taken")):
        saved(outside, "urgentes", CHIEF, shared=True)


def test_there_are_at_most_fifty_of_each(outside: Outside):
    for number in range(50):
        saved(outside, f"Visão {number}")
    with refused("too_many_views", Refused):
        saved(outside, "Mais uma")
    saved(outside, "Da unidade", shared=True)


def test_one_deletes_one_s_own_and_the_unit_s_but_nobody_else_s(outside: Outside):
    mine, ours = saved(outside, "Minha"), saved(outside, "Nossa", shared=True)
    with refused("view_of_another", Forbidden):
        delete_view(outside.ports, CHIEF, outside.operation(), mine)
    delete_view(outside.ports, CHIEF, outside.operation(), ours)
    delete_view(outside.ports, CLERK, outside.operation(), mine)
    assert names(outside) == []
    with refused("view_not_found", NotFound):
        delete_view(outside.ports, CLERK, outside.operation(), mine)


def test_the_same_request_again_gets_the_same_view(outside: Outside):
    form = ViewForm("Minhas", False, SETTINGS)
    first = save_view(outside.ports, CLERK, outside.operation(key="operation-a"), form)
    assert save_view(outside.ports, CLERK, outside.operation(key="operation-a"), form) == first
    assert names(outside) == ["Minhas"]


def test_who_only_cares_for_the_system_keeps_no_views(outside: Outside):
    with pytest.raises(Forbidden):
        saved(outside, "Minhas", TECHNICIAN)
    with pytest.raises(Forbidden):
        names(outside, TECHNICIAN)
