"""The folder ``forms/``: one file per document type that is a form, a list of its fields (DOC-07)."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from chalicelib.domain.form import CHOOSING, NUMERIC, FieldKind, Form, FormField
from infra.local.catalogue_records import CityForm
from infra.local.catalogue_rows import Problem, Row, read_yaml

KINDS = {
    "data": FieldKind.DATE,
    "dinheiro": FieldKind.MONEY,
    "lista": FieldKind.LIST,
    "inteiro": FieldKind.INTEGER,
    "decimal": FieldKind.DECIMAL,
    "texto": FieldKind.TEXT,
    "texto_grande": FieldKind.LONG_TEXT,
    "texto_com_mascara": FieldKind.MASKED,
    "opcoes": FieldKind.OPTIONS,
    "sinalizador": FieldKind.FLAG,
    "informacao": FieldKind.NOTE,
}
FIELD = re.compile(r"[a-z][a-z0-9_]{0,39}")
LONGEST = {FieldKind.TEXT: 250, FieldKind.LONG_TEXT: 4000}
MOST_FIELDS = 100


def read_forms(folder: Path, problems: list[Problem]) -> tuple[CityForm, ...]:
    """Every form of the folder, in the order of their codes."""
    forms = []
    for path in sorted(folder.glob("*.yaml")):
        file = f"forms/{path.name}"
        content = read_yaml(path, file, problems)
        if content is None:
            continue
        if not isinstance(content, list) or not 0 < len(content) <= MOST_FIELDS:
            problems.append(Problem(file, None, None, f"deve ser uma lista de 1 a {MOST_FIELDS} campos."))
            continue
        fields = list(_fields(file, content, problems))
        names = [field.id for field in fields]
        for name in sorted({name for name in names if names.count(name) > 1}):
            problems.append(Problem(file, name, "campo", "aparece mais de uma vez."))
        forms.append(CityForm(path.stem, Form(tuple(fields))))
    return tuple(forms)


def _fields(file: str, content: list[Any], problems: list[Problem]) -> Iterator[FormField]:
    for position, entry in enumerate(content, start=1):
        if isinstance(entry, dict):
            yield _field(Row(file, str(entry.get("campo") or position), entry, problems))
        else:
            problems.append(Problem(file, str(position), None, "deve ter nomes de campo com os seus valores."))


def _field(row: Row) -> FormField:
    kind = FieldKind(row.choice("tipo", {name: kind.value for name, kind in KINDS.items()}))
    note = kind is FieldKind.NOTE
    field = FormField(
        id=row.matching("campo", FIELD, "use letras minúsculas sem acento, números e sublinhado"),
        kind=kind,
        label=row.text("texto" if note else "rotulo", 1000 if note else 120),
        required=False if note else row.flag("obrigatorio"),
        hint="" if note else row.optional_text("ajuda", 250) or "",
        options=row.texts("opcoes") if kind in CHOOSING else (),
        minimum=row.optional_text("minimo") if _bounded(kind) else None,
        maximum=row.optional_text("maximo") if _bounded(kind) else None,
        longest=_longest(row, kind),
        mask=row.text("mascara", 40) if kind is FieldKind.MASKED else "",
    )
    for name, message in _faults(field):
        row.problem(name, message)
    row.close()
    return field


def _bounded(kind: FieldKind) -> bool:
    return kind in NUMERIC or kind is FieldKind.DATE


def _longest(row: Row, kind: FieldKind) -> int:
    most = LONGEST.get(kind)
    if most is None:
        return LONGEST[FieldKind.TEXT]
    written = row.optional_text("tamanho")
    if written is None:
        return most
    if not written.isdecimal() or not 1 <= int(written) <= 10_000:
        row.problem("tamanho", "deve ser um número inteiro de 1 a 10000.")
        return most
    return int(written)


def _faults(field: FormField) -> Iterator[tuple[str, str]]:
    if field.kind in CHOOSING and len(set(field.options)) < max(2, len(field.options)):
        yield "opcoes", "deve ter ao menos duas opções, todas diferentes."
    if field.kind is FieldKind.MASKED and not set(field.mask) & {"9", "A"}:
        yield "mascara", "deve ter ao menos um 9 (algarismo) ou A (letra)."
    for name, bound in (("minimo", field.minimum), ("maximo", field.maximum)):
        if bound is not None and not _is_bound(field.kind, bound):
            yield name, "deve ser uma data ano-mês-dia ou um número com ponto decimal, conforme o tipo."


def _is_bound(kind: FieldKind, bound: str) -> bool:
    try:
        if kind is FieldKind.DATE:
            date.fromisoformat(bound)
        else:
            return Decimal(bound).is_finite()
    except (ValueError, InvalidOperation):
        return False
    return True
