"""How a person enters: trusted devices, and what is remembered of every change to it (ACC-02, ACC-08)."""

import hashlib
from datetime import datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .organisation import Person
from .retention import Kept, period
from .second_factor import SecondFactor

# For how long a device is not asked for the code.
TRUSTED = period(Kept.TRUSTED_DEVICES)


LETTERS = "account."


def letters_of(user: str) -> str:
    """Where the e-mails of a person's account lie, in the place of a process; it names nobody."""
    return LETTERS + hashlib.sha256(user.encode()).hexdigest()[:24]


def is_letters(process: str) -> bool:
    """Whether what stands in the place of a process is a person."""
    return process.startswith(LETTERS)


@dataclass(frozen=True, slots=True)
class TrustedDevice:
    """A browser that is not asked for the code: ``digest`` is that of what its cookie holds.

    It is trusted under one enrolment (``factor``) and one of its counts, until its time is over.
    """

    digest: str
    user: str
    factor: str
    count: int
    created_at: datetime
    expires_at: datetime
    address: str
    agent: str

    @property
    def id(self) -> str:
        """How it is named to its owner."""
        return self.digest[:16]

    def trusted_by(self, factor: SecondFactor, now: datetime) -> bool:
        """Whether the enrolment still trusts it."""
        return (self.factor, self.count) == (factor.id, factor.devices) and now < self.expires_at


def trusting(
    factor: SecondFactor, digest: str, now: datetime, address: str, agent: str
) -> TrustedDevice:
    """The device that has just shown a code."""
    return TrustedDevice(digest, factor.user, factor.id, factor.devices, now, now + TRUSTED, address, agent[:200])


class AccountChange(StrEnum):
    """What may change about how a person enters."""

    FACTOR_ENROLLED = "factor_enrolled"
    FACTOR_REMOVED = "factor_removed"
    FACTOR_PAUSED = "factor_paused"
    RECOVERY_RENEWED = "recovery_renewed"
    DEVICES_DISTRUSTED = "devices_distrusted"
    SESSIONS_ENDED = "sessions_ended"
    PASSWORD_CHANGED = "password_changed"
    LINK_ORDERED = "password_link_ordered"
    PASSWORD_MADE = "password_made"


_SENTENCES = {
    AccountChange.FACTOR_ENROLLED: "Verificação em duas etapas ligada",
    AccountChange.FACTOR_REMOVED: "Verificação em duas etapas desligada",
    AccountChange.FACTOR_PAUSED: "Verificação em duas etapas em pausa",
    AccountChange.RECOVERY_RENEWED: "Códigos de recuperação trocados",
    AccountChange.DEVICES_DISTRUSTED: "Todos os dispositivos de confiança retirados",
    AccountChange.SESSIONS_ENDED: "Todas as outras sessões encerradas",
    AccountChange.PASSWORD_CHANGED: "Senha trocada",
    AccountChange.LINK_ORDERED: "Link por e-mail para criar a senha",
    AccountChange.PASSWORD_MADE: "Senha criada pelo link do e-mail",
}


@dataclass(frozen=True, slots=True)
class AccountEvent:
    """A change to how ``user`` enters, made by ``by``; ``note`` says until when, or why."""

    user: str
    change: AccountChange
    by: Person
    at: datetime
    address: str = ""
    note: str = ""

    def sentence(self) -> str:
        """As people read it."""
        return _SENTENCES[self.change] + (f": {self.note}" if self.note else "")
