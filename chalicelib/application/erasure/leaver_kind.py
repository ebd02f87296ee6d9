"""The kind of job that erases who left: what units keep, then the register (LGPD)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

from chalicelib.application.jobs.kinds import Kind
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Job, JobItem, Outcome

from .erase_in_unit import erase_in_unit
from .erase_leaver import erase_leaver

KIND = "leaver_erasure"
UNITS, REGISTER = "units", "register"


def leaver_kind() -> Kind:
    """Whatever was done is not found again: an item that died half-way goes on where it was."""
    return Kind(_on_item)


def leaver_items() -> Sequence[JobItem]:
    """The register comes last: by it the rest is found."""
    return (
        JobItem("O que as unidades guardam", {"part": UNITS}),
        JobItem("Cadastro e acesso", {"part": REGISTER}),
    )


def _on_item(ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job) -> Outcome:
    erasure = job.options["erasure"]
    if reference["part"] == UNITS:
        for unit in ports.catalogues.units():
            erase_in_unit(ports, actor, replace(operation, key=f"{operation.key}-{unit}"), erasure, unit)
        return Outcome(message="Conferidas.")
    for turn in count():
        if not erase_leaver(ports, actor, replace(operation, key=f"{operation.key}-{turn}"), erasure)["more"]:
            break
    return Outcome(message="Eliminado.")
