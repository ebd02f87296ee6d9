"""Demands 4, PRO-01: the same act on many processes, with a result for each; what one refuses stops no other."""

from typing import Any, get_args

import pytest

from chalicelib.api import bulk, replies
from chalicelib.application.bulk.acts import ACTS, bulk_kind
from chalicelib.application.jobs.run_batch import run_batch
from tests.api.test_processes import fits, problem
from tests.world.builders import RESTRICTED, received, sent, started
from tests.world.scenarios.blocks import block
from tests.world.world import Ask, Person, World


def ordered(world: World, who: Person, act: str, processes: list[str], **form: Any) -> str:
    """-> the job's id."""
    body = {"act": act, "processes": processes, "form": form}
    reply = world.call(who, "POST", "/bulk-acts", body)
    assert reply.status == 201, reply.text
    return str(fits(replies.JobStarted, reply.json)["job"])


def worked(world: World, who: Person, job: str) -> list[tuple[str, str]]:
    """The job done, as its workers would; -> (label, state or refusal) of each item."""
    ports = world.installed.place.ports(world.tenant)
    total = world.call(who, "GET", f"/jobs/{job}").json["total"]
    for number in range(-(-total // 10)):
        run_batch(ports, {"bulk": bulk_kind()}, who.login, job, number, lambda: False)
    items = world.call(who, "GET", f"/jobs/{job}").json["items"]
    return [(item["label"], item["code"] or item["state"]) for item in items]


def nup(world: World, process: str) -> str:
    return str(world.call(world.ana, "GET", f"/processes/{process}").json["process"]["nup"])


def test_each_process_gets_its_own_entry_and_its_own_result(world: World):
    """TRA-07: one entry an item; one of them is not with the unit."""
    here, away = [received(world), received(world)], started(world)
    job = ordered(world, world.marina, "assign", [*here, away], user="diego.alves")
    results = worked(world, world.marina, job)
    assert [state for _, state in results] == ["done", "done", "process_not_open_here"]
    for process in here:
        assert [entry.fact.kind() for entry in world.history(process)][-1] == "process_assigned"
        world.check(process)
    assert [entry.fact.kind() for entry in world.history(away)] == ["process_started"]
    assert results[0][0] == nup(world, here[0])


def test_work_done_again_changes_nothing(world: World):
    process = received(world)
    job = ordered(world, world.marina, "progress", [process], text="Vistoria feita")
    worked(world, world.marina, job)
    before = len(world.history(process))
    worked(world, world.marina, job)
    assert len(world.history(process)) == before


def test_process_that_may_not_be_seen_is_not_told_to_exist(world: World):
    hidden = started(world, **RESTRICTED)
    outsider = world.person("vera.nascimento", "ipmu-prot")
    job = ordered(world, outsider, "receive", [hidden, "nenhum"])
    assert worked(world, outsider, job) == [("Processo não encontrado", "not_found")] * 2


DUE = {"date": None, "days": 5, "business": True}
WORKING: dict[str, tuple[Any, dict[str, Any]]] = {
    "receive": (sent, {}),
    "assign": (received, {"user": "diego.alves"}),
    "send": (received, {"units": ["gab"], "keep_open": True, "return_due": DUE}),
    "conclude": (received, {}),
    "reopen": (lambda world: concluded(world), {}),
    "progress": (received, {"text": "Vistoria feita"}),
    "note": (received, {"text": "Ligar antes", "priority": True}),
    "label": (received, {"label": "urgente", "text": "Prazo legal"}),
    "unlabel": (received, {"label": "urgente"}),
    "deadline": (received, DUE),
    "conclude_deadline": (received, {}),
    "checkpoint": (received, {"checkpoint": None}),
    "block": (received, {}),
}


def concluded(world: World) -> str:
    process = received(world)
    world.done(Ask(world.marina, "POST", f"/processes/{process}/conclusion", {}))
    return process


@pytest.mark.parametrize(
    "act", ["receive", "assign", "send", "conclude", "reopen", "progress", "note", "deadline"]
)
def test_act_is_done_as_on_one_process(world: World, act: str):
    arrange, form = WORKING[act]
    job = ordered(world, world.marina, act, [arrange(world)], **form)
    assert [state for _, state in worked(world, world.marina, job)] == ["done"]


def test_labels_come_and_go_in_bulk(world: World):
    """TRA-09."""
    made = world.done(Ask(world.marina, "POST", "/labels", {"name": "Urgente em lote", "colour": "red"}))
    processes = [received(world), received(world)]
    for act, kept in (("label", 1), ("unlabel", 0)):
        worked(world, world.marina, ordered(world, world.marina, act, processes, label=made["id"]))
        found = [world.call(world.marina, "GET", f"/processes/{one}/desk").json for one in processes]
        assert [len(one["desk"]["labels"]) for one in found] == [kept, kept]


def test_deadlines_are_concluded_in_bulk(world: World):
    """TRA-11."""
    process = received(world)
    worked(world, world.marina, ordered(world, world.marina, "deadline", [process], **DUE))
    results = worked(world, world.marina, ordered(world, world.marina, "conclude_deadline", [process]))
    assert [state for _, state in results] == ["done"]


def test_processes_enter_a_block_in_bulk(world: World):
    """BLO-07."""
    made, processes = block(world, "internal"), [started(world), started(world)]
    worked(world, world.ana, ordered(world, world.ana, "block", processes, block=made))
    inside = world.call(world.ana, "GET", f"/blocks/{made}").json["items"]
    assert {item["process"] for item in inside} == set(processes)


def test_process_named_twice_is_done_once(world: World):
    process = received(world)
    job = ordered(world, world.marina, "progress", [process, process], text="Vistoria feita")
    assert len(worked(world, world.marina, job)) == 1


def test_form_is_checked_before_anything_is_begun(world: World):
    body = {"act": "send", "processes": ["p"], "form": {"units": [], "return_due": {"days": 0}}}
    refused = world.call(world.ana, "POST", "/bulk-acts", body)
    problem(refused, 400, "invalid_request")
    assert {error["field"] for error in refused.json["errors"]} == {"form.units", "form.return_due.days"}


def test_more_than_five_hundred_are_refused(world: World):
    body = {"act": "receive", "processes": [f"p{n}" for n in range(501)]}
    problem(world.call(world.ana, "POST", "/bulk-acts", body), 400, "invalid_request")


def test_every_act_has_its_form_and_is_offered():
    offered = get_args(bulk.BulkBody.model_fields["act"].annotation)
    assert set(ACTS) == set(bulk.FORMS) == set(offered) == set(WORKING)
