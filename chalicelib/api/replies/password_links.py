"""Links by which people make their own passwords."""

from typing_extensions import TypedDict


class PasswordLinkCard(TypedDict):
    """De quem é a senha; purpose é first_access ou reset"""

    login: str
    name: str
    purpose: str


class PasswordLinkSent(TypedDict):
    """Para que endereço vai o link"""

    email: str


class PasswordLinkState(TypedDict):
    """Como está o último link de um usuário; state é waiting, sending, sent, refused ou used"""

    purpose: str
    state: str
    ordered_at: str
    expires_at: str | None
    reason: str
