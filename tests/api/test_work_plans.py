"""Work plans kept by the administration over HTTP (PRO-26)."""

import pytest

from chalicelib.adapters.dynamodb import catalogues
from tests.world.builders import started
from tests.world.following import chief
from tests.world.scenarios.work_plan import PLANNED, kept_plan, saving
from tests.world.world import Ask, World


@pytest.fixture
def city(world: World):
    """What is kept a minute is not kept between the acts of these tests; the plan is as it was in the end."""
    before = kept_plan(world, "alvara-construcao")
    catalogues.forget()
    yield world
    now = kept_plan(world, "alvara-construcao")
    form = {name: before[name] for name in ("name", "stages", "process_types", "withdrawn")}
    world.done(Ask(chief(world), "PUT", "/work-plans/alvara-construcao", {**form, "version": now["version"]}))
    catalogues.forget()


def stages(world: World, process: str) -> list[str]:
    shown = world.done(Ask(world.ana, "GET", f"/processes/{process}/work-plan"))
    return [stage["name"] for stage in shown["stages"]]


def test_process_keeps_its_plan_and_the_next_one_begins_with_the_new_version(city: World):
    old = started(city, **PLANNED)
    before = stages(city, old)
    only = [{"name": "Vistoria", "items": [{"name": "Ir ao lote", "document_types": ["fotografia"]}]}]
    reply = city.done(saving(city, "alvara-construcao", stages=only))
    catalogues.forget()
    assert kept_plan(city, "alvara-construcao")["version"] == reply["version"]
    assert stages(city, old) == before
    assert stages(city, started(city, **PLANNED)) == ["Vistoria"]


def test_withdrawn_plan_begins_no_process(city: World):
    city.done(saving(city, "alvara-construcao", withdrawn=True))
    catalogues.forget()
    process = started(city, **PLANNED)
    shown = city.done(Ask(city.ana, "GET", f"/processes/{process}/work-plan"))
    assert shown["plan"] is None
    assert "alvara-construcao" not in [one["code"] for one in shown["choices"]]


def test_plan_is_kept_by_the_administration_and_names_only_what_exists(city: World):
    assert city.call(city.ana, "GET", "/work-plans").status == 403
    assert city.send(saving(city, "alvara-construcao").by(city.ana)).status == 403
    wrong = city.send(saving(city, "alvara-construcao", process_types=["nenhum"]))
    assert (wrong.status, [one["field"] for one in wrong.json["errors"]]) == (400, ["process_types"])
    stale = saving(city, "alvara-construcao", version=999)
    assert city.send(stale).json["code"] == "plan_changed"
