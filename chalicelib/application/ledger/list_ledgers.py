"""What anybody may know of the public ledgers: one for each agency, and the last head that was signed of each."""

from collections.abc import Sequence

from chalicelib.application.ports import Ports
from chalicelib.domain.organisation import Agency
from chalicelib.domain.sealing import key_name
from chalicelib.domain.tree_head import TreeHead, read_note
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Ledger:
    """``head`` None: nothing was signed yet. ``kid`` and ``spki`` are of the key that checks it."""

    agency: Agency
    head: TreeHead | None = None
    note: str = ""
    kid: str = ""
    spki: bytes = b""


def list_ledgers(ports: Ports) -> Sequence[Ledger]:
    """By the agency's name; one read for each."""
    found = []
    for agency in sorted(ports.catalogues.agencies().values(), key=lambda one: one.name):
        last = ports.ledger.last_head(agency.id)
        if last is None:
            found.append(Ledger(agency))
        else:
            found.append(Ledger(agency, read_note(last.note), last.note, key_name(last.spki), last.spki))
    return found
