"""The catalogues that the administration keeps, one declaration each (ACC-05 to ACC-16, PRO-04, PRO-09)."""

from collections.abc import Mapping, Sequence
from typing import Any

from .catalogue_table import CatalogueTable, FieldKind, Names, TableField
from .city_tables import ANNOUNCEMENTS, FILE_TYPES, PARAMETERS
from .errors import FieldError
from .organisation_tables import AGENCIES, CONTROL_CRITERIA, HOLIDAYS, ROLE_TITLES, SIGNATURES, UNITS
from .policy_actions import Action
from .profile_table import PROFILES

LEVELS = (("public", "Público"), ("restricted", "Restrito"), ("confidential", "Sigiloso"))
SECRET_LEVELS = LEVELS[1:]
APPLIES = (
    ("both", "Interno e externo"),
    ("authored", "Só interno"),
    ("uploaded", "Só externo"),
    ("form", "Formulário"),
)
NUMBERINGS = (
    ("none", "Sem numeração"),
    ("unit_sequential", "Sequencial na unidade"),
    ("agency_sequential", "Sequencial no órgão"),
    ("unit_annual", "Anual na unidade"),
    ("agency_annual", "Anual no órgão"),
)
DISPOSITIONS = (("permanent", "Guarda permanente"), ("disposal", "Eliminação"))

_NAME = TableField("name", "Nome", required=True, longest=100)
_SUBJECTS = TableField("suggested_subjects", "Assuntos sugeridos", FieldKind.ENTRIES, table="subjects")
_UNITS = TableField("units", "Somente nas unidades", FieldKind.ENTRIES, table="units", hint="Vazio: em todas.")
_AGENCIES = TableField(
    "agencies", "Somente nos órgãos", FieldKind.ENTRIES, table="agencies", hint="Vazio: em todos."
)


def _process_type(values: Mapping[str, Any], names: Names) -> Sequence[FieldError]:
    allowed = values.get("allowed_levels")
    suggested = values.get("suggested_level")
    if allowed is not None and suggested is not None and suggested not in allowed:
        message = "O nível sugerido precisa ser um dos permitidos."
        return [FieldError("values.suggested_level", "level_not_allowed", message)]
    return ()


def _subject(values: Mapping[str, Any], names: Names) -> Sequence[FieldError]:
    if not values.get("structural") and not values.get("retention.disposition"):
        message = "Informe a destinação; só o que apenas agrupa não tem."
        return [FieldError("values.retention.disposition", "required", message)]
    return ()


def _retention(values: Mapping[str, Any]) -> dict[str, Any]:
    """What only groups others is kept for no time of its own."""
    kept = values.get("retention") or {}
    if values.get("structural") or not kept.get("disposition"):
        return {**values, "retention": None}
    return {**values, "retention": {**kept, "active_event": kept.get("active_event") or ""}}


PROCESS_TYPES = CatalogueTable(
    "process-types",
    "Tipos de processo",
    "o tipo de processo",
    Action.CATALOGUE_KEEP,
    (
        _NAME,
        TableField("description", "Descrição", FieldKind.PARAGRAPH, longest=500),
        _SUBJECTS,
        TableField("allowed_levels", "Níveis de acesso permitidos", FieldKind.CHOICES, True, options=LEVELS),
        TableField("suggested_level", "Nível sugerido", FieldKind.CHOICE, True, options=LEVELS),
        TableField("suggested_legal_basis", "Hipótese legal sugerida", FieldKind.ENTRY, table="legal-bases"),
        _UNITS,
        _AGENCIES,
    ),
    check=_process_type,
)

DOCUMENT_TYPES = CatalogueTable(
    "document-types",
    "Tipos de documento",
    "o tipo de documento",
    Action.CATALOGUE_KEEP,
    (
        _NAME,
        TableField("group", "Grupo", longest=60),
        TableField("applies_to", "Aplicabilidade", FieldKind.CHOICE, True, options=APPLIES, fixed=True),
        TableField("numbering", "Numeração", FieldKind.CHOICE, True, options=NUMBERINGS, fixed=True),
        TableField("minimum_signature", "Assinatura mínima", FieldKind.CHOICE, True, options=SIGNATURES),
        TableField("allows_addressees", "Tem destinatários", FieldKind.FLAG),
        TableField("allows_interested_parties", "Tem interessados", FieldKind.FLAG),
        TableField("has_amount", "Tem valor monetário", FieldKind.FLAG),
        _SUBJECTS,
        _UNITS,
        _AGENCIES,
        TableField(
            "file_words",
            "Palavras no nome do arquivo",
            FieldKind.LINES,
            hint="O que, no nome de um arquivo enviado, diz que ele é deste tipo.",
        ),
    ),
)

LEGAL_BASES = CatalogueTable(
    "legal-bases",
    "Hipóteses legais",
    "a hipótese legal",
    Action.CATALOGUE_KEEP,
    (
        _NAME,
        TableField(
            "law", "Base legal", required=True, hint="Sempre lei; decreto e portaria não restringem acesso."
        ),
        TableField("level", "Nível de acesso", FieldKind.CHOICE, True, options=SECRET_LEVELS, fixed=True),
    ),
)

SUBJECTS = CatalogueTable(
    "subjects",
    "Assuntos",
    "o assunto",
    Action.CATALOGUE_KEEP,
    (
        _NAME,
        TableField("structural", "Só agrupa outros assuntos", FieldKind.FLAG),
        TableField("retention.active_years", "Prazo corrente, em anos", FieldKind.NUMBER, highest=100),
        TableField(
            "retention.active_event", "O prazo conta", longest=100, hint="Vazio: da conclusão do processo."
        ),
        TableField(
            "retention.semi_active_years", "Prazo intermediário, em anos", FieldKind.NUMBER, highest=100
        ),
        TableField("retention.disposition", "Destinação", FieldKind.CHOICE, options=DISPOSITIONS),
    ),
    check=_subject,
    shape=_retention,
)


PRIORITIES = CatalogueTable(
    "priorities",
    "Prioridades legais",
    "a prioridade legal",
    Action.CATALOGUE_KEEP,
    (_NAME, TableField("law", "Base legal")),
)

CONFORMITY_CHECKS = CatalogueTable(
    "conformity-checks",
    "Tipos de conferência",
    "o tipo de conferência",
    Action.CATALOGUE_KEEP,
    (_NAME,),
)

MAIL_TEMPLATES = CatalogueTable(
    "mail-templates",
    "E-mails do sistema",
    "o e-mail do sistema",
    Action.CATALOGUE_KEEP,
    (
        TableField("subject", "Assunto", required=True),
        TableField(
            "text",
            "Texto",
            FieldKind.PARAGRAPH,
            True,
            longest=5000,
            hint="Os nomes entre chaves são trocados na hora do envio, como em {processo_numero}.",
        ),
    ),
    shown="subject",
    grows=False,
)


TABLES: Mapping[str, CatalogueTable] = {
    table.name: table
    for table in (
        AGENCIES,
        UNITS,
        PROCESS_TYPES,
        DOCUMENT_TYPES,
        LEGAL_BASES,
        SUBJECTS,
        ROLE_TITLES,
        PROFILES,
        CONTROL_CRITERIA,
        HOLIDAYS,
        ANNOUNCEMENTS,
        FILE_TYPES,
        PRIORITIES,
        CONFORMITY_CHECKS,
        MAIL_TEMPLATES,
        PARAMETERS,
    )
}
