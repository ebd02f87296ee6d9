"""The public ledger's two functions: the consumer that appends to it, and what signs it each hour (issue 5 §4)."""

import logging
from collections.abc import Callable, Iterable

from chalicelib.application.conducting.interests import LEDGER
from chalicelib.application.conducting.ports import Marks
from chalicelib.application.ledger.append import append_history
from chalicelib.application.ledger.ports import Chronicle, LedgerBook, Salt, SignedHead

from .messages import Event, Failures, attempt_each, failures, for_each_tenant, read_batch, unreadable

logger = logging.getLogger(__name__)


def handle_ledger(
    event: Event,
    book: Callable[[str], LedgerBook],
    chronicle: Callable[[str], Chronicle],
    marks: Callable[[str], Marks],
    salt: Salt,
) -> Failures:
    """Append what the processes of a batch of facts have. The three ports are asked for by tenant."""
    batch = read_batch(event)

    def append(key: tuple[str, str]) -> int:
        tenant, process = key
        if not batch.newest[key]:  # a line of a unit's own log: no entry of the history
            return 0
        appended = append_history(book(tenant), chronicle(tenant), salt, process)
        marks(tenant).reach(LEDGER, process, batch.newest[key])
        return appended

    return failures(unreadable(batch.others) + attempt_each(batch.facts, append))


def handle_head(
    tenants: Iterable[str],
    agencies: Callable[[str], Iterable[str]],
    sign: Callable[[str, str], SignedHead | None],
) -> dict[str, dict[str, int]]:
    """Sign every agency's ledger; -> records under its last head, by tenant and agency."""

    def each(tenant: str) -> dict[str, int]:
        signed = {agency: sign(tenant, agency) for agency in agencies(tenant)}
        found = {agency: head.size for agency, head in signed.items() if head}
        logger.info("ledger_signed", extra={"tenant": tenant, "agencies": len(found)})
        return found

    return for_each_tenant(tenants, each)
