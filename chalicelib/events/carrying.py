"""The consumer that carries: e-mails that acts and moments left behind (DOC-22, TRA-01, TRA-03), and links to make a
password (ACC-01)."""

from collections.abc import Callable
from typing import Any

from chalicelib.application.conducting.interests import MAIL, NOTICES
from chalicelib.application.conducting.ports import Marks
from chalicelib.application.mailing.carry import carry_mails
from chalicelib.application.mailing.carry_link import carry_link
from chalicelib.application.mailing.ports import Mailing
from chalicelib.domain.account import is_letters

from .messages import Batch, Event, Failures, attempt_each, failures, read_batch, unreadable


def handle_mail(event: Event, mailing: Callable[[str], Mailing], marks: Callable[[str], Marks]) -> Failures:
    """Carry the e-mails of the processes of a batch of facts and notices. Both ports are asked for by tenant."""
    batch = read_batch(event)
    noticed, unknown = _noticed(batch)

    def carry(key: tuple[str, str]) -> int:
        tenant, process = key
        if is_letters(process):
            outside = mailing(tenant)
            outside.answer(process)
            return carry_link(outside, process)
        sent = carry_mails(mailing(tenant), process)
        marks(tenant).reach(MAIL, process, batch.newest[key])
        return sent

    def tell(key: tuple[str, str]) -> int:
        return carry_mails(mailing(key[0]), key[1])

    return failures(unreadable(unknown) + attempt_each(batch.facts, carry) + attempt_each(noticed, tell))


def _noticed(batch: Batch) -> tuple[dict[tuple[str, str], list[str]], list[tuple[str, dict[str, Any]]]]:
    """(tenant, process) -> message ids of the notices of the bus; and what is neither fact nor notice.

    A process that a fact is about, too, is not dealt with twice at the same time: the fact's turn carries everything.
    """
    noticed: dict[tuple[str, str], list[str]] = {}
    unknown = []
    for identifier, body in batch.others:
        detail = body.get("detail")
        known = isinstance(detail, dict) and {"tenant", "process"} <= set(detail)
        if body.get("detail-type") not in NOTICES or not isinstance(detail, dict) or not known:
            unknown.append((identifier, body))
            continue
        key = (str(detail["tenant"]), str(detail["process"]))
        (batch.facts if key in batch.facts else noticed).setdefault(key, []).append(identifier)
    return noticed, unknown
