"""Each row of a sheet looked at before anything is written: which process, what is missing, who may (DOC-09)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import process_resource, subject
from chalicelib.application.blocks.new_documents import check_block
from chalicelib.application.documents.metadata import offered_type
from chalicelib.application.documents.model_text import model_text
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.document import Kind
from chalicelib.domain.identity import Actor
from chalicelib.domain.mail_merge import Row, Sheet, fields_of, missing, read_sheet
from chalicelib.domain.numbering import digits
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass

UNKNOWN = "Não há processo com este número a que você tenha acesso."


@dataclass(frozen=True, slots=True)
class MergeForm:
    """``type`` of the new documents, ``model`` the number of the one whose text they take, ``rows`` the sheet;
    ``block``, if any, the signing block they go into."""

    type: str
    model: str
    rows: str
    description: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """A row and its process, if it may be told; ``problems`` keep it from being done."""

    row: Row
    process: Process | None
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """``fields`` are what the model asks for; ``unused`` the columns that it does not."""

    fields: tuple[str, ...]
    unused: tuple[str, ...]
    rows: tuple[Looked, ...]


def examined(ports: Ports, actor: Actor, form: MergeForm) -> Examination:
    """Raises InvalidRequest ``type_unknown``, ``initial_text.reference``, and as ``read_sheet`` and ``check_block``."""
    offered_type(ports.catalogues, form.type, Kind.AUTHORED, actor)
    fields = fields_of(model_text(ports, actor, form.model))
    sheet = read_sheet(form.rows)
    rows = tuple(
        _looked(actor, row, process, fields)
        for row, process in zip(sheet.rows, _processes(ports, sheet), strict=True)
    )
    if form.block:
        ready = [row.process.id for row in rows if row.process and not row.problems]
        check_block(ports, actor, form.block, ready, len(ready))
    return Examination(fields, tuple(name for name in sheet.columns if name not in fields), rows)


def _processes(ports: Ports, sheet: Sheet) -> Sequence[Process | None]:
    numbers = [digits(row.process) for row in sheet.rows]
    known = {one: ports.reader.process_of_number(one) for one in dict.fromkeys(numbers) if one}
    wanted = list(dict.fromkeys(place for place in known.values() if place))
    found = dict(zip(wanted, ports.reader.get(*map(ProcessKey, wanted)), strict=True)) if wanted else {}
    return [found.get(known.get(one) or "") for one in numbers]


def _looked(actor: Actor, row: Row, process: Process | None, fields: tuple[str, ...]) -> Looked:
    problems = [] if row.whole else ["A linha não tem o mesmo número de colunas que a primeira."]
    if process and not decide(subject(actor), Action.PROCESS_SEE, process_resource(process)).allowed:
        process = None
    if process is None:
        problems.append(UNKNOWN)
    else:
        may = decide(subject(actor), Action.DOCUMENT_CREATE, process_resource(process))
        if may.reason:
            problems.append(may.reason)
    problems.extend(f"Falta o valor de {name}." for name in missing(row, fields))
    return Looked(row, process, tuple(problems))
