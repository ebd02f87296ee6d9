"""Criteria of internal control over HTTP: they act on the next request, on reading only (features.md §1.3, ACC-14)."""

import uuid

from tests.world.scenarios.administration import administrator
from tests.world.world import Ask, Person, World

from .test_processes import get, problem, started

RESTRICTED = {"access_level": "restricted", "legal_basis": "informacao-pessoal"}
ENTRIES = "/administration/tables/control-criteria/entries"


def criterion(world: World, units: list[str], types: list[str]) -> str:
    code = f"controle-{uuid.uuid4().hex[:8]}"
    values = {"name": "Controle de férias", "units": units, "process_types": types}
    world.done(Ask(administrator(world), "POST", ENTRIES, {"code": code, "values": values}))
    return code


def controller(world: World) -> Person:
    return world.hire(f"controle.{uuid.uuid4().hex[:8]}", "ipmu-ben", "basic")


def seen(world: World, process: str, who: Person) -> int:
    return int(get(world, f"/processes/{process}", who).status)


def test_criterion_opens_what_is_restricted_on_the_next_request_and_closes_it_again(world: World):
    process = started(world, **RESTRICTED)
    kind = get(world, f"/processes/{process}").json["process"]["type"]["code"]
    who = controller(world)
    problem(get(world, f"/processes/{process}", who), 404, "not_found")
    other = criterion(world, ["ipmu-ben"], ["contrato"])
    assert seen(world, process, who) == 404
    code = criterion(world, ["ipmu-ben"], [kind])
    page = get(world, f"/processes/{process}", who).json
    assert {"acronym": "IPMU/BEN", "name": "Diretoria de Benefícios"} in page["overseen_by"]
    assert page["actions"]["process.export"]["allowed"]
    assert not page["actions"]["process.send"]["allowed"]
    path = f"{ENTRIES}/{code}/deactivation"
    world.done(Ask(administrator(world), "POST", path, None, headers={"If_Match": '"1"'}))
    assert seen(world, process, who) == 404
    world.done(Ask(administrator(world), "POST", f"{ENTRIES}/{other}/deactivation", headers={"If_Match": '"1"'}))


def test_criterion_without_whoever_controls_is_refused(world: World):
    body = {"code": f"c-{uuid.uuid4().hex[:8]}", "values": {"name": "De ninguém", "units": [], "agencies": []}}
    refused = world.send(Ask(administrator(world), "POST", ENTRIES, body))
    problem(refused, 400, "invalid_request")
    assert refused.json["errors"][0]["field"] == "values.units"
