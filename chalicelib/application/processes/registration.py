"""What is filled in about a process, checked against the catalogues (PRO-02, PRO-07, PRO-08)."""

from collections.abc import Sequence

from chalicelib.application.ports import Catalogues
from chalicelib.application.references import ContactKey
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.catalogue import ProcessType, check_access_choice, is_offered
from chalicelib.domain.contact import Contact
from chalicelib.domain.errors import FieldError, Forbidden, InvalidRequest, Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.process import Named, Registration
from chalicelib.domain.value import dataclass


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
    secrecy_grade: str | None = None


def contact_keys(identifiers: Sequence[str]) -> list[ContactKey]:
    """What to load to name the contacts."""
    return [ContactKey(identifier) for identifier in dict.fromkeys(identifiers)]


def named_contacts(
    identifiers: Sequence[str],
    loaded: Sequence[Contact | None],
    field: str,
    known: Sequence[Named] = (),
) -> tuple[Named, ...]:
    """The contacts by id and name; ``known`` ones need not be loaded. Raises InvalidRequest ``contact_unknown``."""
    names = {named.code: named.name for named in known}
    names.update({one.id: one.name for one in loaded if one and one.erased_at is None})
    for position, identifier in enumerate(identifiers):
        if identifier not in names:
            raise InvalidRequest(
                FieldError(f"{field}.{position}", "contact_unknown", "Este contato não existe.")
            )
    return tuple(Named(identifier, names[identifier]) for identifier in dict.fromkeys(identifiers))


def checked_registration(
    form: RegistrationForm, contacts: Sequence[Contact | None], catalogues: Catalogues, actor: Actor
) -> Registration:
    """The registration data with names. Raises InvalidRequest per field, Refused ``type_not_for_unit``."""
    kind = served_type(form.type, catalogues, actor)
    level, basis = _access(form, kind, catalogues)
    return Registration(
        type=Named(kind.code, kind.name),
        specification=form.specification.strip(),
        subjects=named_subjects(form.subjects, catalogues),
        interested_parties=named_contacts(form.interested_parties, contacts, "interested_parties"),
        level=level,
        legal_basis=basis,
        priority=_priority(form.priority, catalogues),
        secrecy_grade=_grade(form, level),
    )


def form_of(registration: Registration) -> RegistrationForm:
    """The screen as it opens to edit what is registered."""
    return RegistrationForm(
        type=registration.type.code,
        specification=registration.specification,
        subjects=tuple(subject.code for subject in registration.subjects),
        interested_parties=tuple(party.code for party in registration.interested_parties),
        access_level=registration.level.value,
        legal_basis=registration.legal_basis.code if registration.legal_basis else None,
        priority=registration.priority,
        secrecy_grade=registration.secrecy_grade,
    )


def edited_registration(
    before: Registration,
    form: RegistrationForm,
    contacts: Sequence[Contact | None],
    catalogues: Catalogues,
    actor: Actor,
) -> Registration:
    """As ``checked_registration``, but what was not touched stays as it was registered (PRO-07).

    A type that no longer serves the unit, or a subject since retired, stops nobody from editing the rest.
    """
    was = form_of(before)
    kind, named = catalogues.process_types().get(form.type), before.type
    if form.type != was.type:
        kind = served_type(form.type, catalogues, actor)
        named = Named(kind.code, kind.name)
    level, basis = before.level, before.legal_basis
    choice = (form.type, form.access_level, form.legal_basis)
    if choice != (was.type, was.access_level, was.legal_basis):
        level, basis = _access(form, kind or served_type(form.type, catalogues, actor), catalogues)
    subjects, parties = before.subjects, before.interested_parties
    if form.subjects != was.subjects:
        subjects = named_subjects(form.subjects, catalogues)
    if form.interested_parties != was.interested_parties:
        parties = named_contacts(form.interested_parties, contacts, "interested_parties", parties)
    return Registration(
        type=named,
        specification=form.specification.strip(),
        subjects=subjects,
        interested_parties=parties,
        level=level,
        legal_basis=basis,
        priority=was.priority if form.priority == was.priority else _priority(form.priority, catalogues),
        secrecy_grade=_grade(form, level),
    )


def served_type(code: str, catalogues: Catalogues, actor: Actor) -> ProcessType:
    """The type, if the actor's unit may start processes of it. Raises InvalidRequest, Refused ``type_not_for_unit``."""
    kind = catalogues.process_types().get(code)
    if kind is None:
        raise InvalidRequest(FieldError("type", "type_unknown", "Este tipo de processo não existe."))
    if actor.scope and actor.scope.process_types and code not in actor.scope.process_types:
        raise Forbidden("process_type_not_in_scope", "Este tipo de processo não está no escopo deste sistema.")
    if not kind.serves(actor.unit.id, actor.agency):
        raise Refused("type_not_for_unit", "Este tipo de processo não está disponível para a sua unidade.")
    return kind


def _access(
    form: RegistrationForm, kind: ProcessType, catalogues: Catalogues
) -> tuple[AccessLevel, Named | None]:
    bases = dict(catalogues.legal_bases())
    basis = check_access_choice(form.access_level, form.legal_basis, tuple(kind.allowed_levels), bases)
    return AccessLevel(form.access_level), Named(basis.code, basis.label) if basis else None


def _grade(form: RegistrationForm, level: AccessLevel) -> str | None:
    """Only what is confidential has a degree of secrecy (PRO-08)."""
    if form.secrecy_grade and level is not AccessLevel.CONFIDENTIAL:
        message = "Só processo sigiloso tem grau de sigilo."
        raise InvalidRequest(FieldError("secrecy_grade", "grade_not_for_level", message))
    return form.secrecy_grade


def _priority(code: str | None, catalogues: Catalogues) -> str | None:
    if code is not None and code not in {row["code"] for row in catalogues.plain("priorities") if is_offered(row)}:
        raise InvalidRequest(FieldError("priority", "priority_unknown", "Esta prioridade não existe."))
    return code


def named_subjects(codes: Sequence[str], catalogues: Catalogues, required: bool = True) -> tuple[Named, ...]:
    """Subjects by code and name; at least one is due (PRO-02). Raises InvalidRequest."""
    if required and not codes:
        raise InvalidRequest(FieldError("subjects", "required", "Escolha ao menos um assunto."))
    subjects = catalogues.subjects()
    chosen = []
    for position, code in enumerate(dict.fromkeys(codes)):
        subject = subjects.get(code)
        if subject is None or subject.structural or not subject.active:
            raise InvalidRequest(
                FieldError(f"subjects.{position}", "subject_unknown", "Este assunto não pode ser usado.")
            )
        chosen.append(Named(code, subject.name))
    return tuple(chosen)
