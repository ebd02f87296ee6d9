"""The consumer that carries: e-mails that acts left behind (DOC-22, TRA-01), and links to make a password (ACC-01)."""

from collections.abc import Callable

from chalicelib.application.conducting.interests import MAIL
from chalicelib.application.conducting.ports import Marks
from chalicelib.application.mailing.carry import carry_mails
from chalicelib.application.mailing.carry_link import carry_link
from chalicelib.application.mailing.ports import Mailing
from chalicelib.domain.account import is_letters

from .messages import Event, Failures, attempt_each, failures, read_batch, unreadable


def handle_mail(event: Event, mailing: Callable[[str], Mailing], marks: Callable[[str], Marks]) -> Failures:
    """Carry the e-mails of the processes of a batch of facts. Both ports are asked for by tenant."""
    batch = read_batch(event)

    def carry(key: tuple[str, str]) -> int:
        tenant, process = key
        if is_letters(process):
            return carry_link(mailing(tenant), process)
        sent = carry_mails(mailing(tenant), process)
        marks(tenant).reach(MAIL, process, batch.newest[key])
        return sent

    return failures(unreadable(batch.others) + attempt_each(batch.facts, carry))
