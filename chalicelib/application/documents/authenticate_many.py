"""Authenticate digitized documents of any processes with one password: a result for each (DOC-13)."""

from collections.abc import Sequence
from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import errors
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .authenticate import authenticate_document
from .with_one_password import ToSign, each_proven


def authenticate_documents(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    password: str,
    role_title: str,
    wanted: Sequence[ToSign],
    one_time_code: str = "",
) -> Reply:
    """Certify one after the other; -> ``{"results"}``, in the order asked.

    Raises Forbidden, Unauthenticated ``wrong_password``, TooManyAttempts, InvalidRequest.
    """
    outcomes = each_proven(
        ports,
        actor,
        operation,
        Action.DOCUMENT_SIGN_MANY,
        (password, role_title, one_time_code),
        wanted,
        lambda own, one, form, proof: authenticate_document(
            ports, actor, own, one.process, one.document, form, proof
        ),
    )
    return {"results": [_told(one, each) for one, each in zip(wanted, outcomes, strict=True)]}


def _told(one: ToSign, outcome: Reply | errors.DomainError) -> dict[str, Any]:
    place = {"process": one.process, "document": one.document}
    if isinstance(outcome, errors.DomainError):
        return {**place, "authenticated": False, "code": outcome.code, "message": outcome.message}
    return {**place, "authenticated": True, "code": None, "message": None}
