"""From the process and the city to what a run asks about: what is signed, what forms say, units and business days."""

import json
from collections.abc import Collection, Iterator

from chalicelib.application.ports import Ports
from chalicelib.domain import content as contents
from chalicelib.domain.content_form import answers_of
from chalicelib.domain.deadline import Calendar
from chalicelib.domain.document import Document, DocumentState
from chalicelib.domain.flow import FieldChoice
from chalicelib.domain.flow_run import FlowRun, StepState
from chalicelib.domain.flow_walk import Finished, Ground, choices_ahead
from chalicelib.domain.form import FieldKind
from chalicelib.domain.process import Process

FINISHED = frozenset({DocumentState.SIGNED, DocumentState.FILED})


def ground_of(
    ports: Ports, process: Process, run: FlowRun | None, at: str = "", way: int | None = None
) -> Ground:
    """What the acts on the step at ``at`` need. Documents are read only when the step, or what follows, asks for one.

    Read after the process: what changed in between has moved its history, on which the commit depends.
    """
    step = run.find(at) if run else None
    choices: Collection[FieldChoice] = ()
    asks = False
    if run and step and step.state is StepState.OPEN and step.unit:
        definition = run.definition(step)
        taken = way if way is not None and 0 <= way < len(definition.ways) else 0
        choices = choices_ahead(run, at, taken)
        asks = definition.document is not None
    found = list(finished_documents(ports, process)) if asks or choices else []
    return Ground(
        units=ports.catalogues.units(),
        calendar=Calendar(ports.catalogues.holidays(process.agency)),
        day=ports.now().astimezone(ports.zone).date(),
        document_names={code: kind.name for code, kind in ports.catalogues.document_types().items()},
        finished=tuple(Finished(one.id, one.type.code, one.number) for one in found),
        answers={choice: _said(ports, found, choice) for choice in choices},
    )


def finished_documents(ports: Ports, process: Process) -> Iterator[Document]:
    """Signed or filed, in the order of the tree."""
    cursor: str | None = None
    while True:
        page = ports.reader.documents(process.id, cursor, newest_first=False)
        yield from (document for document in page.items if document.state in FINISHED)
        cursor = page.next_cursor
        if cursor is None:
            return


def _said(ports: Ports, found: list[Document], choice: FieldChoice) -> str | None:
    """What the newest signed form of the type says: ``sim`` or ``não`` for a flag, the lines of anything else."""
    forms = [one for one in found if one.type.code == choice.document and one.text]
    definition = ports.catalogues.form(choice.document)
    if not forms or definition is None:
        return None
    text = forms[-1].text
    assert text is not None
    answers = answers_of(contents.parse(json.loads(ports.contents.get(text.key)))) or {}
    answer = answers.get(choice.field, ())
    kinds = {field.id: field.kind for field in definition.fields}
    if kinds.get(choice.field) is FieldKind.FLAG:
        return "sim" if answer else "não"
    return "\n".join(answer)
