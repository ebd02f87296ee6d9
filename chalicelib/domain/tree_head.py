"""What is signed each hour: how many records the public ledger of an agency has, and what they amount to.

The text is a C2SP checkpoint (tlog-checkpoint) in a signed note: origin, size, root in Base64, one line of ours with
the instant; a blank line; ``— <origin> <Base64 of the key hash and the signature>``. (The glossary keeps the
word checkpoint for what a unit marks its processes with.)
"""

import base64
import hashlib
import re
from datetime import UTC, datetime

from chalicelib.domain.value import dataclass

NOTE = re.compile(
    r"(?P<text>(?P<origin>[^\n ]+)\n(?P<size>0|[1-9]\d*)\n(?P<root>[A-Za-z0-9+/]{43}=)\nat (?P<at>[^\n]+)\n)"
    r"\n— (?P<name>[^\n ]+) (?P<mark>[A-Za-z0-9+/]+={0,2})\n"
)


class NotATreeHead(ValueError):
    """The text is not what this installation signs."""


@dataclass(frozen=True, slots=True)
class TreeHead:
    """``origin`` names the ledger: installation's name, tenant, agency."""

    origin: str
    size: int
    root: bytes
    at: datetime

    @property
    def text(self) -> bytes:
        """What the key signs."""
        instant = self.at.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\nat {instant}\n".encode()

    def note(self, spki: bytes, signature: bytes) -> str:
        """The text with its signature, as it is published."""
        mark = base64.b64encode(hashlib.sha256(spki).digest()[:4] + signature).decode()
        return f"{self.text.decode()}\n— {self.origin} {mark}\n"


def origin_of(tenant: str, agency: str) -> str:
    return f"iperoig/{tenant}/{agency}"


def read_note(note: str) -> TreeHead:
    """What a published note says; its signature is for who checks. Raises NotATreeHead."""
    found = NOTE.fullmatch(note)
    if found is None:
        raise NotATreeHead(note[:200])
    at = datetime.fromisoformat(found["at"].replace("Z", "+00:00"))
    return TreeHead(found["origin"], int(found["size"]), base64.b64decode(found["root"]), at)
