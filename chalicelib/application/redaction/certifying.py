"""By which law passages are concealed, and the certificate of it: a draft to be signed, of the type the city chose."""

from chalicelib.application.documents.blank import BLANK
from chalicelib.application.documents.metadata import LEVELS, document_type
from chalicelib.application.ports import Ports
from chalicelib.domain import content as contents
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.catalogue import DocumentType, LegalBasis, check_access_choice
from chalicelib.domain.concealment_certificate import Certified, certificate
from chalicelib.domain.content import Content
from chalicelib.domain.document import Kind
from chalicelib.domain.errors import FieldError, InvalidRequest, Refused


def certificate_type(ports: Ports) -> DocumentType:
    """Raises Refused ``certificate_not_set_up`` when the city chose none, or one that does not serve."""
    code = str(ports.catalogues.tenant().get("concealment_certificate_type") or "")
    try:
        return document_type(ports.catalogues, code, Kind.AUTHORED)
    except InvalidRequest:
        raise Refused(
            "certificate_not_set_up",
            "Falta escolher o tipo de documento da certidão de ocultação. Avise a administração.",
        ) from None


def certificate_content(ports: Ports, kind: DocumentType, facts: Certified) -> Content:
    """The text within the model of its type."""
    template = ports.catalogues.template(kind.code) if kind.has_template else None
    return contents.with_body_of(contents.from_template(template or BLANK), certificate(facts))


def concealing_law(ports: Ports, code: str, level: AccessLevel) -> LegalBasis:
    """The law by which passages are concealed. Raises InvalidRequest ``legal_basis_unknown`` ….

    A restricted copy is restricted by the same law, which must then serve that level.
    """
    bases = dict(ports.catalogues.legal_bases())
    check_access_choice(level.value, code, LEVELS, bases)
    if code not in bases:
        raise InvalidRequest(
            FieldError("legal_basis", "legal_basis_unknown", "Escolha a hipótese legal da ocultação.")
        )
    return bases[code]
