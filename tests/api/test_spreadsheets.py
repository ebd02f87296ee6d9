"""The register by spreadsheet over HTTP: a survey of units, then of whoever works there (issue 5 §7)."""

import base64
import uuid
from typing import Any

from tests.world.jobs import worked
from tests.world.links import carried
from tests.world.scenarios.administration import administrator
from tests.world.scenarios.spreadsheets import IMPORTS, importing, in_base64, users_sheet
from tests.world.world import Ask, World

UNITS = "organisation/units"


def report(world: World, path: str, form: dict[str, Any]) -> Any:
    return world.done(importing(world, f"{path}/check", form))


def imported(world: World, path: str, form: dict[str, Any]) -> list[tuple[str, str]]:
    job = world.done(importing(world, path, form))["job"]
    worked(world, administrator(world), job)
    items = world.done(Ask(administrator(world), "GET", f"/jobs/{job}"))["items"]
    return [(item["state"], item["message"]) for item in items]


def test_survey_of_units_and_of_users_is_told_then_written_and_the_same_again_is_nothing(own_world: World):
    """ACC-06 to ACC-09: what the first row makes, the second may name at once."""
    mark = uuid.uuid4().hex[:4]
    units = in_base64(
        "Sigla;Nome;Órgão;Unidade superior;Código da unidade",
        f"SEDUC{mark}/ENS;Ensino;PMU;SEDUC{mark};92102",
        f"SEDUC{mark};Educação;PMU;GAB;92101",
    )
    told = report(own_world, UNITS, units)
    assert (told["ready"], told["wrong"], [row["line"] for row in told["rows"]]) == (2, 0, [2, 3])
    assert imported(own_world, UNITS, units) == [("done", "Criado."), ("done", "Criado.")]
    assert [row["state"] for row in report(own_world, UNITS, units)["rows"]] == ["same", "same"]
    users = in_base64(
        "Usuário;Nome civil;Órgão;Unidade;Perfil", f"nilo.{mark};Nilo Novais;PMU;SEDUC{mark}/ENS;Básico"
    )
    assert imported(own_world, "users", users) == [("done", "Cadastrado.")]
    nilo = own_world.done(Ask(administrator(own_world), "GET", f"/administration/users/nilo.{mark}"))
    assert [one["unit"] for one in nilo["grants"]] == [f"seduc{mark}-ens"]
    refused = own_world.send(importing(own_world, "users", users))
    assert (refused.status, refused.json["errors"][0]["code"]) == (400, "nothing_to_do")


def test_import_leaves_its_line_in_the_history_of_the_register(world: World):
    login = f"novo.{uuid.uuid4().hex[:8]}"
    imported(world, "users", users_sheet(login))
    found = world.done(Ask(administrator(world), "GET", f"/administration/changes?table=users&code={login}"))
    (change,) = found["items"]
    assert change["kind"] == "created"
    assert ("Permissão", "Básico em GAB") in [(one["field"], one["after"]) for one in change["changes"]]


def test_every_table_goes_out_and_comes_back_as_nothing_new(world: World):
    """Whatever the demonstration city holds, its own export says nothing new of it."""
    who = administrator(world)
    for table in world.done(Ask(who, "GET", "/administration/tables"))["items"]:
        name = table["name"]
        made = world.done(Ask(who, "GET", f"/administration/exports/{name}?format=xlsx"))
        assert (made["complete"], made["file_name"]) == (True, f"{name}.xlsx")
        kind = "organisation" if name in ("units", "agencies") else "tables"
        told = report(world, f"{kind}/{name}", {"file": made["content"]})
        assert [row for row in told["rows"] if row["state"] != "same"] == []
        assert (len(told["rows"]), told["unused"]) == (made["rows"], ["Ativo"] if "Ativo" in told["unused"] else [])


def test_file_that_is_no_spreadsheet_is_refused_in_words(world: World):
    for file in ("não é base64", base64.b64encode(b"PK\x03\x04 no more").decode()):
        answer = world.send(importing(world, "users/check", {"file": file}))
        assert (answer.status, answer.json["errors"][0]["field"]) == (400, "file")


def test_who_only_reads_the_administration_exports_and_imports_nothing(world: World):
    reader = world.hire("otto.auditor", "gab", "auditor")
    assert world.send(Ask(reader, "GET", "/administration/exports/users?format=csv")).status == 200
    assert world.send(Ask(reader, "POST", f"{IMPORTS}/users/check", users_sheet())).status == 403
    assert world.send(Ask(reader, "POST", f"{IMPORTS}/users", users_sheet())).status == 403


def test_users_that_are_new_get_the_link_of_their_first_access_unless_told_otherwise(own_world: World):
    """ACC-08: whoever comes by spreadsheet makes the own password as everybody does."""
    heading = "Usuário;Nome civil;E-mail;Órgão"
    for login, invite in (("ines.nova", True), ("ivan.novo", False)):
        sheet = in_base64(heading, f"{login};Pessoa Nova;{login}@ubatuba.example;PMU")
        imported(own_world, "users", {**sheet, "invite": invite})
        assert len(carried(own_world, login)) == invite
