"""The tables of what the city says to everybody and accepts from everybody (ACC-12, ACC-14, ACC-15)."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .catalogue_table import CatalogueTable, FieldKind, Names, TableField
from .errors import FieldError
from .file_types import LARGEST_FILE, MEGABYTE
from .informed_number import OWN_MASK, InformingRule
from .mail import MAXIMUM_MEGABYTES
from .organisation_tables import PICTURE_HINT, SIGNATURES
from .policy_actions import Action

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
#: WCAG 2.2, 1.4.3: of text against what is behind it.
LEAST_CONTRAST = 4.5
#: SEI's values 0, 1, 2 and 3, in that order (PRO-06).
INFORMING = (
    (InformingRule.OFF.value, "Não: o número é sempre dado pelo sistema"),
    (InformingRule.ANY_UNIT.value, "Sim, em qualquer unidade"),
    (InformingRule.PROTOCOL.value, "Só nas unidades de protocolo"),
    (InformingRule.PROTOCOL_CHANGES.value, "Em qualquer unidade, mas só o protocolo altera depois"),
)
LARGEST_MEGABYTES = LARGEST_FILE // MEGABYTE


def contrast_with_white(colour: str) -> float:
    """WCAG's contrast of ``#rrggbb`` with white, from 1 to 21."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _parameters(values: Mapping[str, Any], names: Names) -> Sequence[FieldError]:
    return (*_colour(values), *_paper_mask(values))


def _paper_mask(values: Mapping[str, Any]) -> Sequence[FieldError]:
    mask = values.get("informed_number_mask")
    if not mask or OWN_MASK.fullmatch(mask):
        return ()
    message = "Escreva um # por algarismo, com pontos, barras e hifens, como em ######/####."
    return [FieldError("values.informed_number_mask", "invalid", message)]


def _colour(values: Mapping[str, Any]) -> Sequence[FieldError]:
    colour = values.get("primary_color")
    if colour is None:
        return ()
    if not COLOUR.fullmatch(colour):
        return [FieldError("values.primary_color", "invalid", "Escreva # e seis algarismos, como em #0b5c87.")]
    if contrast_with_white(colour) < LEAST_CONTRAST:
        message = "Com letras brancas esta cor não se lê bem: escolha uma mais escura."
        return [FieldError("values.primary_color", "too_little_contrast", message)]
    return ()


def _announcement(values: Mapping[str, Any], names: Names) -> Sequence[FieldError]:
    first, last = values.get("first_day"), values.get("last_day")
    if first and last and last < first:
        return [FieldError("values.last_day", "before_first_day", "O último dia vem antes do primeiro.")]
    return ()


ANNOUNCEMENTS = CatalogueTable(
    "announcements",
    "Avisos",
    "o aviso",
    Action.CATALOGUE_KEEP,
    (
        TableField("title", "Título", required=True, longest=100),
        TableField("text", "Texto", FieldKind.PARAGRAPH, required=True, longest=1000),
        TableField("first_day", "Do dia", FieldKind.DAY, required=True),
        TableField("last_day", "Até o dia", FieldKind.DAY, required=True, hint="Nesse dia ainda aparece."),
        TableField("important", "Importante", FieldKind.FLAG, hint="Vem antes dos outros e com destaque."),
        TableField("units", "Somente nas unidades", FieldKind.ENTRIES, table="units", hint="Vazio: em todas."),
    ),
    code_field="",
    shown="title",
    check=_announcement,
)

FILE_TYPES = CatalogueTable(
    "file-types",
    "Tipos de arquivo aceitos",
    "o tipo de arquivo",
    Action.CATALOGUE_KEEP,
    (
        TableField(
            "megabytes",
            "Tamanho máximo, em MB",
            FieldKind.NUMBER,
            required=True,
            lowest=1,
            highest=LARGEST_MEGABYTES,
            hint="Desativado, o tipo deixa de ser aceito; o que já foi enviado fica como está.",
        ),
    ),
    shown="code",
    grows=False,
)

PARAMETERS = CatalogueTable(
    "tenant",
    "Parâmetros",
    "os parâmetros",
    Action.CATALOGUE_KEEP,
    (
        TableField("name", "Nome do município, por extenso", required=True),
        TableField("short_name", "Nome curto", required=True, longest=60),
        TableField("address", "Endereço"),
        TableField("phone", "Telefone"),
        TableField("website", "Sítio"),
        TableField("coat_of_arms", "Brasão", FieldKind.PICTURE, hint=PICTURE_HINT),
        TableField(
            "primary_color",
            "Cor principal",
            required=True,
            longest=7,
            hint="Como #0b5c87. Precisa ser escura: leva letras brancas.",
        ),
        TableField(
            "founding_norm", "Norma instituidora", required=True, longest=300, hint="Sai em cada assinatura."
        ),
        TableField(
            "password_signature_level",
            "Nível da assinatura com senha",
            FieldKind.CHOICE,
            True,
            options=SIGNATURES[:2],
            hint="Quem o define é o ato do município (Lei nº 14.063/2020, art. 4º).",
        ),
        TableField("free_role_titles", "Quem assina pode escrever um cargo fora da lista", FieldKind.FLAG),
        TableField(
            "second_factor_profiles",
            "Perfis que exigem a verificação em duas etapas",
            FieldKind.ENTRIES,
            table="every-profile",
            hint="Quem tem um deles só trabalha depois de ligá-la.",
        ),
        TableField(
            "documents_per_folder",
            "Documentos por pasta da árvore",
            FieldKind.NUMBER,
            True,
            lowest=5,
            highest=500,
        ),
        TableField(
            "informed_number",
            "Número informado à mão",
            FieldKind.CHOICE,
            True,
            options=INFORMING,
            hint="Para os processos de papel, que já vêm com número e data de autuação.",
        ),
        TableField(
            "informed_number_mask",
            "Forma dos números de papel",
            longest=40,
            hint="Um # por algarismo, como em ######/####. Vazio: a mesma forma dos números que o sistema dá.",
        ),
        TableField(
            "email_megabytes",
            "Anexos de um e-mail, em MB",
            FieldKind.NUMBER,
            True,
            lowest=1,
            highest=MAXIMUM_MEGABYTES,
            hint="O que os documentos anexados a uma correspondência podem pesar juntos.",
        ),
        TableField(
            "concealment_certificate_type",
            "Tipo de documento da certidão de ocultação",
            FieldKind.ENTRY,
            table="document-types",
            hint="Sem ele não se geram cópias com trechos ocultados.",
        ),
        TableField("authenticity_title", "Título da conferência de autenticidade", required=True),
        TableField(
            "authenticity_text",
            "Texto da conferência de autenticidade",
            FieldKind.PARAGRAPH,
            True,
            longest=1000,
        ),
    ),
    code_field="id",
    shown="short_name",
    grows=False,
    rests=False,
    check=_parameters,
)
