"""A job that assigns processes: an act that every unit knows, with an entry of its own in the history."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.jobs.kinds import Kind, Task
from chalicelib.application.ports import Ports
from chalicelib.application.routing.assign import Assignment, assign_process
from chalicelib.application.transaction import Operation
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Job, JobFile, JobItem, Outcome
from chalicelib.domain.policy import Action
from tests.application.under_way import CLERK, started
from tests.fakes.city import CARLOS
from tests.fakes.outside import Outside
from tests.fakes.people import People

FILE = JobFile("k", "lista.csv", "text/csv", 3, "0" * 64)


def assign(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
) -> Outcome:
    assign_process(
        ports, actor, operation, reference["process"], Assignment(job.options["user"], None, False)
    )
    return Outcome()


def close(task: Task, batches: object) -> JobFile:
    task.report(1, 1)
    return FILE


KINDS = {"assign_processes": Kind(assign), "with_file": Kind(assign, close)}


@dataclass
class Office:
    """Ana's job over some processes, and what the tests do with it."""

    outside: Outside
    processes: list[str]
    job: str = ""

    def begin(self, kind: str = "assign_processes", key: str | None = None) -> str:
        items = [JobItem(f"processo {n}", {"process": one}) for n, one in enumerate(self.processes)]
        order = Order(kind, "Atribuir processos", items, options={"user": CARLOS.id})
        operation = self.outside.operation(key=key)
        reply = begin_job(
            self.outside.ports, CLERK, operation, Action.PROCESS_ASSIGN, (), lambda action, loaded: order
        )
        self.job = str(reply["job"])
        return self.job

    def assignments(self) -> int:
        told = [text for one in self.processes for _, text in self.outside.memory.sentences(one)]
        return sum(text.startswith("Processo atribuído") for text in told)


@pytest.fixture
def office(outside: Outside) -> Office:
    outside.identity = People()
    outside.identity.hire()
    return Office(outside, [started(outside) for _ in range(12)])
