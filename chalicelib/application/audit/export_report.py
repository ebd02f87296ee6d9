"""The report on a person as a spreadsheet, section under section, to hand over (LGPD, art. 18 and 19)."""

import csv
import io

from chalicelib.application.inbox.export import BYTE_ORDER_MARK, harmless
from chalicelib.application.ports import Ports
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.person_report import PersonReport, Section
from chalicelib.domain.value import dataclass

from .list_processes import list_processes
from .report_on_person import report_on_person

MAXIMUM_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """A part of the report; what ``next`` names is asked for to get the part that goes under it, until it is empty.

    ``complete``: nothing is left out but what follows.
    """

    content: str
    rows: int
    complete: bool
    next: str


def export_report(ports: Ports, actor: Actor, kind: PersonKind, identifier: str, after: str = "") -> ReportSheet:
    """Processes in parts, however many; up to a limit of rows in each other section. Raises as ``report_on_person``."""
    if after and kind is PersonKind.CONTACT:
        section = list_processes(ports, actor, identifier, after)
        return ReportSheet(_under(section), len(section.rows), True, section.next)
    report = report_on_person(ports, actor, kind, identifier, MAXIMUM_ROWS)
    rows = sum(len(section.rows) for section in report.sections)
    complete = all(section.complete or section.next for section in report.sections)
    following = "".join(section.next for section in report.sections)
    return ReportSheet(_written(report, ports), rows, complete, following)


def _under(section: Section) -> str:
    """Its rows, to be put under a part that ended with others of it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in section.rows)
    return text.getvalue()


def _written(report: PersonReport, ports: Ports) -> str:
    """What goes on in other parts comes last."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    made = report.made_at.astimezone(ports.zone).strftime("%d/%m/%Y %H:%M")
    writer.writerow(["Relatório do titular de dados", harmless(report.name), f"feito em {made}"])
    for section in sorted(report.sections, key=lambda one: bool(one.next)):
        writer.writerows([[], [section.title, *([section.note] if section.note else [])], section.headings])
        writer.writerows([harmless(cell) for cell in row] for row in section.rows)
        if not section.complete and not section.next:
            writer.writerow(["Há mais do que esta planilha comporta."])
    return BYTE_ORDER_MARK + text.getvalue()
