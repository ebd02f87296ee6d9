"""Forms (DOC-07): a document type whose body is a list of typed fields to fill in.

An answer is a tuple of texts, whatever its kind: one for most, the lines of a long text, each chosen option.
Dates are ``2026-11-27``, numbers ``1234.5``; how a reader sees them is ``shown``.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .content_parsing import clean_text
from .errors import FieldError, InvalidRequest

Answer = tuple[str, ...]
MOST_LINES = 200
LONGEST_LINE = 2000


class FieldKind(StrEnum):
    """What is filled in; ``note`` is only read (SEI: informação)."""

    DATE = "date"
    MONEY = "money"
    LIST = "list"
    INTEGER = "integer"
    DECIMAL = "decimal"
    TEXT = "text"
    LONG_TEXT = "long_text"
    MASKED = "masked"
    OPTIONS = "options"
    FLAG = "flag"
    NOTE = "note"


NUMERIC = frozenset({FieldKind.MONEY, FieldKind.INTEGER, FieldKind.DECIMAL})
CHOOSING = frozenset({FieldKind.LIST, FieldKind.OPTIONS})


@dataclass(frozen=True, slots=True)
class FormField:
    """One field. ``minimum``/``maximum`` bound dates and numbers, written as answers are.

    ``mask``: 9 stands for a figure, A for a letter, anything else for itself. ``label`` of a note is its text.
    """

    id: str
    kind: FieldKind
    label: str
    required: bool = False
    hint: str = ""
    options: tuple[str, ...] = ()
    minimum: str | None = None
    maximum: str | None = None
    longest: int = 250
    mask: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a document type, in the order of the screen and of the paper."""

    fields: tuple[FormField, ...]


def check_answers(form: Form, given: Mapping[str, Sequence[str]]) -> dict[str, Answer]:
    """The answers in normal form, one per field. What is mandatory and missing is no error: see ``missing``.

    Raises InvalidRequest, on ``answers.<field>``, listing every answer that its field does not take.
    """
    known = {field.id: field for field in form.fields if field.kind is not FieldKind.NOTE}
    errors = [
        FieldError(f"answers.{name}", "unknown_field", "Este campo não existe no formulário.")
        for name in given
        if name not in known
    ]
    answers: dict[str, Answer] = {}
    for name, field in known.items():
        try:
            answers[name] = _checked(field, _trimmed(given.get(name, ())))
        except ValueError as refused:
            errors.append(FieldError(f"answers.{name}", "invalid_answer", f"{field.label}: {refused}"))
    if errors:
        raise InvalidRequest(*errors)
    return answers


def missing(form: Form, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The labels of the mandatory fields without an answer; a mandatory flag must be set."""
    return tuple(field.label for field in form.fields if field.required and not answers.get(field.id))


def shown(field: FormField, answer: Answer) -> Answer:
    """The answer as a Brazilian reader expects it."""
    if field.kind is FieldKind.FLAG:
        return ("Sim" if answer else "Não",)
    if not answer:
        return ()
    if field.kind is FieldKind.DATE:
        return (date.fromisoformat(answer[0]).strftime("%d/%m/%Y"),)
    if field.kind is FieldKind.MONEY:
        return (f"R$ {_grouped(Decimal(answer[0]), 2)}",)
    if field.kind in NUMERIC:
        return (_grouped(Decimal(answer[0])),)
    return answer


def _grouped(number: Decimal, places: int | None = None) -> str:
    text = f"{number:,.{places}f}" if places is not None else f"{number:,f}"
    return text.translate(str.maketrans(",.", ".,"))


def _trimmed(given: Sequence[str]) -> Answer:
    if len(given) > MOST_LINES or any(len(line) > LONGEST_LINE for line in given):
        return ("\0",)
    lines = [clean_text(line).rstrip() for line in given]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return tuple(lines)


def _checked(field: FormField, answer: Answer) -> Answer:
    """Raises ValueError with the sentence."""
    if answer == ("\0",):
        raise ValueError("a resposta é longa demais.")
    if not answer:
        return ()
    if field.kind is FieldKind.OPTIONS:
        return _chosen(field, answer)
    if field.kind is FieldKind.LONG_TEXT:
        return _text(field, answer)
    if len(answer) > 1:
        raise ValueError("o campo tem uma resposta só.")
    one = {
        FieldKind.DATE: _date,
        FieldKind.MONEY: _number,
        FieldKind.INTEGER: _number,
        FieldKind.DECIMAL: _number,
        FieldKind.MASKED: _masked,
        FieldKind.LIST: _chosen,
        FieldKind.FLAG: _flag,
        FieldKind.TEXT: _text,
    }[field.kind]
    return one(field, answer)


def _text(field: FormField, answer: Answer) -> Answer:
    if sum(map(len, answer)) > field.longest:
        raise ValueError(f"no máximo {field.longest} caracteres.")
    return answer


def _flag(field: FormField, answer: Answer) -> Answer:
    if answer[0] not in ("true", "false"):
        raise ValueError("marque ou desmarque.")
    return ("true",) if answer[0] == "true" else ()


def _chosen(field: FormField, answer: Answer) -> Answer:
    if any(each not in field.options for each in answer):
        raise ValueError("escolha entre as opções do campo.")
    return tuple(option for option in field.options if option in answer)


def _masked(field: FormField, answer: Answer) -> Answer:
    places = {"9": "[0-9]", "A": "[A-Za-zÀ-ÿ]"}
    pattern = "".join(places.get(each, re.escape(each)) for each in field.mask)
    if not re.fullmatch(pattern, answer[0]):
        raise ValueError(f"use o formato {field.mask}.")
    return answer


def _date(field: FormField, answer: Answer) -> Answer:
    try:
        day = date.fromisoformat(answer[0])
    except ValueError:
        raise ValueError("informe uma data válida.") from None
    for bound, beyond, word in ((field.minimum, -1, "a partir de"), (field.maximum, 1, "até")):
        if bound and (day - date.fromisoformat(bound)).days * beyond > 0:
            raise ValueError(f"informe uma data {word} {date.fromisoformat(bound):%d/%m/%Y}.")
    return (day.isoformat(),)


def _number(field: FormField, answer: Answer) -> Answer:
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", answer[0]):
        raise ValueError("informe um número.")
    try:
        number = Decimal(answer[0])
    except InvalidOperation:
        raise ValueError("informe um número.") from None
    places = {FieldKind.INTEGER: 0, FieldKind.MONEY: 2}.get(field.kind, 6)
    if number != round(number, places):
        raise ValueError("informe um número inteiro." if places == 0 else f"no máximo {places} casas decimais.")
    if field.minimum is not None and number < Decimal(field.minimum):
        raise ValueError(f"no mínimo {_grouped(Decimal(field.minimum))}.")
    if field.maximum is not None and number > Decimal(field.maximum):
        raise ValueError(f"no máximo {_grouped(Decimal(field.maximum))}.")
    written = f"{number:.2f}" if field.kind is FieldKind.MONEY else f"{number:f}"
    return (written,)
