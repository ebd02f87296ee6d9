"""Authenticate digitized documents of any processes with one password: a result for each (DOC-13)."""

from collections.abc import Sequence
from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .authenticate import authenticate_document
from .with_one_password import OnePassword, ToSign, on_each


def authenticate_documents(
    ports: Ports, actor: Actor, operation: Operation, typed: OnePassword, wanted: Sequence[ToSign]
) -> Reply:
    """Certify one after the other; -> and raises as ``on_each``."""
    return on_each(ports, actor, operation, Action.DOCUMENT_SIGN_MANY, typed, wanted, authenticate_document, _told)


def _told(reply: Reply | None) -> dict[str, Any]:
    return {"authenticated": reply is not None}
