"""Favourites are of one unit, and show only what it may still see (PRO-22)."""

from chalicelib.application.favourites.keep import FavouriteForm, keep_favourite
from chalicelib.application.favourites.list import list_favourites
from chalicelib.application.favourites.remove import remove_favourite
from chalicelib.domain.document import DocumentState
from chalicelib.domain.errors import Forbidden, NotFound
from chalicelib.domain.identity import Actor
from tests.application.under_way import (
    CHIEF,
    CLERK,
    FOREIGNER,
    HEAD,
    TECHNICIAN,
    refused,
    restrict,
    started,
    with_document,
)
from tests.fakes.city import PROTOCOL
from tests.fakes.outside import Outside


def keep(
    outside: Outside, process: str, actor: Actor = CLERK, document: str | None = None, group: str = ""
) -> str:
    form = FavouriteForm(process, document, group)
    return str(keep_favourite(outside.ports, actor, outside.operation(actor.user.id), form)["id"])


def kept(outside: Outside, actor: Actor = CLERK) -> list[tuple[str, str]]:
    return [(line.favourite.id, line.favourite.group) for line in list_favourites(outside.ports, actor)]


def test_favourite_is_of_the_unit_and_a_colleague_moves_it_to_another_group(outside: Outside):
    process = started(outside)
    keep(outside, process, group="Modelos")
    assert kept(outside, CHIEF) == [(process, "Modelos")]
    keep(outside, process, CHIEF, group="Obras")
    assert kept(outside) == [(process, "Obras")]
    assert kept(outside, HEAD) == []


def test_favourite_of_another_unit_is_not_there_to_remove(outside: Outside):
    favourite = keep(outside, started(outside))
    with refused("not_found", NotFound):
        remove_favourite(outside.ports, HEAD, outside.operation("m"), favourite)
    remove_favourite(outside.ports, CHIEF, outside.operation("c"), favourite)
    assert kept(outside) == []
    with refused("not_found", NotFound):
        remove_favourite(outside.ports, CHIEF, outside.operation("c"), favourite)


def test_what_the_unit_may_no_longer_see_leaves_the_list_and_cannot_be_kept(outside: Outside):
    process = started(outside)
    keep(outside, process, FOREIGNER)
    restrict(outside, process)
    assert kept(outside, FOREIGNER) == []
    with refused("not_found", NotFound):
        keep(outside, process, FOREIGNER)


def test_draft_of_another_unit_is_not_kept(outside: Outside):
    process = started(outside)
    draft = with_document(outside, process, 1, unit=PROTOCOL.short, state=DocumentState.DRAFT)
    assert keep(outside, process, document=draft.id) == f"{process}.{draft.id}"
    with refused("draft_of_another_unit", Forbidden):
        keep(outside, process, HEAD, draft.id)


def test_profile_without_processes_keeps_nothing(outside: Outside):
    with refused("profile_required", Forbidden):
        keep(outside, started(outside), TECHNICIAN)
    with refused("profile_required", Forbidden):
        kept(outside, TECHNICIAN)
