"""Every key that ever sealed a signature here: what anybody needs to check a seal without asking us (DOC-15)."""

from collections.abc import Sequence

from chalicelib.application.ports import Ports
from chalicelib.domain.sealing import PublicKey


def list_public_keys(ports: Ports) -> Sequence[PublicKey]:
    """Oldest first; a key is never taken off the list."""
    return ports.reader.seal_keys()
