"""What is filled in about a document, checked against the catalogues (DOC-01, DOC-08, PRO-08)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chalicelib.application.ports import Catalogues
from chalicelib.application.processes.registration import contact_keys, named_contacts, named_subjects
from chalicelib.application.references import ContactKey
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.catalogue import Applies, DocumentType, check_access_choice
from chalicelib.domain.contact import Contact
from chalicelib.domain.document import Kind, Metadata
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.process import Named

LEVELS = ("public", "restricted", "confidential")


@dataclass(frozen=True, slots=True)
class MetadataForm:
    """The fields of the screen: codes and contact ids, not yet checked."""

    description: str = ""
    name_in_tree: str = ""
    interested_parties: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    remark: str = ""
    access_level: str = "public"
    legal_basis: str | None = None
    dated: date | None = None
    number: str = ""
    format: str | None = None
    conformity_check: str | None = None
    sender: str | None = None

    @property
    def contacts(self) -> list[ContactKey]:
        """Everybody named in the form, to be loaded together."""
        sender = [self.sender] if self.sender else []
        return contact_keys([*self.interested_parties, *self.addressees, *sender])


def document_type(catalogues: Catalogues, code: str, kind: Kind) -> DocumentType:
    """The type, if it serves this kind of document. Raises InvalidRequest ``type_unknown``."""
    found = catalogues.document_types().get(code)
    if found is None or found.applies_to not in (Applies.BOTH, Applies(kind.value)):
        raise InvalidRequest(FieldError("type", "type_unknown", "Este tipo de documento não serve aqui."))
    return found


def checked_metadata(
    form: MetadataForm, kind: DocumentType, contacts: Sequence[Contact | None], catalogues: Catalogues
) -> Metadata:
    """The metadata with names. Raises InvalidRequest per field."""
    if form.addressees and not kind.allows_addressees:
        raise InvalidRequest(
            FieldError("addressees", "not_for_type", "Este tipo de documento não tem destinatários.")
        )
    bases = dict(catalogues.legal_bases())
    basis = check_access_choice(form.access_level, form.legal_basis, LEVELS[:2], bases)
    senders = named_contacts([form.sender] if form.sender else [], contacts, "sender")
    return Metadata(
        description=form.description,
        name_in_tree=form.name_in_tree,
        interested_parties=named_contacts(form.interested_parties, contacts, "interested_parties"),
        addressees=named_contacts(form.addressees, contacts, "addressees"),
        subjects=named_subjects(form.subjects, catalogues, required=False),
        remark=form.remark,
        level=AccessLevel(form.access_level),
        legal_basis=Named(basis.code, basis.label) if basis else None,
        dated=form.dated,
        external_number=form.number,
        format=form.format,
        conformity_check=_conformity_check(form, catalogues),
        sender=senders[0] if senders else None,
    )


def _conformity_check(form: MetadataForm, catalogues: Catalogues) -> Named | None:
    """A digitized copy says how it was checked (Decreto 10.278/2020; DOC-08)."""
    if form.format != "digitized":
        return None
    checks = {row["code"]: row["name"] for row in catalogues.plain("conformity-checks")}
    chosen = form.conformity_check
    if chosen is None or chosen not in checks:
        raise InvalidRequest(
            FieldError("conformity_check", "required", "Informe como a cópia digitalizada foi conferida.")
        )
    return Named(chosen, checks[chosen])
