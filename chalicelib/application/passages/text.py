"""What people wrote in a text that is kept, as passages are counted in it (DOC-03)."""

import json

from chalicelib.application.ports import Ports
from chalicelib.domain.content import Content
from chalicelib.domain.passage import written


def written_at(ports: Ports, key: str) -> str:
    """The text at ``key``, which was read into its normal form before it was kept."""
    return written(Content(json.loads(ports.contents.get(key))))
