"""LGPD, arts. 15, 16 and 18 (issue 5 §5, ACC-08): what only the register had of who left is nowhere; acts prove."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from chalicelib.application.erasure import erase_leaver, list_leavers
from tests.world import ledgers
from tests.world.builders import started
from tests.world.erasing import noted, officer, second, signed_and_found, worked
from tests.world.scenarios.administration import USERS, act_on, administrator, user_form
from tests.world.scenarios.leavers import (
    asking_leaver,
    colleague,
    confirming_leaver,
    leaving,
    left,
    unblocking,
)
from tests.world.world import Ask, World
from verifier.__main__ import WHOLE, main

from .canary import Cage
from .test_erasures import naming

SIGNED = "Rita de Cássia"


def test_canaries_of_who_left_are_in_no_item_and_acts_signatures_and_the_ledger_still_prove(
    own_world: World, tmp_path: Path, monkeypatch: Any
):
    """Line by line of the histories, a few in a transaction, with what was changed over the years."""
    world, cage = own_world, Cage(random.Random(11))
    given = {"name": cage.name(), "email": cage.email(), "taxpayer": cage.cpf(), "social_name": SIGNED}
    who, revision = colleague(world, **given)
    for _ in range(3):
        given = {**given, "email": cage.email()}
        form = user_form(**given)
        del form["login"]
        revision = world.done(act_on(world, who.login, revision, "PUT", "", form))["revision"]
    world.done(Ask(who, "POST", "/views", {"name": "Da unidade", "settings": {"aba": "todos"}, "shared": True}))
    addresses = [given["email"], "outra@pessoa.example"]
    world.done(Ask(world.carlos, "POST", "/email-groups", {"name": "Equipe", "addresses": addresses}))
    process = started(world, who)
    noted(world, started(world), "Nada de ninguém")
    signed_and_found(world, process)
    leaving(world, who, revision, f"{given['name']} pediu exoneração")
    assert len(naming(world, cage)) > 10, "the canaries sing everywhere before"
    before = [entry.hash for entry in world.history(process)]
    monkeypatch.setattr(erase_leaver, "AT_ONCE", 4)
    ask = confirming_leaver(world, who.login)
    path = ask.path.removesuffix("/confirmation")
    planned = world.done(Ask(second(world), "GET", path))["lines"]
    assert worked(world, world.done(ask)["job"]) == ["done", "done"]
    assert naming(world, cage) == set()
    world.check(process)
    assert [entry.hash for entry in world.history(process)] == before
    told = proven(world, process, tmp_path)
    assert (told["user"]["id"], told["user"]["name"]) == (who.login, SIGNED)
    reported(world, path, planned)
    comes_back_as_another(world, who.login, given["taxpayer"])


def proven(world: World, process: str, tmp_path: Path) -> dict[str, Any]:
    """The export made afterwards passes the program that anybody may run; -> its first entry."""
    ledgers.append(world, process)
    export = world.done(Ask(world.ana, "GET", f"/processes/{process}/export"))
    file = tmp_path / "processo.json"
    file.write_text(json.dumps(export), encoding="utf-8")
    assert main([str(file)]) == WHOLE
    return dict(json.loads(export["entries"][0]["body"]))


def reported(world: World, path: str, planned: list[dict[str, str]]) -> None:
    """What was said before, with what the units kept, is what is said to have gone; and why the rest stays."""
    done = world.done(Ask(officer(world), "GET", path))
    assert (done["state"], done["name"]) == ("done", SIGNED)
    went = [line["what"] for line in done["lines"] if line["fate"] == "erase"]
    in_units = ["Visões salvas que só a pessoa via (1)", "O endereço nos grupos de e-mail (1)"]
    assert went == [line["what"] for line in planned if line["fate"] == "erase"] + in_units
    assert {"E-mail", "CPF", "O nome que os atos não levam", "Dispositivos de confiança e sessões (1)"} <= set(went)
    assert [line for line in done["lines"] if line["fate"] == "keep"] == planned[-7:]


def comes_back_as_another(world: World, login: str, taxpayer: str) -> None:
    """Nothing more is written of the old entry; the CPF is free for the new one."""
    entry = world.done(Ask(administrator(world), "GET", f"{USERS}/{login}"))
    refused = world.send(unblocking(world, login, entry["revision"]))
    assert (refused.status, refused.json["code"]) == (409, "user_erased")
    assert world.send(asking_leaver(world, login)).json["code"] == "already_erased"
    world.done(Ask(administrator(world), "POST", USERS, user_form(taxpayer=taxpayer)))
    shared = world.done(Ask(world.marina, "GET", "/views"))["items"]
    assert "Da unidade" in [one["name"] for one in shared], "what was saved for the unit is the unit's"


def test_who_left_is_listed_since_when_and_until_when_and_who_works_here_is_not(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(list_leavers, "SHOWN", 3)
    for _ in range(4):
        left(world)
    login, _ = left(world)
    works, _ = colleague(world)
    found = {one["login"]: one for one in every_leaver(world)}
    assert works.login not in found
    assert (found[login]["due"], int(found[login]["due_at"][:4]) - int(found[login]["left_at"][:4])) == (False, 5)
    refused = world.send(Ask(officer(world), "GET", f"/leavers/{works.login}/erasure-plan"))
    assert (refused.status, refused.json["code"]) == (409, "user_works_here")
    early = world.send(asking_leaver(world, login, "ended"))
    assert (early.status, early.json["code"]) == (409, "term_not_over")
    assert world.call(world.ana, "GET", "/leavers").status == 403


def every_leaver(world: World) -> list[dict[str, Any]]:
    """Page after page."""
    found, cursor = [], ""
    while cursor is not None:
        page = world.done(Ask(officer(world), "GET", f"/leavers{cursor and f'?cursor={cursor}'}"))
        found += page["items"]
        cursor = page["next_cursor"]
    return found


def test_who_comes_back_before_the_work_is_done_keeps_everything(world: World):
    login, revision = left(world)
    ask = confirming_leaver(world, login)
    world.done(unblocking(world, login, revision))
    refused = world.send(ask)
    assert (refused.status, refused.json["code"]) == (409, "user_works_here")
    entry = world.done(Ask(administrator(world), "GET", f"{USERS}/{login}"))
    assert entry["email"] == "nilo@ubatuba.example"
