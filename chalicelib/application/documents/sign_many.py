"""Sign documents of any processes with one password: a result for each, none undoes another (DOC-10, demands 7)."""

from collections.abc import Sequence
from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import errors
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .sign import sign_document
from .with_one_password import ToSign, each_proven


def sign_documents(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    password: str,
    role_title: str,
    wanted: Sequence[ToSign],
    one_time_code: str = "",
) -> Reply:
    """Sign one after the other; -> ``{"results"}``, in the order asked.

    Raises Forbidden, Unauthenticated ``wrong_password``, TooManyAttempts, InvalidRequest.
    """
    outcomes = each_proven(
        ports,
        actor,
        operation,
        Action.DOCUMENT_SIGN_MANY,
        (password, role_title, one_time_code),
        wanted,
        lambda own, one, form, proof: sign_document(ports, actor, own, one.process, one.document, form, proof),
    )
    return {"results": [_told(one, each) for one, each in zip(wanted, outcomes, strict=True)]}


def _told(one: ToSign, outcome: Reply | errors.DomainError) -> dict[str, Any]:
    place = {"process": one.process, "document": one.document}
    if isinstance(outcome, errors.DomainError):
        return {**place, "signed": False, "crc": None, "code": outcome.code, "message": outcome.message}
    return {**place, "signed": True, "crc": outcome["crc"], "code": None, "message": None}
