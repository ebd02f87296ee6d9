"""The public ledgers, for anybody (issue 5 §4). The ledgers' own files are not the API's: the site gives them out."""

import base64
from typing import Any

from chalicelib.application.ledger.list_ledgers import Ledger, list_ledgers
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes

routes = Routes("ledger")


@routes.route("GET", "/public/ledger", Action.AUTHENTICITY_CHECK, reply=replies.Ledgers)
def ledgers(call: Call) -> dict[str, Any]:
    """O registro público de atos de cada órgão e o seu último marco assinado"""
    return {
        "algorithm": "ECDSA-P256-SHA256",
        "items": [_ledger(call.ports.tenant, one) for one in list_ledgers(call.ports)],
    }


def _ledger(tenant: str, found: Ledger) -> dict[str, Any]:
    agency = {"id": found.agency.id, "acronym": found.agency.acronym, "name": found.agency.name}
    head = None
    if found.head:
        head = {
            "size": found.head.size,
            "root": base64.b64encode(found.head.root).decode(),
            "at": presenting.instant(found.head.at),
            "note": found.note,
        }
    key = {"kid": found.kid, "spki": base64.b64encode(found.spki).decode()} if found.head else None
    return {"agency": agency, "head": head, "key": key, "files": f"/registro/{tenant}/{found.agency.id}/"}
