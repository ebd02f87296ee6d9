"""What people did, one item each of the projections, written as the history's stream tells it.

An act is a set of references to its facts, never more than are ever asked for: adding one again changes nothing, so the
stream may repeat itself and come in any order.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from pynamodb.connection import Connection

from chalicelib.domain.account import AccountEvent
from chalicelib.domain.change_record import ChangeRecord
from chalicelib.domain.desk import DeskEntry
from chalicelib.domain.learning import DEEDS, MOST

from . import keys
from .codec import decode

Deed = tuple[str, str, str, str]
#: (tenant, person, act) that hold as many references as are ever asked for: nothing more is written there.
_full: set[tuple[str, str, str]] = set()


class DynamoDeeds:
    """Who did what, written from the records of the history's stream."""

    def __init__(self, connection: Connection, table: str) -> None:
        self._client: Any = connection.client
        self._table = table

    def remember(self, images: Iterable[Mapping[str, Any]]) -> None:
        """One write per person and act. Raises KeyError, ValueError for what is no line of the history."""
        found: dict[tuple[str, str, str], set[str]] = {}
        for image in images:
            for tenant, user, act, reference in deeds_of(image):
                found.setdefault((tenant, user, act), set()).add(reference)
        for place, references in found.items():
            if place not in _full:
                self._add(*place, references)

    def _add(self, tenant: str, user: str, act: str, references: set[str]) -> None:
        pk, sk = keys.deeds(tenant, user)
        try:
            self._client.update_item(
                TableName=self._table,
                Key={"pk": {"S": pk}, "sk": {"S": sk}},
                UpdateExpression="ADD #act :references",
                ConditionExpression="attribute_not_exists(#act) OR size(#act) < :most",
                ExpressionAttributeNames={"#act": act},
                ExpressionAttributeValues={
                    ":references": {"SS": sorted(references)[:MOST]},
                    ":most": {"N": str(MOST)},
                },
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            _full.add((tenant, user, act))


def deeds_of(image: Mapping[str, Any]) -> list[Deed]:
    """(tenant, person, act, reference) of what a record of the history table tells."""
    pk, body = image["pk"]["S"], image["body"]["S"]
    tenant = keys.tenant_of(pk)
    if keys.is_of_register(pk):
        record = decode(ChangeRecord, body)
        acts = [f"{record.table}.{record.kind.value}", *([f"{record.table}.imported"] if record.imported else ())]
        user, told = record.by.id, f"{record.table} {record.code} {record.at.isoformat()} {record.n}"
    elif keys.of_desk(pk):
        line = decode(DeskEntry, body)
        acts, user, told = [line.act.value], line.by.id, pk + image["sk"]["S"]
    elif keys.of_letters(pk):
        # Who asks at the door has done nothing yet, and may be nobody.
        return []
    elif keys.of_account(pk):
        event = decode(AccountEvent, body)
        acts, user, told = [event.change.value], event.user, pk + image["sk"]["S"]
    else:
        entry = json.loads(body)
        acts, user, told = [entry["kind"]], entry["user"]["id"], pk + image["sk"]["S"]
        if entry["kind"] == "process_sent" and entry["arguments"].get("return_due"):
            acts.append("return_requested")
    reference = hashlib.sha256(told.encode()).hexdigest()[:12]
    return [(tenant, user, act, reference) for act in acts if act in DEEDS]
