"""The tables of the administration about the city itself (ACC-05, ACC-06, ACC-11, ACC-14, ACC-15)."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .catalogue_table import CatalogueTable, Check, FieldKind, Names, TableField
from .errors import FieldError, InvalidRequest
from .numbering import parse_mask
from .policy_actions import Action

SIGNATURES = (("simple", "Simples"), ("advanced", "Avançada"), ("qualified", "Qualificada"))
PICTURE_HINT = "Uma imagem PNG de até 64 KB, de preferência com fundo transparente."
SCOPES = (("national", "Nacional"), ("state", "Estadual"), ("municipal", "Municipal"))


def _agency(values: Mapping[str, Any], names: Names) -> Sequence[FieldError]:
    try:
        parse_mask(str(values.get("numbering_mask", "")))
    except InvalidRequest as refusal:
        return [FieldError(f"values.{one.field}", one.code, one.message) for one in refusal.errors]
    return ()


def _digits(name: str, most: int, label: str) -> Check:
    def check(values: Mapping[str, Any], names: Names) -> Sequence[FieldError]:
        given = str(values.get(name, ""))
        if given and not re.fullmatch(rf"[0-9]{{1,{most}}}", given):
            return [FieldError(f"values.{name}", "invalid", f"{label} tem só algarismos, no máximo {most}.")]
        return ()

    return check


def _all(*checks: Check) -> Check:
    return lambda values, names: [error for check in checks for error in check(values, names)]


AGENCIES = CatalogueTable(
    "agencies",
    "Órgãos",
    "o órgão",
    Action.UNIT_KEEP,
    (
        TableField("acronym", "Sigla", required=True, longest=30),
        TableField("name", "Nome", required=True),
        TableField(
            "sei_code",
            "Código do órgão",
            required=True,
            hint="Até 3 algarismos; entra no número do processo.",
        ),
        TableField(
            "numbering_mask",
            "Máscara de numeração",
            required=True,
            hint="Vale para os processos iniciados daqui em diante, como em "
            "@cod_unidade_sei_05d@.@seq_anual_cod_unidade_sei_06d@/@ano_4d@-@dv_mod11_executivo_federal_2d@.",
        ),
        TableField("letterhead", "Timbre", FieldKind.LINES, hint="Uma linha por vez, abaixo do brasão."),
        TableField(
            "coat_of_arms",
            "Brasão do timbre",
            FieldKind.PICTURE,
            hint=f"{PICTURE_HINT} Sem ele, sai o do município.",
        ),
        TableField("address", "Endereço"),
    ),
    code_field="id",
    shown="acronym",
    check=_all(_agency, _digits("sei_code", 3, "O código do órgão")),
)

UNITS = CatalogueTable(
    "units",
    "Unidades",
    "a unidade",
    Action.UNIT_KEEP,
    (
        TableField("acronym", "Sigla", required=True, longest=30),
        TableField("name", "Nome", required=True),
        TableField("agency", "Órgão", FieldKind.ENTRY, required=True, table="agencies", fixed=True),
        TableField("parent", "Unidade superior", FieldKind.ENTRY, table="units"),
        TableField(
            "sei_code",
            "Código da unidade",
            required=True,
            hint="Até 9 algarismos; entra no número do processo.",
        ),
        TableField("address", "Endereço"),
        TableField(
            "mailboxes", "E-mails", FieldKind.LINES, hint="Os endereços de que a unidade envia e recebe."
        ),
        TableField("protocol", "Unidade de protocolo", FieldKind.FLAG),
        TableField("can_receive", "Disponível para envio de processos", FieldKind.FLAG),
    ),
    code_field="id",
    shown="acronym",
    check=_digits("sei_code", 9, "O código da unidade"),
)

ROLE_TITLES = CatalogueTable(
    "role-titles",
    "Cargos das unidades",
    "os cargos da unidade",
    Action.CATALOGUE_KEEP,
    (
        TableField(
            "titles", "Cargos e funções", FieldKind.LINES, True, hint="Um por linha, como sai na assinatura."
        ),
    ),
    code_field="unit",
    code_label="Unidade",
    code_table="units",
    shown="unit",
)

def _controllers(values: Mapping[str, Any], names: Names) -> Sequence[FieldError]:
    if {"units", "agencies"} <= values.keys() and not values["units"] and not values["agencies"]:
        return [FieldError("values.units", "required", "Escolha ao menos uma unidade ou um órgão que controla.")]
    return ()


CONTROL_CRITERIA = CatalogueTable(
    "control-criteria",
    "Controle interno",
    "o critério de controle interno",
    Action.CATALOGUE_KEEP,
    (
        TableField("name", "Nome", required=True, longest=100),
        TableField(
            "units",
            "Unidades que controlam",
            FieldKind.ENTRIES,
            table="units",
            hint="Veem e leem, sem os receber, os processos deste critério, públicos e restritos; os sigilosos, nunca.",
        ),
        TableField(
            "agencies",
            "Órgãos que controlam",
            FieldKind.ENTRIES,
            table="agencies",
            hint="O mesmo, para todas as unidades do órgão.",
        ),
        TableField(
            "process_types", "Tipos de processo", FieldKind.ENTRIES, table="process-types", hint="Vazio: todos."
        ),
        TableField(
            "started_in",
            "Somente os iniciados nos órgãos",
            FieldKind.ENTRIES,
            table="agencies",
            hint="Vazio: em qualquer órgão.",
        ),
    ),
    check=_controllers,
)

HOLIDAYS = CatalogueTable(
    "holidays",
    "Dias sem expediente",
    "o dia sem expediente",
    Action.CATALOGUE_KEEP,
    (
        TableField("date", "Data", FieldKind.DAY, required=True),
        TableField("name", "Nome", required=True, longest=100),
        TableField("scope", "Âmbito", FieldKind.CHOICE, True, options=SCOPES),
        TableField("optional", "Ponto facultativo", FieldKind.FLAG),
        TableField("norm", "Norma"),
        TableField("agency", "Somente no órgão", FieldKind.ENTRY, table="agencies"),
    ),
    code_field="",
)
