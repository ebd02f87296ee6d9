"""The same act on many processes, as a job (demands 4)."""

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.application.bulk.order import MAXIMUM_PROCESSES, BulkOrder, order_bulk_act
from chalicelib.application.bulk.retry import retry_bulk_act
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.policy import Action

from . import replies
from .checklists import ExtensionBody
from .desk import CheckpointForm, DeadlineForm, LabelText, NoteBody
from .favourites import FavouriteGroup
from .flows import Note
from .follow_ups import FollowUpForm
from .processes import Level, ProgressText, Remark
from .routes import Call, Routes
from .routing import AssignmentForm, Conclusion, Extension, Sending
from .ties import OtherProcess, Reason, Reasoned, SuspensionForm
from .validation import Body, Code, Identifier, read_body

routes = Routes("bulk")

Chosen = Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=MAXIMUM_PROCESSES)]


class Progress(Body):
    """Free text for the history of each (PRO-27)."""

    text: ProgressText


class Labelling(LabelText):
    """Which label, and what is written beside it (TRA-09)."""

    label: Identifier


class Unlabelling(Body):
    """Which label (TRA-09)."""

    label: Identifier


class IntoBlock(Body):
    """Which block (BLO-06, BLO-07)."""

    block: Identifier


class Favourite(Body):
    """In which group of the unit's favourites (PRO-22)."""

    group: FavouriteGroup = ""


class AccessChange(Body):
    """Public, or restricted for a reason that the law gives (PRO-08)."""

    access_level: Level
    legal_basis: Code | None = None


class Unannexing(OtherProcess):
    """Out of which process, and why (PRO-17)."""

    reason: Reason


class StepNote(Body):
    """What is noted of the step that each completes (issue 4 §7)."""

    note: Note = ""


class Followed(Body):
    """Which follow-ups of each process (TRA-10): one may be followed in several groups."""

    follow_ups: dict[Identifier, Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=50)]] = Field(
        min_length=1, max_length=MAXIMUM_PROCESSES
    )

    def check(self) -> None:
        """Raises InvalidRequest ``too_many_items``: the job carries them all."""
        if sum(map(len, self.follow_ups.values())) > MAXIMUM_PROCESSES:
            message = f"Escolha até {MAXIMUM_PROCESSES} acompanhamentos de cada vez."
            raise InvalidRequest(FieldError("form.follow_ups", "too_many_items", message))


class Nothing(Body):
    """An act that needs no data."""


#: What the dialog of each act is filled with.
FORMS: dict[str, type[Body]] = {
    "receive": Nothing,
    "mark_unread": Nothing,
    "assign": AssignmentForm,
    "send": Sending,
    "conclude": Conclusion,
    "undo_conclusion": Nothing,
    "reopen": Nothing,
    "undo_sending": Nothing,
    "extend_return": Extension,
    "withdraw_return": Nothing,
    "progress": Progress,
    "note": NoteBody,
    "label": Labelling,
    "unlabel": Unlabelling,
    "deadline": DeadlineForm,
    "conclude_deadline": Nothing,
    "remove_deadline": Nothing,
    "checkpoint": CheckpointForm,
    "checklist": ExtensionBody,
    "remark": Remark,
    "follow": FollowUpForm,
    "see_news": Followed,
    "unfollow": Followed,
    "favourite": Favourite,
    "block": IntoBlock,
    "acknowledge": Nothing,
    "access": AccessChange,
    "suspend": SuspensionForm,
    "resume": Nothing,
    "relate": OtherProcess,
    "unrelate": OtherProcess,
    "annex": OtherProcess,
    "unannex": Unannexing,
    "delete": Nothing,
    "lock": Reasoned,
    "unlock": Nothing,
    "complete_step": StepNote,
    "pause_flow": Reasoned,
    "resume_flow": Nothing,
    "cancel_flow": Reasoned,
}


class BulkBody(Body):
    """``form`` is what the dialog of the act on one process is filled with."""

    act: Literal[
        "receive", "mark_unread", "assign", "send", "conclude", "undo_conclusion", "reopen", "progress", "note",
        "label", "unlabel", "deadline", "conclude_deadline", "remove_deadline", "checkpoint", "checklist",
        "remark", "follow", "favourite", "block", "acknowledge", "access", "suspend", "resume", "relate",
        "unrelate", "annex", "lock", "unlock", "undo_sending", "extend_return", "withdraw_return", "see_news",
        "unfollow", "unannex", "delete", "complete_step", "pause_flow", "resume_flow", "cancel_flow",
    ]  # fmt: skip
    processes: Chosen
    form: dict[str, Any] = Field(default_factory=dict)


@routes.route("POST", "/bulk-acts", Action.BULK_ORDER, body=BulkBody, reply=replies.JobStarted, status=201)
def order(call: Call) -> Any:
    """Fazer o mesmo ato em muitos processos"""
    body: BulkBody = call.body
    filled = read_form(FORMS[body.act], body.form)
    if isinstance(filled, Sending) and filled.return_due:
        filled.return_due.rule()
    if isinstance(filled, Extension):
        filled.return_due.rule()
    if isinstance(filled, DeadlineForm):
        filled.rule()
    if isinstance(filled, Followed):
        filled.check()
    if isinstance(filled, ExtensionBody):
        filled.form()
    form = BulkOrder(body.act, body.processes, filled.model_dump(mode="json"))
    return order_bulk_act(call.ports, call.actor, call.operation, form)


@routes.route(
    "POST", "/jobs/{job}/retrials", Action.BULK_ORDER, body=Nothing, reply=replies.JobStarted, status=201
)
def retry(call: Call, job: str) -> Any:
    """Tentar de novo os processos que faltaram"""
    return retry_bulk_act(call.ports, call.actor, call.operation, job)


def read_form(model: type[Body], form: Mapping[str, Any]) -> Body:
    """The form as the act's own dialog would send it. Raises InvalidRequest on ``form.…``."""
    try:
        return read_body(model, json.dumps(form).encode())
    except InvalidRequest as refused:
        errors = [FieldError(f"form.{one.field}", one.code, one.message) for one in refused.errors]
        raise InvalidRequest(*errors) from refused
