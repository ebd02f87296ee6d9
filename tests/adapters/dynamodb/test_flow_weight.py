"""A run is one item of the table, whose limit is 400 KB: the heaviest one that the rules allow fits (issue 4 §7)."""

from dataclasses import replace

from chalicelib.adapters.dynamodb.codec import decode, encode
from chalicelib.adapters.flow_text import LONGEST, read_text
from chalicelib.domain.flow_checks import MOST_STEPS
from chalicelib.domain.flow_reading import read_flow
from chalicelib.domain.flow_run import FlowRun, StepState
from chalicelib.domain.flow_walk import MOST_REACHED
from chalicelib.domain.organisation import Person, UnitName
from tests.domain.flow_examples import begun
from tests.fakes.city import START

LONGEST_NOTE = 500
LIMIT = 400 * 1024


def heaviest_text() -> str:
    """As many answers as the text has room for."""
    head = "fluxo: x\nnome: X\ntipo_de_processo: pedido\netapas:\n"
    room = (LONGEST - len(head)) // MOST_STEPS
    steps = []
    for number in range(MOST_STEPS):
        step = f"  - {{etapa: e{number}, nome: {'ã' * 100}, unidade: gab, decide: ["
        answer = "{resposta: ã, segue: fim},"
        steps.append(step + answer * ((room - len(step) - 4) // len(answer)) + "]}\n")
    return head + "".join(steps)


def test_heaviest_run_is_one_item():
    text = heaviest_text()
    assert 0.9 * LONGEST < len(text) <= LONGEST
    flow = read_flow(read_text(text))
    _, run = begun()
    name = UnitName("u" * 40, "Ã" * 40)
    step = replace(
        run.steps[0], step="e59", unit=name, escalated_to=name, state=StepState.DONE, overdue_at=START, ended_at=START,
        by=Person("p" * 80, "Ã" * 120), way=9, note="ã" * LONGEST_NOTE, document="d" * 60, document_number="1" * 10,
    )  # fmt: skip
    heavy = replace(run, flow=flow, steps=tuple(replace(step, at=str(n)) for n in range(MOST_REACHED)))
    body = encode(heavy)
    assert len(body.encode()) < LIMIT
    assert decode(FlowRun, body) == heavy
