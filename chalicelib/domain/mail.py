"""An e-mail that the administration sends (DOC-22, TRA-01): written with the act it tells of, carried afterwards.

It is ``waiting`` from the act's own transaction on, ``sending`` while somebody carries it, and ends as ``sent``,
``refused`` by the carrier, or ``unconfirmed``: who carried it died before hearing the answer. Only a person sends
that one again, for nobody can tell whether it arrived.
"""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest
from .organisation import Person, UnitName

ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}")
MAXIMUM_ADDRESSES = 50
#: What mail servers take; a city may say less.
MAXIMUM_MEGABYTES = 25
MEGABYTE = 1024 * 1024
# Longer than the carrier's own time limit: who has not answered by then will not.
CARRYING = timedelta(minutes=2)


class MailState(StrEnum):
    """Where an e-mail is on its way."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with it; its bytes lie at ``key`` in the content store. ``document``: whose they are, or
    ``upload``, for a file that is no document."""

    name: str
    media_type: str
    size: int
    key: str
    document: str | None = None
    upload: str | None = None


@dataclass(frozen=True, slots=True)
class PersonalMail:
    """An e-mail that belongs to no process; it goes to one person, without files."""

    sender: str
    sender_name: str
    to: tuple[str, ...]
    subject: str
    text: str
    at: datetime
    copies: tuple[str, ...] = ()
    blind: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Mail:
    """``sender`` is an address of the unit, or the installation's for automatic mails; ``blind`` is the CCO.

    ``revision`` counts its changes; ``receipt`` is the carrier's own number, ``reason`` why it was refused.
    ``document`` is the e-mail document it belongs to, if any.
    """

    id: str
    process: str
    unit: UnitName
    by: Person
    at: datetime
    sender: str
    sender_name: str
    to: tuple[str, ...]
    subject: str
    text: str
    copies: tuple[str, ...] = ()
    blind: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    document: str | None = None
    state: MailState = MailState.WAITING
    moved_at: datetime | None = None
    receipt: str | None = None
    reason: str | None = None
    revision: int = 1

    @property
    def open(self) -> bool:
        """Somebody must still carry it, or find out what became of it."""
        return self.state in (MailState.WAITING, MailState.SENDING)

    def abandoned(self, now: datetime) -> bool:
        """Who began to carry it is no longer there to tell."""
        began = self.moved_at or self.at
        return self.state is MailState.SENDING and now - began >= CARRYING


def moved(mail: Mail, state: MailState, at: datetime, receipt: str = "", reason: str = "") -> Mail:
    """The e-mail one step further."""
    return replace(
        mail,
        state=state,
        moved_at=at,
        receipt=receipt or mail.receipt,
        reason=reason or None,
        revision=mail.revision + 1,
    )


def check_addresses(**fields: tuple[str, ...]) -> None:
    """At least one addressee, none malformed, not too many. Raises InvalidRequest, field by field."""
    wrong = [
        FieldError(f"{field}.{position}", "address_invalid", f"O endereço “{address}” não é de e-mail.")
        for field, addresses in fields.items()
        for position, address in enumerate(addresses)
        if not ADDRESS.fullmatch(address)
    ]
    if wrong:
        raise InvalidRequest(*wrong)
    count = sum(len(addresses) for addresses in fields.values())
    if count == 0:
        raise InvalidRequest(FieldError("to", "required", "Informe ao menos um destinatário."))
    if count > MAXIMUM_ADDRESSES:
        message = f"Um e-mail vai para no máximo {MAXIMUM_ADDRESSES} endereços."
        raise InvalidRequest(FieldError("to", "too_many_addresses", message))
