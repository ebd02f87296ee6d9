"""The machines of flows are the reviewed ones, beside the flows they come from (architecture §8.3)."""

import json
from dataclasses import replace

import pytest

from chalicelib.adapters.stepfunctions.asl import text
from chalicelib.adapters.stepfunctions.flow_asl import flow_machine, machine_name
from chalicelib.adapters.stepfunctions.press import MachinePress
from chalicelib.application.conducting.flow_plan import StepOccasion, Told
from tests.adapters.stepfunctions.test_asl import targets
from tests.domain.flow_examples import FLOW
from tests.world.installed import FOLDER, city

FLOWS = {one.flow.code: one.flow for one in city().flows} | {"pedido": FLOW}
PREFIX = "arn:aws:states:sa-east-1:000000000000:stateMachine:iperoig-local-flow-"


def sequences(machine):
    """The machine and each branch of it, as (start, states)."""
    yield machine["StartAt"], machine["States"]
    for state in machine["States"].values():
        for branch in state.get("Branches", ()):
            yield from sequences(branch)


@pytest.mark.parametrize("code", [code for code in FLOWS if code != "pedido"])
def test_machine_equals_the_file_reviewed_beside_its_flow(code):
    reviewed = (FOLDER / "flows" / f"{code}.asl.json").read_text(encoding="utf-8")
    assert reviewed == text(flow_machine(FLOWS[code]))


def test_city_ships_three_flows():
    assert set(FLOWS) - {"pedido"} == {"alvara-construcao", "ferias", "compra-direta"}


@pytest.mark.parametrize("code", FLOWS)
def test_every_state_is_reached_and_leads_somewhere_in_its_own_sequence(code):
    names = []
    for start, states in sequences(flow_machine(FLOWS[code])):
        reached, waiting = set(), [start]
        while waiting:
            state = waiting.pop()
            if state not in reached:
                reached.add(state)
                waiting += targets(states[state])
        assert reached == set(states)
        names += states
    assert len(names) == len(set(names)), "Step Functions wants a name once in the whole machine"
    assert all(len(name) <= 80 for name in names)


@pytest.mark.parametrize("code", FLOWS)
def test_each_way_of_a_step_and_what_is_told_besides_has_its_choice(code):
    for step in FLOWS[code].index().values():
        name = f"{step.id}.join" if step.branches else step.id
        states = next(states for _, states in sequences(flow_machine(FLOWS[code])) if name in states)
        said = [choice["StringEquals"] for choice in states[f"{name}.choose"]["Choices"]]
        assert said == [*(str(number) for number in range(len(step.ways))), Told.AGAIN, Told.STOP]


def test_moment_is_told_with_what_its_consumer_reads():
    (tell,) = [state for name, state in flow_machine(FLOW)["States"].items() if name == "decidir.tell"]
    body = tell["Parameters"]["MessageBody"]
    assert {key.removesuffix(".$") for key in body} == {"kind", "tenant", "process", "run", "at", "moment", "until"}
    assert {one.value for one in StepOccasion} == {"flow_step_reminder", "flow_step_overdue"}


def test_name_of_a_machine_tells_tenant_flow_and_version_and_always_fits():
    assert machine_name("iperoig-local-flow-", "ubatuba", "ferias", 3) == "iperoig-local-flow-ubatuba-ferias-v3"
    long = {machine_name("iperoig-production-flow-", f"city-{n}" * 5, "f" * 40, 12) for n in range(2)}
    assert len(long) == 2
    assert all(len(name) <= 80 and name.startswith("iperoig-production-flow-") for name in long)


class Machines:
    """A Step Functions client that takes a name once."""

    class exceptions:
        class StateMachineAlreadyExists(Exception):
            pass

    def __init__(self):
        self.made = {}

    def create_state_machine(self, name, definition, roleArn, type):
        if self.made.setdefault(name, definition) != definition:
            raise self.exceptions.StateMachineAlreadyExists


def test_press_fills_in_every_name_and_makes_each_machine_once():
    machines = Machines()
    names = {"WaitsTable": "waits", "FlowsQueueUrl": "queue"}
    press = MachinePress(machines, PREFIX, "arn:role", names)
    assert press.make("ubatuba", FLOW) == press.make("ubatuba", FLOW) == "iperoig-local-flow-ubatuba-pedido-v3"
    (definition,) = machines.made.values()
    assert "${" not in definition
    assert json.loads(definition)["States"]["decidir"]["Parameters"]["TableName"] == "waits"
    press.make("ubatuba", replace(FLOW, version=4))
    assert len(machines.made) == 2
    changed = replace(FLOW, name="Outro")
    press.make("ubatuba", changed)
    assert json.loads(machines.made["iperoig-local-flow-ubatuba-pedido-v3"])["Comment"] == "Pedido", "what runs, runs"
