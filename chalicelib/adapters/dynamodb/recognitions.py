"""How far the OCR of a file's pages is: a plan and one item for each batch, which nobody else writes."""

import json
from datetime import datetime
from typing import Any

from chalicelib.domain.extraction import LONGEST_WAIT, Extraction, Recognition
from chalicelib.domain.job import JOB_KEPT

from . import keys
from .items import MainItem

PLAN = "PLAN"


class DynamoRecognitions:
    """Implements ``extraction.ports.Recognitions`` for one tenant."""

    def __init__(self, tenant: str) -> None:
        self._tenant = tenant

    def begin(self, extraction: Extraction, pages: int, at: datetime) -> None:
        self._keep(extraction, PLAN, [pages, at.isoformat()])

    def tell(self, extraction: Extraction, batch: int, read: int) -> None:
        self._keep(extraction, f"{batch:05d}", read)

    def of(self, extraction: Extraction) -> Recognition | None:
        mine = keys.recognitions(extraction.attempt)
        pk, _ = keys.extraction(self._tenant, extraction.sha256)
        found = {item.sk: json.loads(item.body or "") for item in MainItem.query(pk, MainItem.sk.startswith(mine))}
        plan = found.pop(mine + PLAN, None)
        if plan is None:
            return None
        pages, since = plan
        return Recognition(pages, min(sum(found.values()), pages), datetime.fromisoformat(since))

    def _keep(self, extraction: Extraction, name: str, said: Any) -> None:
        place = keys.recognition(self._tenant, extraction.sha256, extraction.attempt, name)
        until = int((extraction.began_at + LONGEST_WAIT + JOB_KEPT).timestamp())
        MainItem(*place, body=json.dumps(said), expires_at=until).save()
