"""What the dialog of an e-mail offers: the unit's mailboxes and how much goes into one (DOC-22)."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.mail import MAXIMUM_MEGABYTES, MEGABYTE
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class EmailOffer:
    """``available``: the installation sends e-mails at all."""

    available: bool
    mailboxes: tuple[str, ...]
    limit: int


def prepare_email(ports: Ports, actor: Actor, process_id: str) -> EmailOffer:
    """Raises NotFound, Forbidden."""
    (found,) = ports.reader.get(ProcessKey(process_id))
    allow_on_process(actor, Action.PROCESS_MAIL, found)
    mailboxes = ports.catalogues.units()[actor.unit.id].mailboxes
    return EmailOffer(bool(ports.mail_sender), mailboxes, most_megabytes(ports) * MEGABYTE)


def most_megabytes(ports: Ports) -> int:
    """How much the attachments of one e-mail may weigh together, as the city says."""
    return int(ports.catalogues.tenant().get("email_megabytes", MAXIMUM_MEGABYTES))
