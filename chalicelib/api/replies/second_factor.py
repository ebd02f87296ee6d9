"""How a person enters, and what changed about it."""

from typing_extensions import TypedDict

from .named import Person


class AccountEvent(TypedDict):
    """Uma mudança em como a pessoa entra"""

    at: str
    text: str
    by: str
    address: str


class TrustedDevice(TypedDict):
    """Um navegador em que o código não é pedido"""

    id: str
    agent: str
    address: str
    at: str
    expires_at: str
    current: bool


class SecondFactor(TypedDict):
    """A própria verificação em duas etapas"""

    enrolled_at: str | None
    recovery_left: int
    paused_until: str | None
    required: bool
    devices: list[TrustedDevice]
    events: list[AccountEvent]


class SecondFactorOfUser(TypedDict):
    """A verificação em duas etapas de um usuário"""

    user: Person
    enrolled_at: str | None
    recovery_left: int
    paused_until: str | None
    events: list[AccountEvent]


class BegunSecondFactor(TypedDict):
    """O que o aplicativo autenticador precisa saber: o código QR diz ``address``, quem digita usa ``secret``"""

    secret: str
    address: str


class OpenSession(TypedDict):
    """Uma sessão aberta"""

    id: str
    at: str
    last_used_at: str
    address: str
    agent: str
    current: bool


class OpenSessions(TypedDict):
    """As próprias sessões abertas"""

    items: list[OpenSession]


class RecoveryCodes(TypedDict):
    """Os códigos de recuperação, mostrados só desta vez"""

    codes: list[str]
