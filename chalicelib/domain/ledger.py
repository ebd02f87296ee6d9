"""The public ledger of an agency: one leaf for each history entry of its processes, in the order of arrival.

The ledger's files are for everybody, so a leaf must reveal nothing. An entry whose text is made of codes, numbers and
the civil servant who acted is hashed as it is; one that may carry what people wrote, whom it is about, or any matter of
a confidential process is hashed under a salt of its own that lies beside the record. Without the salt the leaf says
nothing, and destroying record and salt leaves the tree as it is (LGPD art. 18).
"""

import hashlib
import hmac

from chalicelib.domain.value import dataclass

from .access import AccessLevel
from .merkle import leaf_hash

SALT_BYTES = 32
COMMITMENT = b"iperoig-commitment-1:"
#: Facts that quote no free text and nobody but who acted. A fact that is not here is salted: new ones start safe.
PLAIN = frozenset(
    {
        "assignment_removed",
        "block_concluded",
        "block_reopened",
        "conclusion_undone",
        "effective_level_changed",
        "flow_resumed",
        "process_acknowledged",
        "process_concluded",
        "process_concluded_automatically",
        "process_deleted",
        "process_level_changed",
        "process_received",
        "process_reopened",
        "process_sent",
        "process_started",
        "process_unlocked",
        "remark_changed",
        "return_extended",
        "return_withdrawn",
        "sending_undone",
        "suspension_removed",
        "tree_reordered",
    }
)


@dataclass(frozen=True, slots=True)
class Record:
    """A history entry on its way to the ledger: its place in its process and the exact bytes of its text."""

    process: str
    n: int
    kind: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Place:
    """Where a history entry is in the ledger: ``index`` from zero. ``salt`` is empty where the text was hashed as it
    is, or where it was destroyed with the record.
    """

    n: int
    agency: str
    index: int
    leaf: bytes
    salt: bytes = b""


def needs_salt(kind: str, level: AccessLevel | None) -> bool:
    """``level`` is the process's effective one; None when the process is gone, and so cannot be asked."""
    return kind not in PLAIN or level is None or level is AccessLevel.CONFIDENTIAL


def leaf_of(body: bytes, salt: bytes) -> bytes:
    """The leaf's hash (RFC 6962), of the text or of a commitment to it."""
    return leaf_hash(commitment(body, salt) if salt else body)


def commitment(body: bytes, salt: bytes) -> bytes:
    return COMMITMENT + hmac.new(salt, body, hashlib.sha256).hexdigest().encode()
