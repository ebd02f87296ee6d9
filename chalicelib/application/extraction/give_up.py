"""An extraction that died on its way: say so, so that it can be asked for again (DOC-08)."""

from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.application.references import ExtractionKey
from chalicelib.application.transaction import transact
from chalicelib.domain.extraction import fail, is_awaited
from chalicelib.domain.extraction_reasons import INTERRUPTED

from .steps import ending


def give_up_extraction(ports: Ports, sha256: str, attempt: int) -> dict[str, Any]:
    """-> ``{"state"}``; one that ended by itself stays as it ended."""
    (extraction,) = ports.reader.get(ExtractionKey(sha256))
    if not is_awaited(extraction, attempt):
        return {"state": extraction.state.value if extraction else "absent"}
    return dict(transact(*ending(ports, extraction, fail(extraction, INTERRUPTED))))
