"""What the invented people of a city do in its training environment (``training.yaml``, optional)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from chalicelib.domain.training_kit import TrainingAct, TrainingVerb
from infra.local.catalogue_rows import CatalogueProblems, Problem, Row, list_rows

FILE = "training.yaml"
VERBS = {
    "iniciar": "start",
    "escrever": "write",
    "assinar": "sign",
    "enviar": "send",
    "receber": "receive",
    "atribuir": "assign",
    "andamento": "record",
    "anotar": "note",
    "concluir": "conclude",
}
#: A document has room for more; an invented one needs none.
LONGEST = 2000


def read_acts(folder: Path) -> tuple[TrainingAct, ...]:
    """Empty for a city without the file. Raises CatalogueProblems."""
    path, problems = folder / FILE, list[Problem]()
    if not path.exists():
        return ()
    acts: list[TrainingAct] = []
    for process in list_rows(path, "processo", problems):
        name, written = process.slug("processo"), set[str]()
        for number, row in enumerate(process.rows("atos")):
            acts.append(_act(row, name))
            _in_order(row, acts[-1], number, written)
            row.close()
        process.close()
    if problems:
        raise CatalogueProblems(tuple(problems))
    return tuple(acts)


def _act(row: Row, process: str) -> TrainingAct:
    verb = TrainingVerb(row.choice("ato", VERBS) or "start")
    wants = verb in (TrainingVerb.WRITE, TrainingVerb.SIGN)
    return TrainingAct(
        verb,
        by=row.slug("quem"),
        unit=row.slug("unidade"),
        process=process,
        document=row.slug("documento") if wants else "",
        values={name: value for name, value in _values(row, verb).items() if value},
    )


def _values(row: Row, verb: TrainingVerb) -> Mapping[str, Any]:
    match verb:
        case TrainingVerb.START:
            parties = list(row.texts("interessados"))
            return {
                "type": row.slug("tipo"),
                "specification": row.text("especificacao"),
                "interested_parties": parties,
            }
        case TrainingVerb.WRITE:
            return {"type": row.slug("tipo"), "text": list(row.texts("texto"))}
        case TrainingVerb.SIGN:
            return {"role_title": row.text("cargo")}
        case TrainingVerb.SEND:
            days = row.count("retorno_em", 0, 0, 365)
            return {"units": list(row.texts("para")), "keep_open": row.flag("manter_aberto"), "return_in": days}
        case TrainingVerb.ASSIGN:
            return {"user": row.slug("a")}
        case TrainingVerb.RECORD | TrainingVerb.NOTE:
            return {"text": row.text("texto", LONGEST)}
        case _:
            return {}


def _in_order(row: Row, act: TrainingAct, number: int, written: set[str]) -> None:
    """A process is begun before anything else is done in it, and a document written before it is signed."""
    if (act.verb is TrainingVerb.START) != (number == 0):
        row.problem("ato", "o primeiro ato de um processo é iniciar, e nenhum outro.")
    if act.verb is TrainingVerb.WRITE:
        written.add(act.document)
    elif act.document and act.document not in written:
        row.problem("documento", "nenhum ato anterior escreve este documento.")
