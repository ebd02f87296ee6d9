"""Demands 4, PRO-01: the same act on many processes, with a result for each; what one refuses stops no other."""

from typing import Any, get_args

import pytest

from chalicelib.api import bulk, replies
from chalicelib.application.bulk.acts import ACTS
from tests.api.test_processes import fits, problem
from tests.world.arranging import checkpoints
from tests.world.builders import RESTRICTED, awaited, received, sent, started
from tests.world.following import followed
from tests.world.jobs import ordering, worked
from tests.world.scenarios.blocks import block
from tests.world.scenarios.ties import annexable, annexed, chief, suspended
from tests.world.world import Ask, Person, World


def ordered(world: World, who: Person, act: str, processes: list[str], **form: Any) -> str:
    """-> the job's id."""
    reply = world.send(ordering(who, act, processes, **form))
    assert reply.status == 201, reply.text
    return str(fits(replies.JobStarted, reply.json)["job"])


def results(world: World, who: Person, job: str) -> list[tuple[str, str]]:
    """The job done; -> (label, state or refusal) of each item."""
    worked(world, who, job)
    items = world.call(who, "GET", f"/jobs/{job}").json["items"]
    return [(item["label"], item["code"] or item["state"]) for item in items]


def nup(world: World, process: str) -> str:
    return str(world.call(world.ana, "GET", f"/processes/{process}").json["process"]["nup"])


def test_each_process_gets_its_own_entry_and_its_own_result(world: World):
    """TRA-07: one entry an item; one of them is not with the unit."""
    here, away = [received(world), received(world)], started(world)
    job = ordered(world, world.marina, "assign", [*here, away], user="diego.alves")
    told = results(world, world.marina, job)
    assert [state for _, state in told] == ["done", "done", "process_not_open_here"]
    for process in here:
        assert [entry.fact.kind() for entry in world.history(process)][-1] == "process_assigned"
        world.check(process)
    assert [entry.fact.kind() for entry in world.history(away)] == ["process_started"]
    assert told[0][0] == nup(world, here[0])


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
    assert results(world, outsider, job) == [("Processo não encontrado", "not_found")] * 2


DUE = {"date": None, "days": 5, "business": True}
WORKING: dict[str, tuple[Any, dict[str, Any]]] = {
    "receive": (sent, {}),
    "mark_unread": (received, {}),
    "assign": (received, {"user": "diego.alves"}),
    "send": (received, {"units": ["gab"], "keep_open": True, "return_due": DUE}),
    "conclude": (received, {}),
    "undo_conclusion": (lambda world: concluded(world), {}),
    "reopen": (lambda world: concluded(world), {}),
    "progress": (received, {"text": "Vistoria feita"}),
    "note": (received, {"text": "Ligar antes", "priority": True}),
    "deadline": (received, DUE),
    "checklist": (received, {"template": None, "items": ["Ligar antes"]}),
    "remark": (received, {"text": "Aguardar o laudo"}),
    "follow": (received, {"group": "Obras", "observation": "Ver toda segunda"}),
    "favourite": (received, {"group": "Modelos"}),
    "acknowledge": (received, {}),
    "access": (received, RESTRICTED),
    "suspend": (received, {"reason": "Aguarda o laudo"}),
}
#: Acts that need something besides the process; each has a test of its own below.
ARRANGED = {
    "label", "unlabel", "conclude_deadline", "remove_deadline", "block", "resume", "relate", "unrelate", "annex",
    "lock", "unlock", "checkpoint", "undo_sending", "extend_return", "withdraw_return", "see_news", "unfollow",
    "unannex", "delete", "complete_step", "pause_flow", "resume_flow", "cancel_flow",
}  # fmt: skip


def concluded(world: World) -> str:
    process = received(world)
    world.done(Ask(world.marina, "POST", f"/processes/{process}/conclusion", {}))
    return process


@pytest.mark.parametrize("act", sorted(set(WORKING) - ARRANGED))
def test_act_is_done_as_on_one_process(world: World, act: str):
    arrange, form = WORKING[act]
    who = world.marina
    job = ordered(world, who, act, [arrange(world)], **form)
    assert [state for _, state in results(world, who, job)] == ["done"]


def test_phases_are_set_and_taken_off_in_bulk(world: World):
    """TRA-12."""
    process = received(world)
    (phase, *_) = checkpoints(world, "semad-rh")
    for chosen in (phase, None):
        job = ordered(world, world.marina, "checkpoint", [process], checkpoint=chosen)
        assert [state for _, state in results(world, world.marina, job)] == ["done"]


def test_processes_are_tied_and_held_in_bulk(world: World):
    """PRO-13, PRO-16, PRO-17: over the chosen ones and one other."""
    one, main = started(world), started(world)
    steps: list[tuple[Person, str, list[str], dict[str, Any]]] = [
        (world.ana, "relate", [one], {"process": main}),
        (world.ana, "unrelate", [one], {"process": main}),
        (world.ana, "annex", [annexable(world), annexable(world)], {"process": main}),
        (world.ana, "resume", [suspended(world)], {}),
        (chief(world), "lock", [one], {"reason": "Envio a outro sistema"}),
        (chief(world), "unlock", [one], {}),
    ]
    for who, act, processes, form in steps:
        told = results(world, who, ordered(world, who, act, processes, **form))
        assert {state for _, state in told} == {"done"}, (act, told)
    assert [entry.fact.kind() for entry in world.history(main)].count("process_annexed") == 2


LATER = {"return_due": {"date": None, "days": 20, "business": False}}
WHY = {"reason": "Aguarda a lei"}


def test_acts_that_find_what_they_are_about_are_done_in_bulk(world: World):
    """PRO-15, PRO-17, TRA-01, TRA-03, TRA-10, issue 4 §7: one that cannot be done says why beside its process."""
    ana = world.ana
    (back, _), (part_of, part), untouched = awaited(world), annexed(world), started(world)
    steps, other_steps = followed(world), followed(world)
    kept = world.done(Ask(ana, "POST", f"/processes/{untouched}/follow-ups", {"group": "Obras"}, untouched))["id"]
    chosen = {"follow_ups": {untouched: [kept]}}
    asked: list[tuple[Person, str, list[str], dict[str, Any], list[str]]] = [
        (ana, "extend_return", [back, untouched], LATER, ["done", "no_return_awaited"]),
        (ana, "withdraw_return", [back, untouched], {}, ["done", "no_return_awaited"]),
        (ana, "undo_sending", [sent(world), untouched], {}, ["done", "no_sending_to_undo"]),
        (chief(world), "unannex", [part, untouched], {"process": part_of, **WHY}, ["done", "annex_not_found"]),
        (ana, "pause_flow", [steps, untouched], WHY, ["done", "flow_not_running"]),
        (ana, "resume_flow", [steps, other_steps], {}, ["done", "flow_not_paused"]),
        (ana, "complete_step", [steps, untouched], {"note": "Conferido"}, ["done", "flow_not_running"]),
        (ana, "cancel_flow", [other_steps, untouched], WHY, ["done", "flow_not_running"]),
        (ana, "see_news", [untouched, steps], chosen, ["done", "not_found"]),
        (ana, "unfollow", [untouched, steps], chosen, ["done", "not_found"]),
        (ana, "delete", [untouched, part], {}, ["done", "process_has_documents"]),
    ]
    for who, act, processes, form, expected in asked:
        told = results(world, who, ordered(world, who, act, processes, **form))
        assert [state for _, state in told] == expected, act
    for process in (back, part_of, part, steps, other_steps):
        world.check(process)


def test_return_is_extended_to_a_date_or_by_days_and_not_both(world: World):
    form = {"return_due": {"date": "2027-01-04", "days": 5}}
    body = {"act": "extend_return", "processes": ["p"], "form": form}
    problem(world.call(world.ana, "POST", "/bulk-acts", body), 400, "invalid_request")


def test_no_more_than_five_hundred_follow_ups_go_with_an_order(world: World):
    chosen = {f"p{n}": [f"f{n}", f"g{n}"] for n in range(251)}
    body = {"act": "unfollow", "processes": list(chosen), "form": {"follow_ups": chosen}}
    refused = world.call(world.ana, "POST", "/bulk-acts", body)
    problem(refused, 400, "invalid_request")
    assert [error["field"] for error in refused.json["errors"]] == ["form.follow_ups"]


def test_what_failed_is_asked_for_again_and_only_that(world: World):
    """Demands 4: a new job over what was left, with the same form."""
    here, away = received(world), sent(world, "gab")
    job = ordered(world, world.marina, "progress", [here, away], text="Vistoria feita")
    worked(world, world.marina, job)
    world.done(Ask(world.ana, "POST", f"/processes/{away}/reopening", {}, away))
    world.done(Ask(world.ana, "POST", f"/processes/{away}/routings", {"units": ["semad-rh"]}, away))
    again = world.call(world.marina, "POST", f"/jobs/{job}/retrials", {})
    assert again.status == 201, again.text
    told = results(world, world.marina, str(fits(replies.JobStarted, again.json)["job"]))
    assert told == [(nup(world, away), "done")]
    assert [entry.fact.kind() for entry in world.history(here)].count("progress_recorded") == 1


def test_there_is_nothing_to_try_again_while_it_runs_or_when_all_was_done(world: World):
    job = ordered(world, world.marina, "progress", [received(world)], text="Vistoria feita")
    problem(world.call(world.marina, "POST", f"/jobs/{job}/retrials", {}), 409, "job_open")
    worked(world, world.marina, job)
    problem(world.call(world.marina, "POST", f"/jobs/{job}/retrials", {}), 409, "nothing_left")
    problem(world.call(world.ana, "POST", f"/jobs/{job}/retrials", {}), 404, "job_not_found")


def test_another_unit_does_not_go_on_with_what_was_asked_in_the_first(world: World):
    """The acts would be done in the wrong unit."""
    there = world.person("marina.costa", "semad")
    job = ordered(world, world.marina, "progress", [started(world)], text="Vistoria feita")
    worked(world, world.marina, job)
    problem(world.call(there, "POST", f"/jobs/{job}/retrials", {}), 409, "job_of_another_unit")


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
    for act in ("conclude_deadline", "remove_deadline"):
        told = results(world, world.marina, ordered(world, world.marina, act, [process]))
        assert [state for _, state in told] == ["done"]


def test_processes_enter_a_block_in_bulk(world: World):
    """BLO-07."""
    made, processes = block(world, "internal"), [started(world), started(world)]
    worked(world, world.ana, ordered(world, world.ana, "block", processes, block=made))
    inside = world.call(world.ana, "GET", f"/blocks/{made}").json["items"]
    assert {item["process"] for item in inside} == set(processes)


def test_process_named_twice_is_done_once(world: World):
    process = received(world)
    job = ordered(world, world.marina, "progress", [process, process], text="Vistoria feita")
    assert len(results(world, world.marina, job)) == 1


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
    assert set(ACTS) == set(bulk.FORMS) == set(offered) == set(WORKING) | ARRANGED
