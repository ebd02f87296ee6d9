"""What is filled in about a document, checked against the catalogues (DOC-01, DOC-08, PRO-08)."""

from collections.abc import Sequence
from datetime import date

from chalicelib.application.ports import Catalogues
from chalicelib.application.processes.registration import contact_keys, named_contacts, named_subjects
from chalicelib.application.references import ContactKey
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.catalogue import Applies, DocumentType, check_access_choice, is_offered
from chalicelib.domain.contact import Contact
from chalicelib.domain.digitization import Digitization, check_digitized_on, checked_digitization
from chalicelib.domain.document import Kind, Metadata
from chalicelib.domain.errors import FieldError, InvalidRequest, Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.process import Named, Process
from chalicelib.domain.value import dataclass

#: What any process admits; confidential only where its type does (PRO-08).
LEVELS = ("public", "restricted")
NEW = Metadata()
#: A form is written here, as a text is (DOC-07).
SERVES = {
    Kind.AUTHORED: (Applies.BOTH, Applies.AUTHORED, Applies.FORM),
    Kind.UPLOADED: (Applies.BOTH, Applies.UPLOADED),
}


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
    digitization: Digitization | None = None
    amount: int | None = None

    @property
    def contacts(self) -> list[ContactKey]:
        """Everybody named in the form, to be loaded together."""
        sender = [self.sender] if self.sender else []
        return contact_keys([*self.interested_parties, *self.addressees, *sender])


def document_type(catalogues: Catalogues, code: str, kind: Kind) -> DocumentType:
    """The type, if it serves this kind of document. Raises InvalidRequest ``type_unknown``."""
    found = catalogues.document_types().get(code)
    if found is None or not found.active or found.applies_to not in SERVES[kind]:
        raise InvalidRequest(FieldError("type", "type_unknown", "Este tipo de documento não serve aqui."))
    return found


def offered_type(catalogues: Catalogues, code: str, kind: Kind, actor: Actor) -> DocumentType:
    """The type, if the actor's unit may include documents of it (DOC-02). Raises InvalidRequest ``type_unknown``,
    Refused ``type_not_for_unit``."""
    found = document_type(catalogues, code, kind)
    if not found.serves(actor.unit.id, actor.agency):
        raise Refused("type_not_for_unit", "Este tipo de documento não está disponível para a sua unidade.")
    return found


def form_of(metadata: Metadata) -> MetadataForm:
    """The screen as it opens to edit what is registered."""
    return MetadataForm(
        description=metadata.description,
        name_in_tree=metadata.name_in_tree,
        interested_parties=_codes(metadata.interested_parties),
        addressees=_codes(metadata.addressees),
        subjects=_codes(metadata.subjects),
        remark=metadata.remark,
        access_level=metadata.level.value,
        legal_basis=metadata.legal_basis.code if metadata.legal_basis else None,
        dated=metadata.dated,
        number=metadata.external_number,
        format=metadata.format,
        conformity_check=metadata.conformity_check.code if metadata.conformity_check else None,
        sender=metadata.sender.code if metadata.sender else None,
        digitization=metadata.digitization,
        amount=metadata.amount,
    )


def check_filed(form: MetadataForm, today: date) -> None:
    """What only a received file must have: a date that has come, and a format (DOC-08). Raises InvalidRequest."""
    if form.dated is None:
        raise InvalidRequest(FieldError("date", "required", "Informe a data do documento."))
    if form.dated > today:
        raise InvalidRequest(FieldError("date", "in_the_future", "A data do documento está no futuro."))
    if form.format is None:
        raise InvalidRequest(
            FieldError("format", "required", "Informe se o documento é nato-digital ou digitalizado.")
        )
    check_digitized_on(form.digitization, form.dated, today)


def checked_metadata(
    form: MetadataForm,
    kind: DocumentType | None,
    contacts: Sequence[Contact | None],
    catalogues: Catalogues,
    before: Metadata = NEW,
    levels: tuple[str, ...] = LEVELS,
) -> Metadata:
    """The metadata with names. Raises InvalidRequest per field.

    What is as it was ``before`` stays, even if the tables no longer offer it, or the type (``kind`` is None then).
    """
    was = form_of(before)
    _check_of_type(form, was, kind)
    subjects, level, basis = before.subjects, before.level, before.legal_basis
    if form.subjects != was.subjects:
        subjects = named_subjects(form.subjects, catalogues, required=False)
    if (form.access_level, form.legal_basis) != (was.access_level, was.legal_basis):
        bases = dict(catalogues.legal_bases())
        law = check_access_choice(form.access_level, form.legal_basis, levels, bases)
        level, basis = AccessLevel(form.access_level), Named(law.code, law.label) if law else None
    known = [*before.interested_parties, *before.addressees, *([before.sender] if before.sender else [])]
    senders = named_contacts([form.sender] if form.sender else [], contacts, "sender", known)
    return Metadata(
        description=form.description,
        name_in_tree=form.name_in_tree,
        interested_parties=named_contacts(form.interested_parties, contacts, "interested_parties", known),
        addressees=named_contacts(form.addressees, contacts, "addressees", known),
        subjects=subjects,
        remark=form.remark,
        level=level,
        legal_basis=basis,
        dated=form.dated,
        external_number=form.number,
        format=form.format,
        conformity_check=_conformity_check(form, before, catalogues),
        sender=senders[0] if senders else None,
        digitization=checked_digitization(form.format, form.digitization, before),
        amount=form.amount,
    )


def levels_in(catalogues: Catalogues, process: Process) -> tuple[str, ...]:
    """The levels a document of the process may have; a confidential one makes the whole process so (PRO-08)."""
    kind = catalogues.process_types().get(process.registration.type.code)
    admits = process.confidential or (kind is not None and AccessLevel.CONFIDENTIAL in kind.allowed_levels)
    return (*LEVELS, AccessLevel.CONFIDENTIAL.value) if admits else LEVELS


def _check_of_type(form: MetadataForm, was: MetadataForm, kind: DocumentType | None) -> None:
    """Interested parties, addressees and an amount only where the type has them (DOC-02)."""
    if form.addressees != was.addressees and form.addressees and not (kind and kind.allows_addressees):
        raise InvalidRequest(
            FieldError("addressees", "not_for_type", "Este tipo de documento não tem destinatários.")
        )
    parties = form.interested_parties
    if parties != was.interested_parties and parties and not (kind and kind.allows_interested_parties):
        raise InvalidRequest(
            FieldError("interested_parties", "not_for_type", "Este tipo de documento não tem interessados.")
        )
    if form.amount != was.amount and form.amount is not None and not (kind and kind.has_amount):
        raise InvalidRequest(FieldError("amount", "not_for_type", "Este tipo de documento não tem valor."))


def _conformity_check(form: MetadataForm, before: Metadata, catalogues: Catalogues) -> Named | None:
    """A digitized copy says how it was checked (Decreto 10.278/2020; DOC-08)."""
    if form.format != "digitized":
        return None
    if before.conformity_check and form.conformity_check == before.conformity_check.code:
        return before.conformity_check
    checks = {row["code"]: row["name"] for row in catalogues.plain("conformity-checks") if is_offered(row)}
    chosen = form.conformity_check
    if chosen is None or chosen not in checks:
        raise InvalidRequest(
            FieldError("conformity_check", "required", "Informe como a cópia digitalizada foi conferida.")
        )
    return Named(chosen, checks[chosen])


def _codes(chosen: Sequence[Named]) -> tuple[str, ...]:
    return tuple(each.code for each in chosen)
