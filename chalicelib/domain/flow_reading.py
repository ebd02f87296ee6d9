"""A flow from what was written, in the words of the city (``etapas``, ``prazo``, ``segue`` …).

Only the shape is looked at here; what a flow may say is for ``flow_checks``. Every trouble is told, not the first.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from .errors import FieldError, InvalidRequest
from .flow import COMPARISON_WORDS, OTHERS, Branch, FieldChoice, Flow, Role, Step, Way

END = "fim"
ROLES = {"iniciadora": Role.STARTER, "superior": Role.SUPERIOR}
MOST_WRITTEN = 200
FLOW_WORDS = {"fluxo", "nome", "descricao", "tipo_de_processo", "tramitacao_livre", "etapas"}
STEP_WORDS = {
    *("etapa", "nome", "unidade", "papel", "prazo", "escala", "documento", "decide", "campo"),
    *("conforme", "ramos", "segue"),
}


class _Reader:
    """Collects what is wrong while it reads; ``where`` is what the message begins with."""

    def __init__(self) -> None:
        self.errors: list[FieldError] = []

    def tell(self, where: str, message: str) -> None:
        self.errors.append(FieldError("flow", "badly_written", f"{where}: {message}"))

    def mapping(self, where: str, value: Any, words: set[str]) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            self.tell(where, "escreva uma lista de “palavra: valor”.")
            return {}
        for word in value:
            if word not in words:
                self.tell(where, f"“{word}” não é uma palavra conhecida aqui.")
        return value

    def items(self, where: str, value: Any) -> Sequence[Any]:
        if not isinstance(value, list) or len(value) > MOST_WRITTEN:
            self.tell(where, "escreva uma lista, cada item depois de um hífen.")
            return ()
        return value

    def text(self, where: str, data: Mapping[str, Any], word: str, longest: int = 200) -> str:
        """Empty when missing, which is told."""
        value = self.maybe(where, data, word, longest)
        if not value:
            self.tell(where, f"falta “{word}”.")
        return value or ""

    def maybe(self, where: str, data: Mapping[str, Any], word: str, longest: int = 200) -> str | None:
        value = data.get(word)
        if value is None:
            return None
        if not isinstance(value, str) or len(value) > longest:
            self.tell(where, f"“{word}” é um texto de até {longest} caracteres.")
            return None
        return value.strip()

    def flag(self, where: str, data: Mapping[str, Any], word: str) -> bool:
        value = data.get(word, "não")
        if value not in ("sim", "não", "nao"):
            self.tell(where, f"“{word}” é sim ou não.")
        return bool(value == "sim")


def read_flow(data: Any) -> Flow:
    """The flow as written. Raises InvalidRequest telling everything that cannot be understood."""
    reader = _Reader()
    where = "Fluxo"
    found = reader.mapping(where, data, FLOW_WORDS)
    flow = Flow(
        code=reader.text(where, found, "fluxo"),
        name=reader.text(where, found, "nome", 100),
        description=reader.maybe(where, found, "descricao", 1000) or "",
        process_type=reader.text(where, found, "tipo_de_processo"),
        free_routing=reader.flag(where, found, "tramitacao_livre"),
        steps=_steps(reader, where, found.get("etapas")),
    )
    if reader.errors:
        raise InvalidRequest(*reader.errors, message="O fluxo não pôde ser entendido.")
    return flow


def _steps(reader: _Reader, where: str, value: Any) -> tuple[Step, ...]:
    written = [
        reader.mapping(f"{where}, etapa {position}", one, STEP_WORDS)
        for position, one in enumerate(reader.items(where, value), start=1)
    ]
    following = (*(one.get("etapa") for one in written[1:]), None)
    return tuple(_step(reader, one, after) for one, after in zip(written, following, strict=False) if one)


def _step(reader: _Reader, data: Mapping[str, Any], after: Any) -> Step:
    where = f"Etapa “{data.get('nome') or data.get('etapa')}”"
    role = reader.maybe(where, data, "papel")
    if role is not None and role not in ROLES:
        reader.tell(where, f"“papel” é um destes: {', '.join(ROLES)}.")
    days = reader.maybe(where, data, "prazo", 20)
    if days is not None and not (days.isascii() and days.isdigit() and len(days) < 5):
        reader.tell(where, "“prazo” é um número de dias úteis.")
        days = None
    return Step(
        id=reader.text(where, data, "etapa"),
        name=reader.text(where, data, "nome", 100),
        ways=_ways(reader, where, data, after if isinstance(after, str) else None),
        unit=reader.maybe(where, data, "unidade"),
        role=ROLES.get(role or ""),
        days=int(days) if days is not None else None,
        escalates=reader.flag(where, data, "escala"),
        document=reader.maybe(where, data, "documento"),
        choice=_choice(reader, where, data.get("campo")) if "campo" in data else None,
        branches=_branches(reader, where, data["ramos"]) if "ramos" in data else (),
    )


def _ways(reader: _Reader, where: str, data: Mapping[str, Any], after: str | None) -> tuple[Way, ...]:
    """Without ``segue``, the step written next."""
    if "decide" in data or "conforme" in data:
        if "segue" in data:
            reader.tell(where, "“segue” fica dentro de cada resposta ou valor.")
        if "decide" in data:
            return _answers(reader, where, data["decide"])
        return _values(reader, where, data["conforme"])
    if "campo" in data:
        reader.tell(where, "falta “conforme”, com os valores do campo.")
    if "segue" not in data:
        return (Way(after),)
    return (Way(_target(reader, where, data)),)


def _answers(reader: _Reader, where: str, value: Any) -> tuple[Way, ...]:
    answers = [
        reader.mapping(where, one, {"resposta", "segue"}) for one in reader.items(f"{where}, “decide”", value)
    ]
    if len(answers) < 2:
        reader.tell(where, "uma decisão tem ao menos duas respostas.")
    return tuple(
        Way(_target(reader, where, one), label=reader.text(where, one, "resposta", 100)) for one in answers
    )


def _values(reader: _Reader, where: str, value: Any) -> tuple[Way, ...]:
    ways = []
    for written in reader.items(f"{where}, “conforme”", value):
        one = reader.mapping(where, written, {*COMPARISON_WORDS, "outros", "segue"})
        if reader.flag(where, one, "outros"):
            ways.append(Way(_target(reader, where, one), value=OTHERS))
            continue
        words = [word for word in COMPARISON_WORDS if word in one]
        if len(words) > 1:
            reader.tell(where, f"“{words[0]}” e “{words[1]}” não ficam na mesma linha: use uma linha para cada.")
        word = words[0] if words else "valor"
        value = _spoken(reader.text(where, one, word))
        ways.append(Way(_target(reader, where, one), value=value, comparison=COMPARISON_WORDS[word]))
    return tuple(ways)


def _spoken(value: str) -> str:
    return "não" if value == "nao" else value


def _target(reader: _Reader, where: str, data: Mapping[str, Any]) -> str | None:
    target = reader.text(where, data, "segue")
    return None if target == END else target


def _choice(reader: _Reader, where: str, value: Any) -> FieldChoice:
    found = reader.mapping(f"{where}, “campo”", value, {"documento", "campo"})
    return FieldChoice(reader.text(where, found, "documento"), reader.text(where, found, "campo"))


def _branches(reader: _Reader, where: str, value: Any) -> tuple[Branch, ...]:
    branches = []
    for written in reader.items(f"{where}, “ramos”", value):
        one = reader.mapping(f"{where}, “ramos”", written, {"nome", "etapas"})
        name = reader.text(f"{where}, “ramos”", one, "nome", 100)
        branches.append(Branch(name, _steps(reader, f"{where}, ramo “{name}”", one.get("etapas"))))
    return tuple(branches)
