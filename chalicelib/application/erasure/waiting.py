"""What a confidential process may make an erasure wait for, without anybody being told that there is one (LGPD)."""

from collections.abc import Iterable

from chalicelib.application.ports import Ports
from chalicelib.domain.erasure import Erasure, LedgerEnd
from chalicelib.domain.errors import Unavailable
from chalicelib.domain.tree_head import read_note


def ledger_ends(ports: Ports) -> Iterable[LedgerEnd]:
    """How far each agency's public ledger is signed."""
    for agency in ports.catalogues.agencies():
        head, size = ports.ledger.last_head(agency), ports.ledger.size(agency)
        yield LedgerEnd(size, head.size, read_note(head.note).at) if head else LedgerEnd(size)


def check_secret(ports: Ports, order: Erasure, process: str, waiting: Iterable[int], left: bool = False) -> None:
    """By now all that was written before the request is under a head (``check_heads``): what is not is late on its way,
    and this is tried again, as when anything else does not answer. What was written after the request is not of it.

    Raises Unavailable ``try_again``.
    """
    numbers = set(waiting)
    early = numbers and any(
        entry.n in numbers and entry.at <= order.at for entry in ports.reader.whole_history(process)
    )
    if early or left:
        raise Unavailable("try_again", "Não foi possível concluir agora. Tente de novo em alguns minutos.")
