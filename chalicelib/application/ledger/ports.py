"""What the public ledger needs from outside. All of ONE tenant."""

from collections.abc import Callable, Sequence
from typing import Protocol

from chalicelib.domain.ledger import Place, Record
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass


class LedgerForked(RuntimeError):
    """What was published is not what the ledger holds now: somebody changed one of them. Nothing is signed over it."""


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A tree head as it was published: the signed note and the public key (SPKI, DER) that checks it."""

    size: int
    note: str
    spki: bytes


class LedgerView(Protocol):
    """What has been appended and signed; for exports and for whoever asks."""

    def places(self, process: str) -> Sequence[Place]:
        """Where the process's entries are, in the order of the chain."""

    def last_head(self, agency: str) -> SignedHead | None: ...

    def size(self, agency: str) -> int:
        """How many leaves there are, read consistently."""

    def first_head(self, agency: str, size: int) -> SignedHead | None:
        """The smallest published head of at least ``size`` leaves."""

    def file(self, agency: str, path: str) -> bytes:
        """A published file of the ledger. Raises KeyError when there is none."""


class LedgerBook(LedgerView, Protocol):
    """The same, for the one who writes."""

    def last_place(self, process: str) -> Place | None: ...

    def append(self, process: str, agency: str, size: int, places: Sequence[Place]) -> bool:
        """Add leaves to a ledger that has ``size`` of them, in one transaction.

        -> False, changing nothing, when it is no longer so, or when an entry already is somewhere.
        """

    def leaves(self, agency: str, start: int, end: int) -> Sequence[bytes]:
        """Leaf hashes in order, read consistently."""

    def keep_head(self, agency: str, head: SignedHead) -> None:
        """Remember a published head; the same size again changes nothing."""

    def publish(self, agency: str, path: str, data: bytes) -> bytes:
        """Write a file that nobody may replace; -> what is there, which is another's when it came first."""

    def show_last(self, agency: str, note: str) -> None:
        """Say which head is the last one, where everybody looks for it."""


class Chronicle(Protocol):
    """The history, as the ledger takes it."""

    def after(self, process: str, n: int) -> Sequence[Record]:
        """The entries after the ``n``-th, in order, read consistently."""

    def process(self, process: str) -> Process | None: ...

    def agency_of_start(self, process: str) -> str:
        """The agency of the unit that started the process, for one that is no more. Raises KeyError."""


class HeadKey(Protocol):
    """The key that signs tree heads, and nothing else."""

    @property
    def public(self) -> bytes:
        """SubjectPublicKeyInfo, DER."""

    def sign_bytes(self, message: bytes) -> bytes:
        """ECDSA P-256 over SHA-256, DER."""


Salt = Callable[[], bytes]
