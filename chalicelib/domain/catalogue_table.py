"""What a catalogue is to the administration: its words, its fields, and what may be written in each (ACC-05 to ACC-16).

One declaration per catalogue (``catalogue_tables``) draws its list, its form, its history and its checks.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest
from .picture import NotAPicture, clean_picture, picture_words
from .policy_actions import Action

#: Table -> code -> what a screen calls it; what a field that names entries of other tables may name.
Names = Mapping[str, Mapping[str, str]]
CODE = re.compile(r"[a-z0-9][a-z0-9.-]{0,59}")
LINES = 60
YES, NO = "sim", "não"


class FieldKind(StrEnum):
    """How a field is written and shown."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    LINES = "lines"
    FLAG = "flag"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"
    CHOICES = "choices"
    ENTRY = "entry"
    ENTRIES = "entries"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class TableField:
    """A field of a form. ``name`` may reach into a value with a dot; ``table`` is where an entry is chosen from.

    ``longest`` bounds texts, ``lowest`` and ``highest`` numbers, ``most`` lists; ``fixed`` is asked when the entry is
    made, and stays. ``groups``: option -> the heading it stands under, where there are many.
    """

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    hint: str = ""
    longest: int = 200
    options: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    table: str = ""
    lowest: int = 0
    highest: int = 1000
    fixed: bool = False
    most: int = LINES


Shape = Callable[[Mapping[str, Any]], dict[str, Any]]
Check = Callable[[Mapping[str, Any], Names], Sequence[FieldError]]


def _nothing_more(values: Mapping[str, Any], names: Names) -> Sequence[FieldError]:
    return ()


@dataclass(frozen=True, slots=True)
class CatalogueTable:
    """A catalogue: ``title`` names it, ``one`` an entry of it, with the article; ``shown`` is the field that names it.

    ``code_field``: the value that repeats the code. ``grows`` is false where the set of entries is the system's own;
    ``rests`` where none is ever put out of use. ``check`` says what no field alone can; ``shape`` makes of the values
    what the catalogue's own type is read from.
    """

    name: str
    title: str
    one: str
    action: Action
    fields: tuple[TableField, ...]
    code_field: str = "code"
    code_label: str = "Código"
    code_hint: str = "Letras minúsculas sem acento, números, ponto ou hífen. Não muda depois."
    shown: str = "name"
    grows: bool = True
    rests: bool = True
    code_table: str = ""
    check: Check = _nothing_more
    shape: Shape = dict


def check_code(table: CatalogueTable, code: str, taken: Mapping[str, str], names: Names) -> str:
    """Raises InvalidRequest ``code``: ``invalid``, ``code_taken``, ``entry_unknown``."""
    if table.code_table:
        if code not in names.get(table.code_table, {}):
            raise InvalidRequest(FieldError("code", "entry_unknown", "Escolha um item da lista."))
    elif not CODE.fullmatch(code):
        raise InvalidRequest(FieldError("code", "invalid", table.code_hint))
    if code in taken:
        raise InvalidRequest(FieldError("code", "code_taken", f"Este código já é de “{taken[code]}”."))
    return code


def read_values(table: CatalogueTable, given: Mapping[str, Any], names: Names, new: bool) -> dict[str, Any]:
    """The form as values of the catalogue's own type, nested where a field's name says so.

    Fields that were not given stay out: they keep what they had. Raises InvalidRequest, ``values.<field>``.
    """
    known = {field.name: field for field in table.fields}
    errors = [
        FieldError(f"values.{name}", "extra_forbidden", "Este campo não existe.")
        for name in given
        if name not in known or (known[name].fixed and not new)
    ]
    read: dict[str, Any] = {}
    for field in table.fields:
        if field.name not in given:
            if field.required and new:
                errors.append(_wrong(field, "required", "Este campo é obrigatório."))
            continue
        value, trouble = _read(field, given[field.name], names)
        if trouble:
            errors.append(_wrong(field, *trouble))
        read[field.name] = value
    if not errors:
        errors += table.check(read, names)
    if errors:
        raise InvalidRequest(*errors)
    return table.shape(nested(read))


def present_values(table: CatalogueTable, values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that can still be written, as they are; a picture is only ever given anew."""
    changeable = (field for field in table.fields if not field.fixed and field.kind is not FieldKind.PICTURE)
    return {field.name: value_of(values, field.name) for field in changeable}


def nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """``{"retention.active_years": 5}`` as ``{"retention": {"active_years": 5}}``."""
    made: dict[str, Any] = {}
    for name, value in flat.items():
        first, _, rest = name.partition(".")
        if rest:
            made[first] = {**made.get(first, {}), rest: value}
        else:
            made[name] = value
    return made


def value_of(values: Mapping[str, Any], name: str) -> Any:
    """The value of a field, None where there is none."""
    first, _, rest = name.partition(".")
    found = values.get(first)
    return (found or {}).get(rest) if rest else found


def shown_values(table: CatalogueTable, values: Mapping[str, Any], names: Names) -> dict[str, str]:
    """Each field's label and its value in words, as the history keeps them."""
    return {field.label: words(field, value_of(values, field.name), names) for field in table.fields}


def words(field: TableField, value: Any, names: Names) -> str:
    """A value as people read it."""
    if value is None or value == "":
        return ""
    if field.kind is FieldKind.FLAG:
        return YES if value else NO
    if field.kind is FieldKind.DAY:
        return date.fromisoformat(str(value)).strftime("%d/%m/%Y")
    if field.kind is FieldKind.PICTURE:
        return picture_words(str(value))
    titles = {**dict(field.options), **names.get(field.table, {})}
    if isinstance(value, list | tuple | frozenset | set):
        parts = [titles.get(one, str(one)) for one in value]
        return "; ".join(sorted(parts) if isinstance(value, set | frozenset) else parts)
    return titles.get(str(value), str(value))


def _read(field: TableField, value: Any, names: Names) -> tuple[Any, tuple[str, str] | None]:
    """-> (value, trouble: code and sentence)."""
    if value is None and field.kind is FieldKind.FLAG:
        return False, None
    if value in (None, "", []) and field.kind is not FieldKind.FLAG:
        empty: Any = [] if field.kind in MANY else None if field.kind in ABSENT else ""
        return empty, ("required", "Este campo é obrigatório.") if field.required else None
    if field.kind is FieldKind.PICTURE:
        return _picture(value)
    reader = READERS[field.kind]
    return value, reader(field, value, names)


def _picture(value: Any) -> tuple[Any, tuple[str, str] | None]:
    if not isinstance(value, str):
        return value, ("string_type", "Escolha uma imagem.")
    try:
        return clean_picture(value), None
    except NotAPicture as refusal:
        return value, (refusal.code, str(refusal))


def _wrong(field: TableField, code: str, message: str) -> FieldError:
    return FieldError(f"values.{field.name}", code, message)


def _text(field: TableField, value: Any, names: Names) -> tuple[str, str] | None:
    if not isinstance(value, str):
        return "string_type", "Informe um texto."
    if len(value) > field.longest:
        return "string_too_long", f"O texto é longo demais: no máximo {field.longest} caracteres."
    return None


def _flag(field: TableField, value: Any, names: Names) -> tuple[str, str] | None:
    return None if isinstance(value, bool) else ("bool_type", "Informe sim ou não.")


def _number(field: TableField, value: Any, names: Names) -> tuple[str, str] | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return "int_type", "Informe um número inteiro."
    if not field.lowest <= value <= field.highest:
        return "out_of_range", f"Informe um número de {field.lowest} a {field.highest}."
    return None


def _day(field: TableField, value: Any, names: Names) -> tuple[str, str] | None:
    try:
        date.fromisoformat(value)
    except (ValueError, TypeError):
        return "date_parsing", "Informe uma data válida."
    return None


def _one_of(field: TableField, value: Any, names: Names) -> tuple[str, str] | None:
    offered = names.get(field.table, {}) if field.table else dict(field.options)
    return (
        None
        if isinstance(value, str) and value in offered
        else ("entry_unknown", "Escolha um item da lista.")
    )


def _some_of(field: TableField, value: Any, names: Names) -> tuple[str, str] | None:
    if not isinstance(value, list) or len(value) > field.most:
        return "list_type", f"Informe uma lista, de no máximo {field.most} itens."
    if len(set(map(str, value))) != len(value):
        return "repeated", "Há itens repetidos."
    return next((trouble for one in value if (trouble := _one_of(field, one, names))), None)


def _lines(field: TableField, value: Any, names: Names) -> tuple[str, str] | None:
    if not isinstance(value, list) or len(value) > LINES:
        return "list_type", f"Informe uma lista, de no máximo {LINES} linhas."
    if any(not isinstance(one, str) or not one.strip() for one in value):
        return "string_type", "Informe um texto em cada linha."
    return next((trouble for one in value if (trouble := _text(field, one, names))), None)


MANY = frozenset({FieldKind.LINES, FieldKind.CHOICES, FieldKind.ENTRIES})
ABSENT = frozenset({FieldKind.ENTRY, FieldKind.NUMBER, FieldKind.DAY, FieldKind.CHOICE})
READERS: Mapping[FieldKind, Callable[[TableField, Any, Names], tuple[str, str] | None]] = {
    FieldKind.TEXT: _text,
    FieldKind.PARAGRAPH: _text,
    FieldKind.LINES: _lines,
    FieldKind.FLAG: _flag,
    FieldKind.NUMBER: _number,
    FieldKind.DAY: _day,
    FieldKind.CHOICE: _one_of,
    FieldKind.CHOICES: _some_of,
    FieldKind.ENTRY: _one_of,
    FieldKind.ENTRIES: _some_of,
}
