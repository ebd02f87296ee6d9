"""Reading one row of a city's YAML file, field by field, and remembering every trouble found.

Field names and answers ("sim", "não", "publico") are Portuguese because the people who edit these files
are civil servants; the values handed on are the English ones of the glossary. Every scalar is read as text,
so that a code such as ``01001`` keeps its zeros without quotation marks.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

YES_NO = {"sim": True, "não": False, "nao": False}
SLUG = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Problem:
    """One trouble: ``file`` as the city names it, ``item`` (code or position) and ``field``."""

    file: str
    item: str | None
    field: str | None
    message: str

    def __str__(self) -> str:
        place = self.file
        if self.item:
            place += f", item “{self.item}”"
        if self.field:
            place += f", campo “{self.field}”"
        return f"{place}: {self.message}"


class CatalogueProblems(Exception):
    """The files cannot be loaded; ``problems`` lists everything to correct, in the order of the files."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        head = "Os arquivos do catálogo precisam de correção antes da carga:"
        return "\n".join([head, *(f"- {problem}" for problem in self.problems)])


# libyaml's parser reads the same files ten times faster, where PyYAML was built with it.
_BaseLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _TextLoader(_BaseLoader):  # type: ignore[misc]
    """All scalars as text; a key written twice is refused instead of silently dropping the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"o campo “{key.value}” aparece duas vezes", key.start_mark
                )
            seen.add(key.value)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


class Row:
    """One item of a file. Getters never raise: they note the problem and give a neutral value."""

    def __init__(
        self, file: str, item: str | None, values: Mapping[str, Any], problems: list[Problem]
    ) -> None:
        self.file = file
        self.item = item
        self._values = values
        self._problems = problems
        self._read: set[str] = set()

    def problem(self, field: str | None, message: str) -> None:
        self._problems.append(Problem(self.file, self.item, field, message))

    def raw(self, field: str) -> Any:
        self._read.add(field)
        value = self._values.get(field)
        return None if value == "" else value

    def text(self, field: str, limit: int = 100) -> str:
        value = self.optional_text(field, limit)
        if value is None:
            if field not in self._values or self._values[field] in ("", None):
                self.problem(field, "é obrigatório e está vazio.")
            return ""
        return value

    def optional_text(self, field: str, limit: int = 100) -> str | None:
        value = self.raw(field)
        if value is None:
            return None
        if not isinstance(value, str):
            self.problem(field, "deve ser um texto simples.")
            return None
        value = value.strip()
        if len(value) > limit:
            self.problem(field, f"tem {len(value)} caracteres; o limite é {limit}.")
        return value

    def matching(self, field: str, pattern: re.Pattern[str], explanation: str) -> str:
        value = self.text(field)
        if value and not pattern.fullmatch(value):
            self.problem(field, f"“{value}” não serve: {explanation}.")
        return value

    def slug(self, field: str) -> str:
        return self.matching(field, SLUG, "use letras minúsculas sem acento, números, hífen ou ponto")

    def choice(self, field: str, options: Mapping[str, str], default: str | None = None) -> str:
        value = self.raw(field)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or value not in options:
            self.problem(field, f"deve ser um destes: {', '.join(options)}.")
            return next(iter(options.values()))
        return options[value]

    def choices(self, field: str, options: Mapping[str, str]) -> tuple[str, ...]:
        chosen = self.texts(field)
        unknown = [value for value in chosen if value not in options]
        if unknown or not chosen:
            self.problem(field, f"deve ser uma lista com um ou mais destes: {', '.join(options)}.")
        return tuple(options[value] for value in chosen if value in options)

    def some_of(self, field: str, options: Mapping[str, str]) -> tuple[str, ...]:
        """Like ``choices``, where none is an answer too."""
        return self.choices(field, options) if self.raw(field) is not None else ()

    def flag(self, field: str, default: bool = False) -> bool:
        value = self.raw(field)
        if value is None:
            return default
        if not isinstance(value, str) or value.lower() not in YES_NO:
            self.problem(field, "deve ser “sim” ou “não”.")
            return default
        return YES_NO[value.lower()]

    def count(self, field: str, default: int, least: int, most: int) -> int:
        value = self.raw(field)
        if value is None:
            return default
        text = str(value)
        if not text.isdecimal() or not least <= int(text) <= most:
            self.problem(field, f"deve ser um número inteiro, entre {least} e {most}.")
            return default
        return int(text)

    def years(self, field: str) -> int:
        value = self.text(field)
        if not value.isdecimal() or int(value) > 200:
            self.problem(field, "deve ser um número inteiro de anos, entre 0 e 200.")
            return 0
        return int(value)

    def civil_date(self, field: str) -> date:
        value = self.text(field)
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.problem(field, f"“{value}” não é uma data; escreva ano-mês-dia, por exemplo 2026-10-28.")
            return date.min

    def texts(self, field: str) -> tuple[str, ...]:
        value = self.raw(field)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(entry, str) and entry for entry in value):
            self.problem(field, "deve ser uma lista de textos.")
            return ()
        return tuple(entry.strip() for entry in value)

    def rows(self, field: str) -> Iterator["Row"]:
        value = self.raw(field)
        if not isinstance(value, list):
            if value is not None:
                self.problem(field, "deve ser uma lista.")
            return
        for position, entry in enumerate(value, start=1):
            name = f"{self.item or field} {position}"
            if isinstance(entry, dict):
                yield Row(self.file, name, entry, self._problems)
            else:
                self.problem(field, f"a posição {position} da lista deve ter campos e valores.")

    def close(self) -> None:
        """A field nobody asked for is almost always a misspelt one: it is refused, not ignored."""
        for field in self._values:
            if field not in self._read:
                self.problem(field, "não existe neste arquivo; confira a grafia.")


def read_yaml(path: Path, file: str, problems: list[Problem]) -> Any:
    """The file's content with every scalar as text, or None after noting why it cannot be read."""
    try:
        return yaml.load(path.read_text("utf-8"), Loader=_TextLoader)  # nosec B506 - a SafeLoader
    except FileNotFoundError:
        problems.append(Problem(file, None, None, "o arquivo não existe."))
    except UnicodeDecodeError:
        problems.append(Problem(file, None, None, "o arquivo não está em UTF-8."))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" perto da linha {mark.line + 1}" if mark else ""
        reason = getattr(error, "problem", None) or "confira recuos, hífens e dois-pontos"
        problems.append(Problem(file, None, None, f"não foi possível ler o arquivo{where}: {reason}."))
    return None


def list_rows(path: Path, key: str, problems: list[Problem]) -> Iterator[Row]:
    """The rows of a list file; ``key`` is the field that names the item and must not repeat."""
    content = read_yaml(path, path.name, problems)
    if content is None:
        return
    if not isinstance(content, list):
        problems.append(Problem(path.name, None, None, "o arquivo deve ser uma lista de itens (hífens)."))
        return
    seen: set[str] = set()
    for position, entry in enumerate(content, start=1):
        if not isinstance(entry, dict):
            problems.append(Problem(path.name, str(position), None, "deve ter campos e valores."))
            continue
        name = str(entry.get(key) or position)
        row = Row(path.name, name, entry, problems)
        if entry.get(key) and name in seen:
            row.problem(key, "está repetido no arquivo.")
        seen.add(name)
        yield row
