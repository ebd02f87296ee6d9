"""The job that erases: each item is one transaction, and the last one is the address book."""

from collections.abc import Mapping

from chalicelib.application.jobs.kinds import Kind
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Job, Outcome

from .erase_contact import erase_contact
from .erase_process import erase_in_process

KIND = "erasure"


def erasure_kind() -> Kind:
    """The kind of job; what an item refuses stays beside it, and the request may be confirmed again."""
    return Kind(_on_item)


def _on_item(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
) -> Outcome:
    erasure, process = job.options["erasure"], reference["process"]
    if not process:
        erase_contact(ports, actor, operation, erasure)
        return Outcome(message="Eliminado.")
    records = tuple(int(n) for n in reference["records"].split(",") if n)
    done = erase_in_process(ports, actor, operation, erasure, process, records)
    count = int(done["records"])
    return Outcome(message={0: "Eliminado.", 1: "1 andamento eliminado."}.get(count, f"{count} andamentos eliminados."))
