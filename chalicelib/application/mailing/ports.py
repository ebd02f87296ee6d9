"""What carrying the e-mails of one tenant needs from outside."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.application.ports import ContentStore
from chalicelib.domain.mail import Mail, PersonalMail
from chalicelib.domain.password_link import PasswordLink
from chalicelib.domain.value import dataclass


class NotCarried(Exception):
    """The carrier is away or throttling, and surely sent nothing: try again later."""


class CarrierRefused(Exception):
    """The carrier will never take this e-mail; ``reason`` is for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class CarrierSilent(Exception):
    """It was handed over and no answer came: nobody knows whether it was sent."""


class Carrier(Protocol):
    """The service that delivers e-mails (SES)."""

    def carry(self, mail: Mail | PersonalMail, files: Sequence[bytes]) -> str:
        """Hand it over once; -> the carrier's number. Raises NotCarried, CarrierRefused, CarrierSilent."""


class Outbox(Protocol):
    """The e-mails of the tenant's processes, read consistently."""

    def of_process(self, process: str) -> Sequence[Mail]: ...
    def move(self, before: Mail, after: Mail) -> bool:
        """Write ``after``, unless it is no longer as ``before``; -> whether it was."""


class LinkBox(Protocol):
    """The links of the tenant's people, read consistently."""

    def of(self, letters: str) -> PasswordLink | None:
        """The one kept under the name that stands for the person (``domain.account.letters_of``)."""

    def move(self, before: PasswordLink, after: PasswordLink) -> bool:
        """Write ``after``, unless it is no longer as ``before``; -> whether it was."""


@dataclass(frozen=True, slots=True)
class Mailing:
    """What carrying needs. ``site``: where the pages are that links lead to; ``answer``: orders what was asked at the
    door under a name that stands for a person, if there is such a person.
    """

    outbox: Outbox
    carrier: Carrier
    contents: ContentStore
    now: Callable[[], datetime]
    links: LinkBox
    site: str
    answer: Callable[[str], object]
