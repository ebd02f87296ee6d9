"""What anybody may ask, without a session (DOC-15)."""

import re
from dataclasses import asdict
from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.authenticity.check import check_authenticity
from chalicelib.application.authenticity.check_file import check_file
from chalicelib.application.authenticity.confirming import Checked, Proof
from chalicelib.application.authenticity.public_keys import list_public_keys
from chalicelib.application.documents.sign import certificate_of
from chalicelib.application.ports import Ports
from chalicelib.application.rollout.checklist import in_rollout
from chalicelib.composition import installation
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.policy import Action
from chalicelib.domain.signature import Signature
from chalicelib.domain.site_address import SiteAddress
from chalicelib.domain.training import is_training

from . import presenting, replies
from .routes import Call, Routes
from .site import address_typed
from .validation import Body

routes = Routes("public")
DIGEST = re.compile(r"[0-9a-fA-F]{64}")


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
    return _answer(call, check_authenticity(call.ports, query.verifier, query.crc, call.address))


@routes.route("GET", "/public/files/{digest}", Action.AUTHENTICITY_CHECK, reply=replies.Authenticity)
def file(call: Call, digest: str) -> dict[str, Any]:
    """Conferir um arquivo PDF pelo resumo SHA-256 dele"""
    if not DIGEST.fullmatch(digest):
        raise InvalidRequest(
            FieldError("digest", "invalid", "O resumo SHA-256 tem 64 algarismos hexadecimais.")
        )
    checked = check_file(call.ports, digest, call.address)
    return {**_answer(call, checked), "file": "current" if _is_now(checked, digest) else "earlier"}


@routes.route("GET", "/public/keys", Action.AUTHENTICITY_CHECK, reply=replies.PublicKeys)
def keys(call: Call) -> dict[str, Any]:
    """Chaves públicas que conferem os selos das assinaturas"""
    items = [{"kid": key.kid, "spki": key.spki, "since": key.since} for key in list_public_keys(call.ports)]
    return {"algorithm": "ECDSA-P256-SHA256", "items": items}


@routes.route("GET", "/public/tenant", Action.TENANT_READ, reply=replies.TenantAtTheDoor)
def tenant(call: Call) -> dict[str, Any]:
    """O município deste endereço, e os ambientes que há ao lado"""
    place, typed = installation(), address_typed(call.request)
    beside = place.address_book().beside(typed) if typed else ()
    return {
        **replies.tenant_card(call.ports.catalogues.tenant(), in_rollout(call.ports.catalogues)),
        "environments": [
            _environment(place.ports(tenant), address) for address, tenant in beside if len(beside) > 1
        ],
    }


@routes.route("GET", "/health", Action.SYSTEM_READ, reply=replies.Health)
def health(call: Call) -> dict[str, str]:
    """Se a interface responde"""
    return {"status": "ok"}


def _environment(ports: Ports, address: SiteAddress) -> dict[str, Any]:
    card = ports.catalogues.tenant()
    return {
        "path": f"{address.path}/",
        "name": card.get("name", ""),
        "training": is_training(ports.tenant),
    }


def _is_now(checked: Checked, digest: str) -> bool:
    """Whether the file is of the document as it is; one with fewer signatures is of before."""
    last = checked.document.signatures[-1].certified
    if last and last.file.sha256 == digest.lower():
        return True
    return checked.rendition is None or checked.rendition.sha256 == digest.lower()


def _answer(call: Call, checked: Checked) -> dict[str, Any]:
    document, catalogues = checked.document, call.ports.catalogues
    unit = catalogues.units()[document.unit.id]
    return {
        "document": {
            "type": document.type.name,
            "number": document.number,
            "type_number": document.type_number,
            "process_nup": checked.process.nup,
            "unit": unit.name,
            "agency": catalogues.agencies()[unit.agency].name,
            "signed_at": presenting.instant(document.signatures[-1].at),
        },
        "signatures": [
            _signature(made, proof) for made, proof in zip(document.signatures, checked.proofs, strict=True)
        ],
        "digest": document.text.digest if document.text else "",
        "pdf_digest": checked.rendition.sha256 if checked.rendition else None,
        "html": checked.html,
        "pdf": checked.link,
        "signed_pdf": checked.signed_link,
        "content_available": checked.open.allowed,
        "reason": None if checked.open.allowed else checked.open.reason,
        "file": None,
    }


def _signature(made: Signature, proof: Proof | None) -> dict[str, Any]:
    return {
        "signer": made.signer.name,
        "role_title": made.role_title,
        "unit": made.unit.acronym,
        "at": presenting.instant(made.at),
        "method": made.method,
        "level": made.level.value,
        "certificate": certificate_of(made),
        "proof": asdict(proof) if proof else None,
    }
