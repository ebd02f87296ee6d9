"""The progress of a unit as a spreadsheet: one row per person and exercise."""

import csv
import io

from chalicelib.application.inbox.export import BYTE_ORDER_MARK, Spreadsheet, harmless
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor

from .follow import follow_learning

HEADINGS = ("Unidade", "Pessoa", "Usuário", "Exercício", "Passos feitos", "Passos", "Concluído")


def export_learning(ports: Ports, actor: Actor, unit: str | None = None) -> Spreadsheet:
    """Raises as ``follow_learning``."""
    found = follow_learning(ports, actor, unit)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    rows = 0
    for row in found.people:
        for one in row.exercises:
            cells = (found.unit.acronym, row.person.name, row.person.id, one.lesson.title)
            numbers = (str(one.done), str(len(one.steps)), "Sim" if one.finished else "Não")
            writer.writerow([harmless(cell) for cell in (*cells, *numbers)])
            rows += 1
    return Spreadsheet(BYTE_ORDER_MARK + text.getvalue(), rows, True)
