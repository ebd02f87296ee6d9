"""The three flows of the city, followed to the end on the embedded AWS with their machines conducting (issue 4 §7):
people act by the API; executions wait, remind and choose. Days pass on the test's clock.
"""

import uuid
from datetime import timedelta
from functools import cached_property, partial

import pytest

from chalicelib.adapters.dynamodb.consumers import DynamoFlowTruth, DynamoOpenFlows
from chalicelib.adapters.dynamodb.identity import save_user
from chalicelib.adapters.dynamodb.projections import Projections
from chalicelib.adapters.stepfunctions.flow_conductor import FlowConductor
from chalicelib.adapters.stepfunctions.named import execution_arn
from chalicelib.adapters.stepfunctions.press import MachinePress
from chalicelib.adapters.waits import DynamoStepWaits
from chalicelib.application.conducting.advance_flow import advance_flow
from chalicelib.application.conducting.flow_plan import StepPlan, Told, due_moment
from chalicelib.application.conducting.flow_ports import FlowConducting
from chalicelib.application.conducting.mark_step_overdue import mark_step_overdue
from chalicelib.application.conducting.reconcile_flows import reconcile_flows
from chalicelib.application.conducting.write_letter import write_letter
from chalicelib.domain.identity import Grant, User
from chalicelib.events.flows import Conductors, handle_flows
from tests.adapters.stepfunctions.conftest import ROLE
from tests.adapters.stepfunctions.test_executed_routing import until
from tests.application.conducting.world import Bus, World
from tests.world.builders import drafted, signing, started
from tests.world.following import asking, completing, starting
from tests.world.installed import PASSWORD
from tests.world.scenarios.authoring import answering

VACATION = {
    "servidor": ["Ana Carolina Lima"], "matricula": ["12345-6"], "cargo": ["Agente de Protocolo"],
    "aquisitivo_inicio": ["2025-01-01"], "aquisitivo_fim": ["2025-12-31"], "gozo_inicio": ["2027-01-11"],
    "dias": ["20"],
}  # fmt: skip


class Town:
    """The city at work with the machines of its flows, and what the functions behind queues would do."""

    def __init__(self, data_stack, world):
        self.world = world
        self.states, self.sqs = data_stack.client("stepfunctions"), data_stack.client("sqs")
        mark = uuid.uuid4().hex[:8]
        self.queue = self.sqs.create_queue(QueueName=f"flows-{mark}")["QueueUrl"]
        machines = f"arn:aws:states:sa-east-1:000000000000:stateMachine:t{mark}-flow-"
        table = data_stack.outputs["WaitsTable"]
        names = {"WaitsTable": table, "FlowsQueueUrl": self.queue}
        self.press = MachinePress(self.states, machines, ROLE, names)
        self.conductor = FlowConductor(self.states, world.tenant, machines)
        connection = world.installed.place.connection
        self.outside = FlowConducting(
            tenant=world.tenant,
            zone=world.zone,
            now=world.clock,
            truth=DynamoFlowTruth(connection, world.tenant),
            waits=DynamoStepWaits(data_stack.client("dynamodb"), table, world.tenant),
            executions=self.conductor,
            register=Projections(connection, world.tenant),
            bus=Bus(World()),
            letter=partial(write_letter, world.installed.place.ports(world.tenant)),
        )
        self.told = []
        self.password = world.installed.place.passwords.hash(PASSWORD)

    def close(self):
        for machine in self.states.list_state_machines()["stateMachines"]:
            if machine["name"].startswith(self.press._prefix):
                self.states.delete_state_machine(stateMachineArn=machine["stateMachineArn"])
        self.sqs.delete_queue(QueueUrl=self.queue)

    def overdue(self, *place):
        self.told.append(place)
        return mark_step_overdue(self.world.installed.place.ports(self.world.tenant), *place[1:])

    def turn(self, process):
        """What the flows queue and the stream of the waits would bring, dealt with once."""
        found = self.sqs.receive_message(QueueUrl=self.queue, MaxNumberOfMessages=10).get("Messages", [])
        for message in found:
            self.sqs.delete_message(QueueUrl=self.queue, ReceiptHandle=message["ReceiptHandle"])
        event = {"Records": [{"messageId": one["MessageId"], "body": one["Body"]} for one in found]}
        nobody = Conductors(None, None, None, lambda _: self.outside, self.overdue)
        assert handle_flows(event, nobody) == {"batchItemFailures": []}
        advance_flow(self.outside, process)


class Case:
    """A process under a flow of the city."""

    def __init__(self, town, kind, subject, flow=None):
        self.town, self.world = town, town.world
        self.process = started(self.world, type=kind, subjects=[subject])
        self.world.done(starting(self.world, self.process, flow or kind))
        town.press.make(self.world.tenant, self.run.flow)

    @property
    def run(self):
        return self.town.outside.truth.run(self.process)

    @cached_property
    def machine(self):
        return self.town.conductor.machine(self.run.flow.code, self.run.flow.version)

    def who(self, unit):
        if unit == "semad-prot":
            return self.world.ana
        login = f"flow.{unit}"
        if (login, unit) not in self.world._people:
            grants = (Grant(unit, "basic"),)
            save_user(User(login, self.world.tenant, unit, "pmu", "", grants), self.town.password)
        return self.world.person(login, unit)

    def waiting(self):
        return {wait.at for wait in self.town.outside.waits.of_process(self.process) if self.current(wait)}

    def current(self, wait):
        run = self.run
        step = run.find(wait.at)
        moment = due_moment(run, step, self.world.zone) if step else None
        return step is not None and (moment is None or wait.until != "-")

    def conducted(self, *places):
        """The execution comes to wait exactly there."""
        def there():
            self.town.turn(self.process)
            return self.waiting() == set(places)

        until(there, 25)

    def let_it_fall_due(self, at):
        """The execution is told to wait anew, for a second; meanwhile the city's clock passes the deadline."""
        moment, occasion = due_moment(self.run, self.run.find(at), self.world.zone)
        until_then = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        (wait,) = [one for one in self.town.outside.waits.of_process(self.process) if one.at == at]
        near = StepPlan(Told.AGAIN, at, until_then, occasion.value, seconds=1)
        assert self.town.conductor.answer(wait, near)

        def late():
            self.town.turn(self.process)
            return self.run.find(at).overdue_at

        with self.world.clock.moved(moment - self.world.clock() + timedelta(minutes=1)):
            until(late, 25)

    def document(self, unit, kind, answers=None):
        who = self.who(unit)
        place = drafted(self.world, self.process, who, type=kind)
        if answers:
            self.world.done(answering(self.world, place, answers))
        self.world.done(signing(self.world, place, who))

    def do(self, unit, at, way=None, document=None):
        if document:
            self.document(unit, document)
        self.world.done(completing(self.who(unit), self.process, at, way))

    def status(self, generation=""):
        arn = execution_arn(self.machine, self.run.id + generation)
        return self.town.states.describe_execution(executionArn=arn)["status"]

    def ended(self, generation=""):
        def over():
            self.town.turn(self.process)
            return self.status(generation) == "SUCCEEDED"

        until(over, 25)
        assert self.town.outside.waits.of_process(self.process) == []
        assert self.run.state == "finished"
        self.world.check(self.process)

    def sentences(self):
        return [entry.fact.sentence() for entry in self.world.history(self.process)]


@pytest.fixture
def town(data_stack, world):
    made = Town(data_stack, world)
    yield made
    made.close()


def test_building_permit_goes_round_once_escalates_a_late_branch_and_is_granted(town):
    """Alvará de construção: refusal, parallel, time-out, decision by a person."""
    case = Case(town, "alvara-construcao", "05.01.01")
    case.conducted("1")
    case.do("semurb-alv", "1", 1)
    case.conducted("2")
    case.do("semad-prot", "2")
    case.do("semurb-alv", "3", 0)
    case.conducted("4.0.1", "4.1.1")
    case.let_it_fall_due("4.1.1")
    assert case.run.find("4.1.1").escalated_to.id == "semma"
    assert (town.world.tenant, case.process, case.run.id, "4.1.1") in [place[:4] for place in town.told]
    assert any("o prazo da etapa Analisar restrições ambientais do lote" in text for text in case.sentences())
    case.do("semurb-alv", "4.0.1", document="parecer")
    case.do("semma", "4.1.1", document="parecer")
    case.conducted("5")
    case.do("semurb", "5", 0, document="despacho")
    case.conducted("6")
    case.do("semurb-alv", "6", document="alvara")
    case.ended()


def test_building_permit_is_refused_with_word_to_who_asked(town):
    case = Case(town, "alvara-construcao", "05.01.01")
    case.do("semurb-alv", "1", 0)
    case.do("semurb-alv", "2.0.1", document="parecer")
    case.do("semma-lic", "2.1.1", document="parecer")
    case.conducted("3")
    case.do("semurb", "3", 1, document="despacho")
    case.conducted("4")
    assert case.run.open_steps[0].unit.id == "semad-prot"
    case.do("semad-prot", "4")
    case.ended()


@pytest.mark.parametrize(("allowance", "then"), [(["true"], "reserva"), ([], "registrar")])
def test_vacation_asks_the_accountants_only_when_the_form_says_so(town, allowance, then):
    """Férias: decision by a field of the signed form."""
    case = Case(town, "ferias", "02.01.01")
    case.document("semad-prot", "requerimento-ferias", {**VACATION, "abono": allowance})
    case.do("semad-prot", "1")
    case.conducted("2")
    case.do("semad", "2", 0)
    case.do("semad-rh", "3", 0, document="informacao")
    assert case.run.open_steps[0].step == then
    case.conducted("5")
    if then == "reserva":
        case.do("semfaz-cont", "5", document="informacao")
    for step in iter(lambda: case.run.open_steps, ()):
        case.do(step[0].unit.id, step[0].at)
    case.ended()


def test_vacation_that_the_chief_refuses_ends_with_the_servants_knowledge(town):
    case = Case(town, "ferias", "02.01.01")
    case.document("semad-prot", "requerimento-ferias", VACATION)
    case.do("semad-prot", "1")
    case.do("semad", "2", 1)
    case.do("semad-prot", "3")
    assert case.run.state == "finished", "nobody conducted: nobody was stopped"
    case.conducted()
    with pytest.raises(town.states.exceptions.ExecutionDoesNotExist):
        case.status()


def test_purchase_whose_execution_is_deleted_half_way_goes_on_from_where_it_was(town):
    """Compra direta: parallel, opinion with reservations, refusal; the reconciler repeats nothing."""
    case = Case(town, "compra-direta", "03.01.01")
    case.do("semad-prot", "1", document="memorando")
    case.do("semad-comp", "2.0.1", document="relatorio")
    case.conducted("2.0.2", "2.1.1")
    before = case.sentences()
    town.states.stop_execution(executionArn=execution_arn(case.machine, case.run.id))
    for wait in town.outside.waits.of_process(case.process):
        town.outside.waits.forget(wait)

    class Open:
        def runs(self):
            return iter([(process, run) for process, run in DynamoOpenFlows(town.world.tenant).runs()
                         if process == case.process])  # fmt: skip

    assert reconcile_flows(town.outside, Open()).revived == (case.run.id,)
    assert reconcile_flows(town.outside, Open()).revived == ()
    case.conducted("2.0.2", "2.1.1")
    assert case.sentences() == before
    assert case.status("-2") == "RUNNING"
    case.do("semad-lic", "2.0.2", document="informacao")
    case.do("semfaz-cont", "2.1.1", document="informacao")
    case.do("pgm-adm", "3", 1, document="parecer")
    case.conducted("4")
    case.do("semad-lic", "4")
    case.do("pgm-adm", "5", 0, document="parecer")
    case.do("semad", "6", 1, document="despacho")
    case.conducted("7")
    case.do("semad-prot", "7")
    case.ended("-2")


def test_purchase_is_authorised_and_a_step_is_skipped_for_a_reason(town):
    case = Case(town, "compra-direta", "03.01.01")
    case.do("semad-prot", "1", document="memorando")
    case.do("semad-comp", "2.0.1", document="relatorio")
    case.do("semad-lic", "2.0.2", document="informacao")
    case.do("semfaz-cont", "2.1.1", document="informacao")
    case.do("pgm-adm", "3", 0, document="parecer")
    case.do("semad", "4", 0, document="despacho")
    case.conducted("5")
    skip = asking(case.who("semad-lic"), case.process, "steps/5/skipping", {"reason": "Contrato no processo de origem"})
    case.world.done(skip)
    case.ended()
    assert case.sentences()[-1].startswith("Encerrado o fluxo Compra direta")
