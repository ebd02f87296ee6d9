"""LGPD art. 18 (issue 5 §5): what is held about one person and who saw it, for who answers to the person."""

import csv
import io
import random
import uuid
from typing import Any

import pytest

from chalicelib.application.audit import list_processes
from chalicelib.application.references import ProcessKey
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_titles import TITLES
from tests.world.builders import RESTRICTED, started
from tests.world.confidential import SECRET
from tests.world.erasing import somebody
from tests.world.scenarios.administration import USERS, administrator, set_grants, user_form
from tests.world.searching import indexed
from tests.world.world import Ask, Person, World

from .canary import Cage

CPF = "529.982.247-25"
TITLE = "Processos em que é interessado"


@pytest.fixture
def auditor(world: World) -> Person:
    return world.hire("ines.auditora", "semad-prot", "auditor")


def section(report: dict[str, Any], title: str) -> list[list[str]]:
    (found,) = [one for one in report["sections"] if one["title"] == title]
    assert all(len(row) == len(found["headings"]) for row in found["rows"])
    rows: list[list[str]] = found["rows"]
    return rows


def number(world: World, process: str) -> str:
    """How people call it."""
    (found,) = world.installed.place.ports(world.tenant).reader.get(ProcessKey(process))
    return str(found.nup)


def test_report_on_a_contact_has_its_data_its_processes_and_who_saw_it(world: World, auditor: Person):
    name = f"Iracema {uuid.uuid4().hex[:8]}"
    form = {"name": name, "kind": "person", "document": CPF, "email": "iracema@exemplo.example"}
    contact = world.done(Ask(world.ana, "POST", "/contacts", form))["id"]
    mine = started(world, interested_parties=[contact], **RESTRICTED)
    # Of the same name, and of nobody: neither is hers.
    namesake = world.done(Ask(world.ana, "POST", "/contacts", {"name": name, "kind": "person"}))["id"]
    others = started(world, interested_parties=[namesake]), started(world, specification=name)
    hidden = started(world, world.marina, interested_parties=[contact], **SECRET)
    indexed(world, mine, *others, hidden)
    world.done(Ask(world.carlos, "GET", f"/contacts?query={name.replace(' ', '%20')}"))
    found = world.done(Ask(auditor, "GET", f"/audit/people?query={name.replace(' ', '%20')}"))["items"]
    assert {(one["kind"], one["id"]) for one in found} == {("contact", contact), ("contact", namesake)}
    report = world.done(Ask(auditor, "GET", f"/audit/people/contact/{contact}"))
    assert report["name"] == name
    assert dict(section(report, "Cadastro de contato")) == {
        "Nome": name, "Tipo": "Pessoa física", "CPF ou CNPJ": CPF, "E-mail": "iracema@exemplo.example",
    }  # fmt: skip
    nup = number(world, mine)
    assert [row[0] for row in section(report, "Processos em que é interessado")] == [nup]
    readers = [row[1] for row in section(report, "Quem viu estes dados")]
    assert readers[-1] == "Carlos Eduardo Moura"
    assert "Ines.Auditora" in readers, "who asks for the report is on record as well"


def test_report_has_every_process_however_many_and_whatever_the_place_among_its_parties(
    world: World, auditor: Person, monkeypatch: pytest.MonkeyPatch
):
    """The screen page by page, the sheet part by part: more than a page, than a query, than the words of a process."""
    contacts = [somebody(world, f"Parte {n} de {uuid.uuid4().hex[:6]}") for n in range(60)]
    mine = contacts[-1]
    crowded = started(world, interested_parties=contacts)
    processes = sorted([crowded, *(started(world, interested_parties=[mine]) for _ in range(125))])
    hidden = started(world, world.marina, interested_parties=[mine], **SECRET)
    indexed(world, *processes, hidden)
    expected = [number(world, one) for one in processes]
    report = world.done(Ask(auditor, "GET", f"/audit/people/contact/{mine}"))
    (part,) = [one for one in report["sections"] if one["title"] == TITLE]
    assert (len(part["rows"]), part["complete"]) == (100, False)
    rows, path = list(part["rows"]), f"/audit/people/contact/{mine}"
    while part["next"]:
        part = world.done(Ask(auditor, "GET", f"{path}/processes?after={part['next']}"))
        rows += part["rows"]
    assert [row[0] for row in rows] == expected
    monkeypatch.setattr(list_processes, "MOST_PROCESSES", 50)
    sheets = [world.done(Ask(auditor, "GET", f"{path}/export"))]
    while sheets[-1]["next"]:
        sheets.append(world.done(Ask(auditor, "GET", f"{path}/export?after={sheets[-1]['next']}")))
    whole = "".join(sheet["content"] for sheet in sheets).lstrip("\ufeff")
    sheet = list(csv.reader(io.StringIO(whole), delimiter=";"))
    under = sheet[next(n for n, row in enumerate(sheet) if row[:1] == [TITLE]) + 2 :]
    assert ([row[0] for row in under], len(sheets)) == (expected, 3)
    assert all(sheet["complete"] for sheet in sheets)


def test_report_on_a_user_has_the_register_and_what_the_person_did_and_saw(world: World, auditor: Person):
    form = user_form(name="Nara Nunes", taxpayer=Cage(random.Random()).cpf())
    made = world.done(Ask(administrator(world), "POST", USERS, form))
    grants = {"grants": [{"unit": "semad-prot", "profile": "basic", "valid_until": "2030-12-31"}]}
    seen = {"If_Match": f'"{made["revision"]}"'}
    world.done(Ask(administrator(world), "PUT", f"{USERS}/{made['id']}/grants", grants, headers=seen))
    nara = world.session(made["id"], "semad-prot")
    process = started(world, **RESTRICTED)
    world.done(Ask(nara, "GET", f"/processes/{process}"))
    world.done(Ask(administrator(world), "GET", f"{USERS}/{made['id']}"))
    report = world.done(Ask(auditor, "GET", f"/audit/people/user/{made['id']}"))
    data = dict(section(report, "Cadastro de usuário"))
    assert (data["Nome civil"], data["CPF"], data["E-mail"], data["Situação"]) == (
        "Nara Nunes", form["taxpayer"], form["email"], "Ativo",
    )  # fmt: skip
    (grant,) = section(report, "Permissões")
    assert grant[1:] == ["Básico", "", "31/12/2030", ""]
    assert {row[2] for row in section(report, "Histórico do cadastro")} == {"Cadastro", "Alteração"}
    assert section(report, "Como entra no sistema")[0][1:3] == ["Verificação em duas etapas", "desligada"]
    assert len(section(report, "Entradas no sistema")) == 1
    nup = number(world, process)
    assert [row[3] for row in section(report, "O que consultou")] == [nup]
    assert "Gilda.Cadastro" in [row[1] for row in section(report, "Quem viu estes dados")]
    world.done(Ask(administrator(world), "GET", "/administration/exports/users?format=csv"))
    sheet = world.done(Ask(auditor, "GET", f"/audit/people/user/{made['id']}/export"))
    rows = list(csv.reader(io.StringIO(sheet["content"].lstrip("\ufeff")), delimiter=";"))
    assert rows[0][:2] == ["Relatório do titular de dados", "Nara Nunes"]
    for one in report["sections"]:
        assert [one["title"]] in [row[:1] for row in rows]
    assert ["CPF", form["taxpayer"]] in rows
    assert sheet["complete"]
    act = TITLES[Action.ADMINISTRATION_READ]
    readers = [row for row in rows if row[1:2] == ["Gilda.Cadastro"] and row[3:] == [act]]
    assert len(readers) >= 2, "who took the whole register out saw this one too"


def test_role_held_while_somebody_is_away_is_said_to_be_that_persons(world: World, auditor: Person):
    """ACC-09: on the screen and in the sheet."""
    login = str(world.done(set_grants(world))["id"])
    report = world.done(Ask(auditor, "GET", f"/audit/people/user/{login}"))
    grants = [grant[1:] for grant in section(report, "Permissões")]
    assert ["Básico", "01/12/2026", "31/12/2026", "Helena Prado de Azevedo"] in grants
    assert {grant[3] for grant in grants} == {"", "Helena Prado de Azevedo"}
    sheet = world.done(Ask(auditor, "GET", f"/audit/people/user/{login}/export"))
    rows = list(csv.reader(io.StringIO(sheet["content"].lstrip("\ufeff")), delimiter=";"))
    assert ["Básico", "01/12/2026", "31/12/2026", "Helena Prado de Azevedo"] in [row[1:] for row in rows]


def test_only_who_audits_reports_on_people(world: World, auditor: Person):
    for profile in ("basic", "administrator", "protocol"):
        who = world.hire(f"nem.{profile}", "semad-prot", profile)
        for path in ("", "?query=ana", "/user/ana.lima", "/user/ana.lima/export"):
            assert world.call(who, "GET", f"/audit/people{path}").status == 403
    for absent in ("user/ninguem", "contact/ninguem", "robo/ana.lima"):
        assert world.call(auditor, "GET", f"/audit/people/{absent}").status == 404
    assert world.done(Ask(auditor, "GET", "/audit/people?query=an"))["items"] == []
