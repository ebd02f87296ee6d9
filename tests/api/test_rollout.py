"""The checklist and going live over HTTP, with what they change elsewhere (issue 5 §7, ACC-14, PRO-05)."""

import uuid
from collections.abc import Iterator

import pytest

from chalicelib.application.references import RolloutKey
from chalicelib.application.transaction import Operation, WriteConflict
from tests.world.builders import process_form
from tests.world.scenarios.administration import administrator
from tests.world.scenarios.rollout import (
    BY_HAND,
    NORM,
    ROOT,
    TITLE,
    WHY,
    acting,
    all_said,
    leader,
    live,
    live_again,
    prepare,
    ticking,
)
from tests.world.world import Ask, World

MASK = "@cod_unidade_sei_05d@.@seq_anual_cod_unidade_sei_07d@/@ano_4d@-@dv_mod11_executivo_federal_2d@"


@pytest.fixture(autouse=True)
def _afterwards(world: World) -> Iterator[None]:
    """The city goes on being one of tests, as the other suites found it."""
    yield
    live_again(world)


def read(world: World) -> dict:
    return world.done(Ask(leader(world), "GET", ROOT))


def line(world: World, code: str) -> dict:
    return next(one for one in read(world)["items"] if one["code"] == code)


def me(world: World) -> dict:
    return world.done(Ask(world.ana, "GET", "/me"))["tenant"]


def test_list_says_what_is_done_and_of_what_the_system_verifies_what_is_missing(world: World):
    prepare(world, whole=True)
    found = read(world)
    assert (found["stage"], found["periods"]) == ("rollout", [])
    norm, mask = line(world, "norma"), line(world, "numeracao")
    assert (norm["verified"], norm["done"]) == (True, False)
    assert norm["missing"] == "A norma instituidora nos parâmetros ainda é a do exemplo."
    assert (mask["done"], mask["missing"]) == (True, "")
    by_hand = line(world, BY_HAND)
    assert (by_hand["title"], by_hand["verified"], by_hand["done"]) == (TITLE, False, False)
    assert found["pending"] == sum(one["mandatory"] and not one["done"] for one in found["items"])


def test_what_the_system_verifies_follows_the_register_at_once(world: World):
    prepare(world, whole=True)
    assert line(world, "norma")["done"] is False
    tables = f"/administration/tables/tenant/entries/{world.tenant}"
    entry = world.done(Ask(administrator(world), "GET", "/administration/tables/tenant/entries"))["items"][0]
    for norm, done in (("Decreto nº 9.001/2026", True), (entry["values"]["founding_norm"], False)):
        now = world.done(Ask(administrator(world), "GET", "/administration/tables/tenant/entries"))["items"][0]
        seen = {"If_Match": f'"{now["revision"]}"'}
        world.done(Ask(administrator(world), "PUT", tables, {"values": {"founding_norm": norm}}, headers=seen))
        assert line(world, "norma")["done"] is done


def test_what_is_about_people_follows_permissions_at_once(world: World):
    prepare(world, whole=True)
    world.hire("kelly.ajuda", "gab", "key_user")
    world.hire("katia.ajuda", "gab", "key_user")
    assert line(world, "multiplicadores")["done"] is True
    assert line(world, "treinamento")["missing"] == (
        "Ainda não há pessoas que concluíram um exercício; é preciso haver ao menos 10."
    )


def test_tick_names_who_said_it_and_its_history_is_kept(world: World):
    world.done(ticking(world, prepare(world, whole=True)))
    tick = line(world, BY_HAND)["tick"]
    assert (tick["by"]["id"], tick["remark"]) == ("leda.implanta", "Processo 01101.000012/2026-45, aceito por Marina")
    page = world.done(Ask(leader(world), "GET", f"/administration/changes?table=rollout&code={BY_HAND}"))
    assert page["items"][0]["name"] == TITLE
    assert page["items"][0]["changes"][1]["after"] == tick["remark"]


def test_city_goes_live_only_when_nothing_mandatory_is_missing_and_says_what_is(world: World):
    refused = world.send(acting(world, prepare(world, whole=True), "/live", NORM))
    assert (refused.status, refused.json["code"]) == (409, "items_missing")
    assert TITLE in refused.json["detail"]
    assert me(world)["rollout"] is True
    world.done(acting(world, prepare(world, all_said(world), whole=True), "/live", NORM))
    found = read(world)
    assert (found["stage"], found["periods"][0]["norm"]) == ("live", NORM["norm"])
    assert "Norma instituidora publicada e informada" in found["periods"][0]["waived"]
    assert me(world)["rollout"] is False


def test_what_forms_numbers_stays_once_live_and_may_change_after_going_back(world: World):
    def change(mask: str = MASK) -> tuple[int, str]:
        path = "/administration/organisation/agencies/entries/fundart"
        items = world.done(Ask(administrator(world), "GET", "/administration/tables/agencies/entries"))["items"]
        now = next(one for one in items if one["code"] == "fundart")
        seen, values = {"If_Match": f'"{now["revision"]}"'}, {"numbering_mask": mask}
        reply = world.send(Ask(administrator(world), "PUT", path, {"values": values}, headers=seen))
        return reply.status, reply.json.get("code", "")

    found = prepare(world, live(world))
    assert change() == (409, "numbering_is_fixed")
    world.done(acting(world, found, "/return", WHY))
    assert change() == (200, "")
    assert change(MASK.replace("07d", "06d")) == (200, "")


def test_process_begun_while_preparing_is_shown_as_a_test_and_one_begun_live_is_not(world: World):
    prepare(world, whole=True)
    begun = world.done(Ask(world.ana, "POST", "/processes", process_form()))["id"]
    assert world.done(Ask(world.ana, "GET", f"/processes/{begun}"))["test"] is True
    world.done(acting(world, prepare(world, all_said(world), whole=True), "/live", NORM))
    real = world.done(Ask(world.ana, "POST", "/processes", process_form()))["id"]
    assert world.done(Ask(world.ana, "GET", f"/processes/{begun}"))["test"] is True
    assert world.done(Ask(world.ana, "GET", f"/processes/{real}"))["test"] is False


def test_auditor_reads_the_list_and_ticks_nothing(world: World):
    found = prepare(world, whole=True)
    auditor = world.hire("ugo.audita", "gab", "auditor")
    assert world.send(Ask(auditor, "GET", ROOT)).status == 200
    for ask in (ticking(world, found), acting(world, found, "/live", NORM)):
        assert world.send(ask.by(auditor)).json["code"] == "profile_required"


def test_change_of_what_forms_numbers_that_meets_going_live_is_looked_at_again(world: World):
    """PRO-05: between a mask's being looked at and written nobody goes live; the rollout is a condition of the act."""
    going = acting(world, prepare(world, all_said(world), whole=True), "/live", NORM)
    ports = world.installed.place.ports(world.tenant)
    work = ports.begin(Operation("x", uuid.uuid4().hex, "d"))
    (seen,) = work.load(RolloutKey())
    work.require_rollout(seen)
    world.done(going)
    with pytest.raises(WriteConflict):
        work.commit({})
