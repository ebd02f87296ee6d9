"""Authentications of digitized documents."""

from typing_extensions import TypedDict

from .documents import Signature


class Authenticated(TypedDict):
    """As autenticações do documento"""

    signatures: list[Signature]
