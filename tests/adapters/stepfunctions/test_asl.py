"""The machines are the reviewed ones, and nothing in them names an account, a table or a separator (§8)."""

import json
from pathlib import Path

import pytest

from chalicelib.adapters.stepfunctions.asl import MACHINES, text
from chalicelib.application.conducting.plan import Occasion, Phase

FLOWS = Path(__file__).parents[3] / "flows"


@pytest.mark.parametrize("name", MACHINES)
def test_machine_equals_its_reviewed_file(name):
    assert (FLOWS / f"{name}.asl.json").read_text(encoding="utf-8") == text(MACHINES[name]())


@pytest.mark.parametrize("name", MACHINES)
def test_every_state_is_reached_and_leads_somewhere(name):
    machine = MACHINES[name]()
    states = machine["States"]
    reached, waiting = set(), [machine["StartAt"]]
    while waiting:
        state = waiting.pop()
        if state in reached:
            continue
        reached.add(state)
        waiting += targets(states[state])
    assert reached == set(states)
    assert any(state["Type"] == "Succeed" or state.get("End") for state in states.values())


def targets(state):
    found = [state[name] for name in ("Next", "Default") if name in state]
    found += [branch["Next"] for name in ("Choices", "Catch") for branch in state.get(name, [])]
    assert found or state.get("End") or state["Type"] in ("Succeed", "Fail")
    return found


def test_every_phase_of_a_plan_has_its_state():
    choices = MACHINES["routing"]()["States"]["Choose"]["Choices"]
    assert {choice["StringEquals"] for choice in choices} == {phase.value for phase in Phase}


def test_a_time_out_is_told_with_the_kind_its_moment_has():
    body = MACHINES["routing"]()["States"]["TellMoment"]["Parameters"]["MessageBody"]
    assert body["kind.$"] == "$.plan.moment"
    assert {occasion.value for occasion in Occasion} == {"routing_reminder", "routing_overdue"}


@pytest.mark.parametrize("name", MACHINES)
def test_machine_carries_no_name_of_an_account_or_of_a_key(name):
    written = json.dumps(MACHINES[name]())
    assert "#" not in written
    assert {part.split("}")[0] for part in written.split("${")[1:]} <= {
        "WaitsTable",
        "FlowsQueueUrl",
        "WorkJobs",
        "InspectUpload",
        "ExtractText",
        "InspectionFailuresUrl",
    }
