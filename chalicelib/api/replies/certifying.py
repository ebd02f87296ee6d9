"""Authentications of digitized documents."""

from typing_extensions import TypedDict

from .documents import Signature


class Authenticated(TypedDict):
    """As autenticações do documento"""

    signatures: list[Signature]


class AuthenticationResult(TypedDict):
    """O que aconteceu com um documento: autenticado, ou por que não"""

    process: str
    document: str
    authenticated: bool
    code: str | None
    message: str | None


class AuthenticatedMany(TypedDict):
    """Um resultado por documento, na ordem em que foram pedidos"""

    results: list[AuthenticationResult]
