"""What helps to write: standard texts, favourites."""

from typing import Any, Literal

from typing_extensions import TypedDict

from .named import Person


class StandardTextLine(TypedDict):
    """Um texto padrão da unidade"""

    id: str
    name: str
    shortcut: str
    active: bool
    revision: int
    changed_by: Person
    changed_at: str


class StandardTexts(TypedDict):
    """Os textos padrão da unidade"""

    items: list[StandardTextLine]


class StandardText(StandardTextLine):
    """Um texto padrão com o seu conteúdo"""

    content: dict[str, Any]


class StandardTextSaved(TypedDict):
    """O texto padrão criado ou alterado"""

    id: str
    revision: int


class Autotext(TypedDict):
    """O texto padrão como se lê no documento, com as variáveis preenchidas"""

    content: dict[str, Any]


class FavouriteDocument(TypedDict):
    """O documento que é favorito; ``model``: o seu texto serve de modelo"""

    id: str
    number: str
    title: str
    type: str
    model: bool


class FavouriteLine(TypedDict):
    """Um favorito da unidade: um processo, ou um documento dele"""

    id: str
    group: str
    process: str
    nup: str
    process_type: str
    specification: str
    document: FavouriteDocument | None
    kept_by: Person
    kept_at: str


class Favourites(TypedDict):
    """Os favoritos da unidade que podem ser vistos"""

    items: list[FavouriteLine]


class FavouriteKept(TypedDict):
    """O favorito incluído"""

    id: str


class Editing(TypedDict):
    """Quem está editando o documento, desde quando e até quando, se não continuar"""

    mine: bool
    by: Person
    since: str
    until: str


class FormFieldLine(TypedDict):
    """Um campo do formulário"""

    id: str
    kind: Literal[
        "date", "money", "list", "integer", "decimal", "text", "long_text", "masked", "options", "flag", "note"
    ]
    label: str
    required: bool
    hint: str
    options: list[str]
    minimum: str | None
    maximum: str | None
    longest: int
    mask: str


class FilledForm(TypedDict):
    """Os campos do formulário e o que foi respondido"""

    title: str
    number: str
    state: Literal["draft", "signed", "filed", "cancelled"]
    revision: str
    digest: str
    edited_by: Person | None
    edited_at: str | None
    fields: list[FormFieldLine]
    answers: dict[str, list[str]]
