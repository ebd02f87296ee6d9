"""Start, see and keep a process (PRO-02, PRO-06, PRO-07, PRO-11, PRO-15, PRO-27)."""

from collections.abc import Mapping
from datetime import date, tzinfo
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from chalicelib.application.processes.change_number import change_number
from chalicelib.application.processes.delete import delete_process
from chalicelib.application.processes.edit import edit_process
from chalicelib.application.processes.export import export_process
from chalicelib.application.processes.history_views import shown_in_views
from chalicelib.application.processes.informing import FormerRecord
from chalicelib.application.processes.list_documents import list_documents
from chalicelib.application.processes.read_history import read_history
from chalicelib.application.processes.record_progress import record_progress
from chalicelib.application.processes.registration import RegistrationForm
from chalicelib.application.processes.remark import write_remark
from chalicelib.application.processes.see import see_process
from chalicelib.application.processes.start import StartForm, start_process
from chalicelib.domain.history_reading import HistoryFilter, HistoryView, Shown, Topic
from chalicelib.domain.policy import Action

from . import process_view, replies
from .routes import Answer, Call, Routes
from .validation import Body, Code, Identifier, read_if_match

routes = Routes("processes")

Specification = Annotated[str, StringConstraints(max_length=100)]
Level = Literal["public", "restricted", "confidential"]
Grade = Literal["reserved", "secret", "top_secret"]
Subjects = Annotated[tuple[Code, ...], Field(min_length=1, max_length=20)]
#: As it is typed, with or without its punctuation: the city's mask judges it.
ProcessNumber = Annotated[str, StringConstraints(max_length=60)]
Contacts = Annotated[tuple[Identifier, ...], Field(max_length=100)]
RemarkText = Annotated[str, StringConstraints(max_length=1000)]
ProgressText = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
PersonPart = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Cursor = Annotated[str, StringConstraints(max_length=2000)]


class ProcessForm(Body):
    """The screen Iniciar Processo (PRO-02)."""

    type: Code
    specification: Specification = ""
    subjects: Subjects
    interested_parties: Contacts = ()
    access_level: Level = "public"
    legal_basis: Code | None = None
    secrecy_grade: Grade | None = None
    priority: Code | None = None
    remark: RemarkText = ""
    related_to: Identifier | None = None
    flow: Code | None = None
    number: ProcessNumber | None = None
    filed_on: date | None = None

    def record(self) -> FormerRecord | None:
        """The number and the date on paper (PRO-06): one does not come without the other."""
        if self.number is None and self.filed_on is None:
            return None
        return FormerRecord(self.number or "", self.filed_on)

    def registration(self) -> RegistrationForm:
        """The part that may be edited later."""
        return RegistrationForm(
            type=self.type,
            specification=self.specification,
            subjects=self.subjects,
            interested_parties=self.interested_parties,
            access_level=self.access_level,
            legal_basis=self.legal_basis,
            secrecy_grade=self.secrecy_grade,
            priority=self.priority,
        )


class ProcessChanges(Body):
    """The screen Consultar/Alterar Processo (PRO-07): what is not sent stays as it is."""

    type: Code = ""
    specification: Specification = ""
    subjects: Subjects = ()
    interested_parties: Contacts = ()
    access_level: Level = "public"
    legal_basis: Code | None = None
    secrecy_grade: Grade | None = None
    priority: Code | None = None
    remark: RemarkText = ""


class NumberForm(Body):
    """Alterar número e data de autuação (PRO-06)."""

    number: ProcessNumber
    filed_on: date


class Remark(Body):
    """Observações desta unidade (PRO-11); empty removes."""

    text: RemarkText


class Progress(Body):
    """Atualizar Andamento (PRO-27)."""

    text: ProgressText


class HistoryQuery(Body):
    """How much to show, and of what: ``unit`` an id, ``person`` a part of a name or login, both days included."""

    view: HistoryView = HistoryView.SUMMARY
    topic: Topic | None = None
    unit: Code | None = None
    person: PersonPart | None = None
    since: date | None = None
    until: date | None = None
    cursor: Cursor | None = None

    def filter(self, zone: tzinfo, city: Mapping[str, Shown]) -> HistoryFilter:
        """What the reader is asked for."""
        return HistoryFilter(
            self.view, zone, self.topic, self.unit, self.person, self.since, self.until, city
        )


class DocumentsQuery(Body):
    """A page of the tree, from its beginning or from its end."""

    order: Literal["asc", "desc"] = "asc"
    cursor: Cursor | None = None


@routes.route("POST", "/processes", Action.PROCESS_START, body=ProcessForm, reply=replies.Started, status=201)
def start(call: Call) -> Any:
    """Iniciar processo"""
    body: ProcessForm = call.body
    form = StartForm(body.registration(), body.remark, body.related_to, body.flow, body.record())
    return start_process(call.ports, call.actor, call.operation, form)


@routes.route("GET", "/processes/{process}", Action.PROCESS_SEE, reply=replies.Process)
def see(call: Call, process: str) -> Any:
    """O processo: dados, unidades, tramitações, árvore, histórico e o que se pode fazer"""
    view = see_process(call.ports, call.actor, process)
    until = call.session.openings.get(process)
    return process_view.process_page(view, call.actor, call.ports.catalogues, call.ports.zone, until)


@routes.route(
    "GET", "/processes/{process}/history", Action.PROCESS_SEE, query=HistoryQuery, reply=replies.History
)
def history(call: Call, process: str) -> Any:
    """Consultar andamento"""
    query: HistoryQuery = call.query
    wanted = query.filter(call.ports.zone, shown_in_views(call.ports.catalogues))
    return process_view.history(read_history(call.ports, call.actor, process, query.cursor, wanted))


@routes.route(
    "GET", "/processes/{process}/documents", Action.PROCESS_SEE, query=DocumentsQuery, reply=replies.Tree
)
def documents(call: Call, process: str) -> Any:
    """A árvore de documentos, em páginas"""
    newest_first = call.query.order == "desc"
    found, page = list_documents(call.ports, call.actor, process, call.query.cursor, newest_first)
    return process_view.tree(found, page)


@routes.route("GET", "/processes/{process}/export", Action.PROCESS_EXPORT, reply=replies.Export)
def export(call: Call, process: str) -> Any:
    """Exportar o histórico encadeado para conferência"""
    return export_process(call.ports, call.actor, process)


@routes.route(
    "PATCH", "/processes/{process}", Action.PROCESS_EDIT, body=ProcessChanges, reply=replies.Version
)
def edit(call: Call, process: str) -> Any:
    """Alterar processo"""
    changes = {name: getattr(call.body, name) for name in call.body.model_fields_set}
    version = read_if_match(call.header("If-Match"))
    return edit_process(call.ports, call.actor, call.operation, process, version, changes)


@routes.route(
    "PUT", "/processes/{process}/number", Action.PROCESS_RENUMBER, body=NumberForm, reply=replies.Renumbered
)
def renumber(call: Call, process: str) -> Any:
    """Alterar o número e a data de autuação que foram informados"""
    record = FormerRecord(call.body.number, call.body.filed_on)
    return change_number(call.ports, call.actor, call.operation, process, record)


@routes.route("DELETE", "/processes/{process}", Action.PROCESS_DELETE, status=204)
def delete(call: Call, process: str) -> Answer:
    """Excluir processo"""
    delete_process(call.ports, call.actor, call.operation, process)
    return Answer(None)


@routes.route("PUT", "/processes/{process}/remark", Action.PROCESS_REMARK, body=Remark, reply=replies.Version)
def remark(call: Call, process: str) -> Any:
    """Registrar a observação da unidade"""
    return write_remark(call.ports, call.actor, call.operation, process, call.body.text)


@routes.route(
    "POST",
    "/processes/{process}/progress",
    Action.PROCESS_RECORD_PROGRESS,
    body=Progress,
    reply=replies.Version,
    status=201,
)
def progress(call: Call, process: str) -> Any:
    """Atualizar andamento"""
    return record_progress(call.ports, call.actor, call.operation, process, call.body.text)
