"""What is filled in about a process, checked against the catalogues (PRO-02, PRO-07, PRO-08)."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.application.ports import Catalogues
from chalicelib.application.references import ContactKey
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.catalogue import ProcessType, check_access_choice
from chalicelib.domain.contact import Contact
from chalicelib.domain.errors import FieldError, InvalidRequest, Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.process import Named, Registration


@dataclass(frozen=True, slots=True)
class RegistrationForm:
    """The fields of the screen: codes and contact ids, not yet checked."""

    type: str
    specification: str
    subjects: tuple[str, ...]
    interested_parties: tuple[str, ...]
    access_level: str
    legal_basis: str | None = None
    priority: str | None = None


def contact_keys(identifiers: Sequence[str]) -> list[ContactKey]:
    """What to load to name the contacts."""
    return [ContactKey(identifier) for identifier in dict.fromkeys(identifiers)]


def named_contacts(
    identifiers: Sequence[str], loaded: Sequence[Contact | None], field: str
) -> tuple[Named, ...]:
    """The contacts by id and name. Raises InvalidRequest ``contact_unknown``."""
    found = {contact.id: contact for contact in loaded if contact}
    for position, identifier in enumerate(identifiers):
        if identifier not in found:
            raise InvalidRequest(
                FieldError(f"{field}.{position}", "contact_unknown", "Este contato não existe.")
            )
    return tuple(Named(identifier, found[identifier].name) for identifier in dict.fromkeys(identifiers))


def checked_registration(
    form: RegistrationForm, contacts: Sequence[Contact | None], catalogues: Catalogues, actor: Actor
) -> Registration:
    """The registration data with names. Raises InvalidRequest per field, Refused ``type_not_for_unit``."""
    kind = catalogues.process_types().get(form.type)
    if kind is None:
        raise InvalidRequest(FieldError("type", "type_unknown", "Este tipo de processo não existe."))
    if not kind.serves(actor.unit.id, actor.agency):
        raise Refused("type_not_for_unit", "Este tipo de processo não está disponível para a sua unidade.")
    return _registration(form, kind, contacts, catalogues)


def _registration(
    form: RegistrationForm, kind: ProcessType, contacts: Sequence[Contact | None], catalogues: Catalogues
) -> Registration:
    basis = check_access_choice(
        form.access_level, form.legal_basis, kind.allowed_levels, dict(catalogues.legal_bases())
    )
    priorities = {row["code"] for row in catalogues.plain("priorities")}
    if form.priority is not None and form.priority not in priorities:
        raise InvalidRequest(FieldError("priority", "priority_unknown", "Esta prioridade não existe."))
    return Registration(
        type=Named(kind.code, kind.name),
        specification=form.specification.strip(),
        subjects=named_subjects(form.subjects, catalogues),
        interested_parties=named_contacts(form.interested_parties, contacts, "interested_parties"),
        level=AccessLevel(form.access_level),
        legal_basis=Named(basis.code, basis.label) if basis else None,
        priority=form.priority,
    )


def named_subjects(codes: Sequence[str], catalogues: Catalogues, required: bool = True) -> tuple[Named, ...]:
    """Subjects by code and name; at least one is due (PRO-02). Raises InvalidRequest."""
    if required and not codes:
        raise InvalidRequest(FieldError("subjects", "required", "Escolha ao menos um assunto."))
    subjects = catalogues.subjects()
    chosen = []
    for position, code in enumerate(dict.fromkeys(codes)):
        subject = subjects.get(code)
        if subject is None or subject.structural:
            raise InvalidRequest(
                FieldError(f"subjects.{position}", "subject_unknown", "Este assunto não pode ser usado.")
            )
        chosen.append(Named(code, subject.name))
    return tuple(chosen)
