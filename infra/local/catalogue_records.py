"""What a city's files say, as plain frozen records: the shapes the seed and the operators load.

Names are those of the glossary; levels are ``public | restricted | confidential``; dates are civil dates.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from chalicelib.domain.flow import Flow
from chalicelib.domain.form import Form
from chalicelib.domain.learning import Lesson
from chalicelib.domain.rollout import RolloutItem
from chalicelib.domain.work_plan import WorkPlan
from infra.local.catalogue_sayings import Announcement, CityProfileRow, ControlCriterion


@dataclass(frozen=True, slots=True)
class Tenant:
    """The municipality. ``founding_norm`` goes into signature stamps (norms.md §2, municipal decrees).

    ``certificate_authorities``: the roots believed in signatures by certificate (DER, Base64).
    ``govbr_signature``: the agreement with gov.br's signature API, None where there is none.
    """

    id: str
    name: str
    short_name: str
    municipality: str
    state: str
    ibge_code: str
    time_zone: str
    primary_color: str
    address: str
    phone: str
    website: str
    coat_of_arms: Path
    founding_norm: str
    password_signature_level: str
    free_role_titles: bool
    documents_per_folder: int
    informed_number: str
    informed_number_mask: str
    email_megabytes: int
    concealment_certificate_type: str
    second_factor_profiles: tuple[str, ...]
    authenticity_title: str
    authenticity_text: str
    certificate_authorities: tuple[str, ...] = ()
    timestamp_authority: str = ""
    govbr_signature: Mapping[str, Any] | None = None
    login_providers: tuple[Mapping[str, Any], ...] = ()
    live_since: date | None = None


@dataclass(frozen=True, slots=True)
class Agency:
    """Legal body. ``numbering_mask`` uses SEI's variables (PRO-05); ``letterhead`` is one line per entry."""

    id: str
    acronym: str
    name: str
    sei_code: str
    numbering_mask: str
    address: str
    phone: str
    letterhead: tuple[str, ...]
    can_receive: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """Organisational unit (ACC-06); ``parent`` is another unit of the same agency, None at the root."""

    id: str
    acronym: str
    name: str
    agency: str
    parent: str | None
    sei_code: str
    address: str
    phone: str
    email: str
    mailboxes: tuple[str, ...]
    protocol: bool
    archive: bool
    ombudsman: bool
    can_receive: bool


@dataclass(frozen=True, slots=True)
class ProcessType:
    """PRO-04. Empty ``agencies`` and ``units`` mean everybody may start it."""

    code: str
    name: str
    description: str
    suggested_subjects: tuple[str, ...]
    allowed_levels: tuple[str, ...]
    suggested_level: str
    suggested_legal_basis: str | None
    agencies: tuple[str, ...]
    units: tuple[str, ...]
    legal_priority: bool
    ombudsman_only: bool


@dataclass(frozen=True, slots=True)
class DocumentType:
    """DOC-02. ``applies_to``: both | authored | uploaded | form; ``numbering`` as in the contract.

    ``file_words``: what in a file's name tells the type (DOC-08).
    """

    code: str
    name: str
    group: str
    applies_to: str
    has_template: bool
    allows_addressees: bool
    allows_interested_parties: bool
    numbering: str
    minimum_signature: str
    file_words: tuple[str, ...] = ()
    has_amount: bool = False
    suggested_subjects: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """DOC-04: ``content`` is a document in the editor's JSON schema 1 (sections → blocks → inlines)."""

    document_type: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Subject:
    """ARQ-01. Structural items only group; ``disposition`` is permanent | disposal, None when structural.

    ``active_note`` says from which event the active period counts, when it is not the conclusion.
    """

    code: str
    name: str
    parent: str | None
    structural: bool
    active_years: int | None
    active_note: str | None
    semi_active_years: int | None
    disposition: str | None


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """PRO-09: always a law, never an internal act."""

    code: str
    name: str
    law: str
    level: str
    description: str


@dataclass(frozen=True, slots=True)
class NamedItem:
    """A short list's row: conformity checks (``law`` None) and legal priorities (PRO-03)."""

    code: str
    name: str
    law: str | None


@dataclass(frozen=True, slots=True)
class MailTemplate:
    """The text of an automatic e-mail; ``{names}`` are filled in when it is written."""

    code: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """Whether a kind of fact (``code``) is in the summary and in the full history (features.md §1.5)."""

    code: str
    name: str
    summary: bool
    full: bool


@dataclass(frozen=True, slots=True)
class RoleTitles:
    """ACC-11: what signers of this unit may show as cargo or função."""

    unit: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A civil date without normal office hours. ``scope``: national | state | municipal;
    ``kind``: holiday | optional (ponto facultativo)."""

    date: date
    name: str
    scope: str
    kind: str
    norm: str


@dataclass(frozen=True, slots=True)
class Grant:
    """``profile``: basic | protocol | administrator | auditor | data_protection …"""

    unit: str
    profile: str


@dataclass(frozen=True, slots=True)
class DemoUser:
    """Demonstration user. The first grant is the home unit; ``duty`` says in a few words who this is."""

    login: str
    name: str
    agency: str
    email: str
    role_title: str
    duty: str
    grants: tuple[Grant, ...]
    taxpayer: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """``kind``: person | organisation; ``document`` is CPF or CNPJ digits without punctuation."""

    id: str
    name: str
    kind: str
    document: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class CityForm:
    """The fields of a document type that is a form (DOC-07)."""

    document_type: str
    form: Form


@dataclass(frozen=True, slots=True)
class CityFlow:
    """A flow and the text it was read from."""

    flow: Flow
    text: str


@dataclass(frozen=True, slots=True)
class City:
    """Everything in the folder of one city, cross-checked."""

    tenant: Tenant
    agencies: tuple[Agency, ...]
    units: tuple[Unit, ...]
    process_types: tuple[ProcessType, ...]
    document_types: tuple[DocumentType, ...]
    templates: tuple[Template, ...]
    forms: tuple[CityForm, ...]
    subjects: tuple[Subject, ...]
    legal_bases: tuple[LegalBasis, ...]
    mail_templates: tuple[MailTemplate, ...]
    work_plans: tuple[WorkPlan, ...]
    conformity_checks: tuple[NamedItem, ...]
    priorities: tuple[NamedItem, ...]
    history_views: tuple[HistoryRow, ...]
    role_titles: tuple[RoleTitles, ...]
    holidays: tuple[Holiday, ...]
    users: tuple[DemoUser, ...]
    contacts: tuple[Contact, ...]
    flows: tuple[CityFlow, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    control_criteria: tuple[ControlCriterion, ...] = ()
    profiles: tuple[CityProfileRow, ...] = ()
    acceptance: tuple[RolloutItem, ...] = ()
    announcements: tuple[Announcement, ...] = ()
