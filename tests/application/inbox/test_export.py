"""The inbox as a spreadsheet (PRO-01)."""

import csv
import io
from dataclasses import replace

import pytest

from chalicelib.application.arrangement.create_label import create_label
from chalicelib.application.desk.attach_label import attach_label
from chalicelib.application.desk.set_deadline import set_deadline
from chalicelib.application.desk.write_note import NoteForm, write_note
from chalicelib.application.inbox import export
from chalicelib.application.inbox.export import export_inbox, harmless
from chalicelib.application.ports import InboxFilter
from chalicelib.domain.arrangement import Colour
from chalicelib.domain.deadline import InDays
from tests.application.under_way import CLERK, FORM, HEAD, TECHNICIAN, received, sent, started
from tests.fakes.outside import Outside


def table(outside: Outside, actor=CLERK, due: str | None = None, **wanted) -> list[dict[str, str]]:
    made = export_inbox(outside.ports, actor, InboxFilter(**wanted), due)
    assert made.content.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(made.content[1:]), delimiter=";"))


def test_spreadsheet_has_what_the_inbox_shows(outside: Outside):
    process = started(outside)
    label = create_label(outside.ports, CLERK, outside.operation(), "Urgente", Colour.RED)["id"]
    attach_label(outside.ports, CLERK, outside.operation(), process, label, "Sexta")
    write_note(outside.ports, CLERK, outside.operation(), process, NoteForm("Ligar; depois, visitar"))
    set_deadline(outside.ports, CLERK, outside.operation(), process, InDays(5))
    (row,) = table(outside)
    told = {
        name: row[name] for name in ("Tipo", "Nível de acesso", "Marcadores", "Prazo", "Anotação", "Veio de")
    }
    assert told == {
        "Tipo": "Pedido do cidadão",
        "Nível de acesso": "Público",
        "Marcadores": "Urgente: Sexta",
        "Prazo": "28/11/2026",
        "Anotação": "Ligar; depois, visitar",
        "Veio de": "Gerado aqui",
    }
    # Nine in the morning on the city's clocks, noon in UTC.
    assert row["Chegou em"] == "23/11/2026 09:00"


def test_spreadsheet_follows_the_filters(outside: Outside):
    sent(outside)
    read = received(outside)
    assert len(table(outside, HEAD)) == 2
    (only,) = table(outside, HEAD, unread=True)
    assert only["Recebido"] == "Não"
    assert only["Processo"] != outside.memory.process(read).nup
    assert table(outside, HEAD, "any") == []


def test_spreadsheet_shows_nothing_that_the_inbox_hides(outside: Outside):
    started(outside)
    assert table(outside, TECHNICIAN) == []


def test_long_inbox_is_cut_and_says_so(outside: Outside, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(export, "MAXIMUM_ROWS", 3)
    outside.page_size = 2
    for _ in range(3):
        started(outside)
    assert export_inbox(outside.ports, CLERK, InboxFilter()).complete
    started(outside)
    made = export_inbox(outside.ports, CLERK, InboxFilter())
    assert (made.rows, made.complete) == (3, False)


@pytest.mark.parametrize("text", ["=1+1", "+5511", "-2", "@SUM(A1)"])
def test_what_a_citizen_wrote_is_no_formula(outside: Outside, text: str):
    started(outside, replace(FORM, specification=text))
    (row,) = table(outside)
    assert row["Especificação"] == f"'{text}"
    assert harmless("\tx") == "'\tx"
    assert harmless("Poda = corte") == "Poda = corte"
