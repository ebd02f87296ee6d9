"""The report on a person as a spreadsheet, section under section, to hand over (LGPD, art. 18 and 19)."""

import csv
import io

from chalicelib.application.inbox.export import BYTE_ORDER_MARK, Spreadsheet, harmless
from chalicelib.application.ports import Ports
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.person_report import PersonReport

from .report_on_person import report_on_person

MAXIMUM_ROWS = 5_000


def export_report(ports: Ports, actor: Actor, kind: PersonKind, identifier: str) -> Spreadsheet:
    """Up to a limit of rows in each section. Raises as ``report_on_person``."""
    report = report_on_person(ports, actor, kind, identifier, MAXIMUM_ROWS)
    rows = sum(len(section.rows) for section in report.sections)
    complete = all(section.complete for section in report.sections)
    return Spreadsheet(_written(report, ports), rows, complete)


def _written(report: PersonReport, ports: Ports) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    made = report.made_at.astimezone(ports.zone).strftime("%d/%m/%Y %H:%M")
    writer.writerow(["Relatório do titular de dados", harmless(report.name), f"feito em {made}"])
    for section in report.sections:
        writer.writerows([[], [section.title, *([section.note] if section.note else [])], section.headings])
        writer.writerows([harmless(cell) for cell in row] for row in section.rows)
        if not section.complete:
            writer.writerow(["Há mais do que esta planilha comporta."])
    return BYTE_ORDER_MARK + text.getvalue()
