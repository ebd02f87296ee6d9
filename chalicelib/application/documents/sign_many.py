"""Sign documents of any processes with one password: a result for each, none undoes another (DOC-10, demands 7)."""

from collections.abc import Sequence
from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .sign import sign_document
from .with_one_password import OnePassword, ToSign, on_each


def sign_documents(
    ports: Ports, actor: Actor, operation: Operation, typed: OnePassword, wanted: Sequence[ToSign]
) -> Reply:
    """Sign one after the other; -> and raises as ``on_each``."""
    return on_each(ports, actor, operation, Action.DOCUMENT_SIGN_MANY, typed, wanted, sign_document, _told)


def _told(reply: Reply | None) -> dict[str, Any]:
    return {"signed": reply is not None, "crc": reply["crc"] if reply else None}
