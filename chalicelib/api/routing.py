"""Receive, send, ask back, conclude, reopen, assign (TRA-01 … TRA-07)."""

from typing import Annotated, Any

from pydantic import Field

from chalicelib.application.routing.assign import Assignment, assign_process
from chalicelib.application.routing.conclude import conclude_process
from chalicelib.application.routing.extend_return import extend_return_due
from chalicelib.application.routing.receive import receive_process
from chalicelib.application.routing.reopen import reopen_process
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.application.routing.withdraw_return import withdraw_return_request
from chalicelib.domain.deadline import InDays
from chalicelib.domain.policy import Action

from . import replies
from .due import Days, DueForm
from .routes import Answer, Call, Routes
from .validation import Body, Day, Identifier

routes = Routes("routing")

Destinations = Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=100)]


class ReturnDue(DueForm):
    """Until when it must come back: on a ``date``, or in ``days``, counted as business days if so asked."""

    field = "return_due"


class ReopenIn(Body):
    """So many days after it is closed here, counted as business days if so asked (TRA-06)."""

    days: Days
    business: bool = False

    def rule(self) -> InDays:
        return InDays(self.days, self.business)


class Sending(Body):
    """The screen Enviar Processo (TRA-01)."""

    units: Destinations
    keep_open: bool = False
    return_due: ReturnDue | None = None
    reopen_on: Day | None = None
    reopen_in: ReopenIn | None = None
    notify_by_email: bool = False


class Extension(Body):
    """A later day for a return (TRA-03)."""

    return_due: ReturnDue


class Conclusion(Body):
    """Concluir Processo, perhaps until a day (TRA-04, TRA-06)."""

    reopen_on: Day | None = None
    reopen_in: ReopenIn | None = None


class AssignmentForm(Body):
    """Atribuir Processo (TRA-07): ``user`` null removes; ``expected`` is who the screen showed."""

    user: Identifier | None
    expected: Identifier | None = None


class Nothing(Body):
    """An act that needs no data."""


@routes.route(
    "POST", "/processes/{process}/receipts", Action.PROCESS_RECEIVE, body=Nothing, reply=replies.Version
)
def receive(call: Call, process: str) -> Any:
    """Receber processo"""
    return receive_process(call.ports, call.actor, call.operation, process)


@routes.route(
    "POST",
    "/processes/{process}/routings",
    Action.PROCESS_SEND,
    body=Sending,
    reply=replies.Sent,
    status=201,
)
def send(call: Call, process: str) -> Any:
    """Enviar processo"""
    body: Sending = call.body
    form = SendForm(
        units=body.units,
        keep_open=body.keep_open,
        return_due=body.return_due.rule() if body.return_due else None,
        reopen_on=body.reopen_on,
        notify_by_email=body.notify_by_email,
        reopen_in=body.reopen_in.rule() if body.reopen_in else None,
    )
    return send_process(call.ports, call.actor, call.operation, process, form)


@routes.route(
    "PATCH",
    "/processes/{process}/routings/{routing}",
    Action.ROUTING_EXTEND,
    body=Extension,
    reply=replies.Version,
)
def extend(call: Call, process: str, routing: str) -> Any:
    """Prorrogar retorno programado"""
    rule = call.body.return_due.rule()
    return extend_return_due(call.ports, call.actor, call.operation, process, routing, rule)


@routes.route(
    "DELETE",
    "/processes/{process}/routings/{routing}/return-request",
    Action.ROUTING_WITHDRAW_RETURN,
    status=204,
)
def withdraw(call: Call, process: str, routing: str) -> Answer:
    """Excluir retorno programado"""
    withdraw_return_request(call.ports, call.actor, call.operation, process, routing)
    return Answer(None)


@routes.route(
    "POST",
    "/processes/{process}/conclusion",
    Action.PROCESS_CONCLUDE,
    body=Conclusion,
    reply=replies.Version,
)
def conclude(call: Call, process: str) -> Any:
    """Concluir processo na unidade"""
    body: Conclusion = call.body
    after = body.reopen_in.rule() if body.reopen_in else None
    return conclude_process(call.ports, call.actor, call.operation, process, body.reopen_on, after)


@routes.route(
    "POST", "/processes/{process}/reopening", Action.PROCESS_REOPEN, body=Nothing, reply=replies.Version
)
def reopen(call: Call, process: str) -> Any:
    """Reabrir processo na unidade"""
    return reopen_process(call.ports, call.actor, call.operation, process)


@routes.route(
    "PUT",
    "/processes/{process}/assignment",
    Action.PROCESS_ASSIGN,
    body=AssignmentForm,
    reply=replies.Version,
)
def assign(call: Call, process: str) -> Any:
    """Atribuir processo"""
    form: AssignmentForm = call.body
    assignment = Assignment(form.user, form.expected, "expected" in form.model_fields_set)
    return assign_process(call.ports, call.actor, call.operation, process, assignment)
