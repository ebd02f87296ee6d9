"""What anybody may ask, without a session (DOC-15)."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.authenticity.check import check_authenticity
from chalicelib.application.authenticity.public_keys import list_public_keys
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body

routes = Routes("public")


class AuthenticityQuery(Body):
    """Both codes printed at the foot of the document."""

    verifier: Annotated[str, StringConstraints(pattern=r"^\d{1,12}$")]
    crc: Annotated[str, StringConstraints(pattern=r"^[0-9A-Fa-f]{8}$")]


@routes.route(
    "GET",
    "/public/authenticity",
    Action.AUTHENTICITY_CHECK,
    query=AuthenticityQuery,
    reply=replies.Authenticity,
)
def authenticity(call: Call) -> dict[str, Any]:
    """Conferir a autenticidade de um documento"""
    query: AuthenticityQuery = call.query
    checked = check_authenticity(call.ports, query.verifier, query.crc, call.address)
    document, catalogues = checked.document, call.ports.catalogues
    unit = catalogues.units()[document.unit.id]
    signed = document.signatures
    return {
        "document": {
            "type": document.type.name,
            "number": document.number,
            "type_number": document.type_number,
            "process_nup": checked.process.nup,
            "unit": unit.name,
            "agency": catalogues.agencies()[unit.agency].name,
            "signed_at": presenting.instant(signed[-1].at),
        },
        "signatures": [
            {
                "signer": made.signer.name,
                "role_title": made.role_title,
                "unit": made.unit.acronym,
                "at": presenting.instant(made.at),
                "method": made.method,
                "level": made.level.value,
                "record": made.record or None,
            }
            for made in signed
        ],
        "digest": document.text.digest if document.text else "",
        "pdf_digest": checked.rendition.sha256 if checked.rendition else None,
        "html": checked.html,
        "pdf": checked.link,
        "content_available": checked.open.allowed,
        "reason": None if checked.open.allowed else checked.open.reason,
    }


@routes.route("GET", "/public/keys", Action.AUTHENTICITY_CHECK, reply=replies.PublicKeys)
def keys(call: Call) -> dict[str, Any]:
    """Chaves públicas que conferem os selos das assinaturas"""
    items = [{"kid": key.kid, "spki": key.spki, "since": key.since} for key in list_public_keys(call.ports)]
    return {"algorithm": "ECDSA-P256-SHA256", "items": items}


@routes.route("GET", "/public/tenant", Action.TENANT_READ, reply=replies.TenantCard)
def tenant(call: Call) -> Any:
    """O município"""
    return replies.tenant_card(call.ports.catalogues.tenant())


@routes.route("GET", "/health", Action.SYSTEM_READ, reply=replies.Health)
def health(call: Call) -> dict[str, str]:
    """Se a interface responde"""
    return {"status": "ok"}
