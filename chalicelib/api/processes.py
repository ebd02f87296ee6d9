"""Start, see and keep a process (PRO-02, PRO-07, PRO-11, PRO-15, PRO-27)."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from chalicelib.application.processes.registration import RegistrationForm
from chalicelib.application.processes.start import StartForm, start_process
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes
from .validation import Body, Code, Identifier

routes = Routes("processes")

Specification = Annotated[str, StringConstraints(max_length=100)]
Level = Literal["public", "restricted", "confidential"]
Subjects = Annotated[tuple[Code, ...], Field(min_length=1, max_length=20)]
Contacts = Annotated[tuple[Identifier, ...], Field(max_length=100)]
RemarkText = Annotated[str, StringConstraints(max_length=1000)]


class ProcessForm(Body):
    """The screen Iniciar Processo (PRO-02)."""

    type: Code
    specification: Specification = ""
    subjects: Subjects
    interested_parties: Contacts = ()
    access_level: Level = "public"
    legal_basis: Code | None = None
    priority: Code | None = None
    remark: RemarkText = ""

    def registration(self) -> RegistrationForm:
        """The part that may be edited later."""
        return RegistrationForm(
            type=self.type,
            specification=self.specification,
            subjects=self.subjects,
            interested_parties=self.interested_parties,
            access_level=self.access_level,
            legal_basis=self.legal_basis,
            priority=self.priority,
        )


@routes.route("POST", "/processes", Action.PROCESS_START, body=ProcessForm, reply=replies.Started, status=201)
def start(call: Call) -> Any:
    """Iniciar processo"""
    form = StartForm(call.body.registration(), call.body.remark)
    return start_process(call.ports, call.actor, call.operation, form)
