"""On what terms one signs here: titles of the unit, level of the method, level that the type asks (ACC-11)."""

from chalicelib.application.ports import Ports
from chalicelib.domain.catalogue import is_offered
from chalicelib.domain.certificate import GOVBR, LEVELS, METHOD
from chalicelib.domain.document import Document
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Decision
from chalicelib.domain.signature import LEVEL_TOO_LOW, SignatureLevel, too_low


def role_titles(ports: Ports, actor: Actor) -> tuple[str, ...]:
    """The titles offered to who signs in the actor's unit (ACC-11)."""
    rows = (row for row in ports.catalogues.plain("role-titles") if row["unit"] == actor.unit.id and is_offered(row))
    return tuple(title for row in rows for title in row["titles"])


def free_role_titles(ports: Ports) -> bool:
    """Whether the city lets the signer write a title that is not of the unit."""
    return bool(ports.catalogues.tenant().get("free_role_titles", False))


def password_level(ports: Ports) -> SignatureLevel:
    """The level that the city's own act gave to a signature by password (norms.md §3)."""
    return SignatureLevel(str(ports.catalogues.tenant().get("password_signature_level", "simple")))


def minimum_level(ports: Ports, document: Document) -> SignatureLevel:
    """The weakest level that the document's type admits; a type that is gone from the catalogue admits any."""
    kind = ports.catalogues.document_types().get(document.type.code)
    return kind.minimum_signature if kind else SignatureLevel.SIMPLE


def methods(ports: Ports) -> dict[str, SignatureLevel]:
    """How one may sign here, and the level of each way; with certificates where the city trusts an authority, with
    the gov.br account where it agreed so with gov.br.
    """
    offered = {"password": password_level(ports)}
    if ports.catalogues.tenant().get("certificate_authorities"):
        offered[METHOD] = LEVELS[METHOD]
    if ports.catalogues.tenant().get("govbr_signature"):
        offered[GOVBR] = LEVELS[GOVBR]
    return offered


def signable(ports: Ports, document: Document, decision: Decision) -> Decision:
    """What the button says before anybody signs: whether any way there is here would be good enough."""
    offered = sorted(methods(ports).values(), key=list(SignatureLevel).index)
    level, minimum = offered[-1], minimum_level(ports, document)
    if not decision.allowed or level.reaches(minimum):
        return decision
    return Decision(False, LEVEL_TOO_LOW, too_low(level, minimum))
