"""LGPD, arts. 16 and 18 (issue 5 §5): what is erased is nowhere, what is kept is said, the ledger still holds."""

import copy
import json
import os
import random
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from chalicelib.application.erasure.erase_process import AT_ONCE
from tests.world import ledgers
from tests.world.builders import drafted, process_form, started
from tests.world.confidential import SECRET, opening
from tests.world.erasing import (
    asking,
    beside,
    confirming,
    noted,
    officer,
    second,
    signed_and_found,
    somebody,
    worked,
)
from tests.world.items import Store
from tests.world.searching import indexed
from tests.world.world import Ask, World
from verifier.__main__ import BROKEN, WHOLE, main

from .canary import Cage

SEED = int(os.environ.get("IPEROIG_SEED") or (random.randrange(2**32) if os.environ.get("IPEROIG_LONG") == "1" else 7))
TABLES = ("main", "history", "projections", "audit", "ledger", "sessions", "waits")


def everywhere(store: Store, tenant: str) -> list[tuple[str, str]]:
    """-> (where, the whole of it) of every item and every object of a tenant."""
    found = [
        (f"{table} {item['pk']} {item['sk']}", repr(item))
        for table in TABLES
        for item in store.everything(table, f"T#{tenant}#")
    ]
    for name in ("content_bucket", "copies_bucket", "quarantine_bucket"):
        bucket = getattr(store.settings, name)
        for kept in store.s3.list_object_versions(Bucket=bucket, Prefix=tenant).get("Versions", []):
            read = store.s3.get_object(Bucket=bucket, Key=kept["Key"], VersionId=kept["VersionId"])
            found.append((f"{name} {kept['Key']}", read["Body"].read().decode("latin-1")))
    return found


def naming(world: World, cage: Cage) -> set[str]:
    """Where any canary is."""
    words = [word for flown in cage.flown for word in (flown, flown.lower())]
    return {where for where, text in everywhere(world.store, world.tenant) if any(word in text for word in words)}


def secret_of(world: World, contact: str, said: str) -> str:
    """A confidential process without documents, in which Ana wrote of the person wherever one writes; -> its id."""
    form = process_form(**(SECRET | {"interested_parties": [contact], "specification": said}))
    process = str(world.done(Ask(world.ana, "POST", "/processes", form))["id"])
    world.done(opening(world.ana, process))
    noted(world, process, said)
    beside(world, process, said)
    return process


def given(world: World, cage: Cage, chance: random.Random) -> tuple[str, list[str], str]:
    """-> (contact, processes without documents that name it in all ways, one with a document)."""
    person = {"name": cage.name(), "document": cage.cpf(), "email": cage.email()}
    contact = somebody(world, **person)
    quoting = [f"Falei com {person['name'].upper()}", f"CPF {person['document']}", f"Escreveu de {person['email']}"]
    free = []
    for _ in range(3):
        said = chance.choice(quoting)
        process = started(world, interested_parties=[contact], specification=f"Poda: {said}", remark=said)
        world.done(Ask(world.ana, "PUT", f"/processes/{process}/note", {"text": said, "priority": False}, process))
        for text in chance.sample(quoting, 2):
            noted(world, process, text)
        beside(world, process, said)
        free.append(process)
    hidden = secret_of(world, contact, quoting[0])
    group = {"name": uuid.uuid4().hex, "addresses": [person["email"], "outra@pessoa.example"]}
    world.done(Ask(world.ana, "POST", "/email-groups", group))
    kept, _ = drafted(world, started(world, interested_parties=[contact]))
    signed_and_found(world, *free, kept, hidden)
    return contact, free, kept


def replies(world: World, processes: list[str], kept: str, contact: str, words: list[str]) -> str:
    """What anybody may be shown of it; lists without their line of what the law keeps."""
    paths = [f"/processes/{one}{path}" for one in processes for path in ("", "/history", "/export")]
    paths += [path for word in words for path in (f"/contacts?query={word}", f"/find/words?words={word}")]
    asks = [Ask(world.ana, "GET", path) for path in (*paths, "/inbox")]
    asks += [Ask(officer(world), "GET", f"/audit/people/contact/{contact}{end}") for end in ("", "/export")]
    shown = [world.done(ask) for ask in (*asks, Ask(officer(world), "GET", "/erasures"))]
    for one in shown:
        if "items" in one:
            one["items"] = [item for item in one["items"] if kept not in json.dumps(item)]
    return json.dumps(shown, ensure_ascii=False)


def checked(export: Any, tmp_path: Path) -> int:
    """By the program that anybody may run, with no network and no account."""
    file = tmp_path / "processo.json"
    file.write_text(json.dumps(export), encoding="utf-8")
    return main([str(file)])


def test_canaries_of_who_was_erased_are_in_no_item_no_object_no_export_and_no_reply_and_the_verifier_passes(
    own_world: World, tmp_path: Path, capsys: Any
):
    world, cage = own_world, Cage(random.Random(SEED))
    contact, free, kept = given(world, cage, cage.chance)
    before = world.done(Ask(world.ana, "GET", f"/processes/{free[0]}/export"))
    words = [word for word, kind in cage.flown.items() if kind == "name"]
    assert len(naming(world, cage)) > 15, "the canaries sing everywhere before"
    job = world.done(confirming(world, contact))["job"]
    assert worked(world, job) == ["done"] * (len(free) + 3), "the one that is kept, too"
    indexed(world, *free)
    left = {where for where in naming(world, cage) if f"#P#{kept} " not in where and kept not in where}
    assert left == set(), f"seed {SEED}"
    shown = replies(world, free, kept, contact, words)
    assert [word for word in cage.flown if word in shown or word.lower() in shown.lower()] == []
    for process in free:
        world.check(process)
        ledgers.append(world, process)
        export = world.done(Ask(world.ana, "GET", f"/processes/{process}/export"))
        assert [entry for entry in export["entries"] if entry.get("erased")]
        assert checked(export, tmp_path) == WHOLE
        said = capsys.readouterr().out
        assert "Eliminados por força de lei: 2." in said
        assert "O próprio histórico declara cada eliminação (LGPD)" in said
    tampered(export, before, tmp_path)


def tampered(export: Any, before: Any, tmp_path: Path) -> None:
    """What was erased cannot be told otherwise, nor taken back, nor anything else be changed."""
    gone = next(n for n, entry in enumerate(export["entries"]) if entry.get("erased"))
    for change in (
        lambda one: one["entries"][gone].update(hash="0" * 64),
        lambda one: one["entries"].__setitem__(gone, copy.deepcopy(before["entries"][gone])),
        lambda one: one["entries"].pop(gone),
        lambda one: one["ledger"]["records"][gone].update(leaf=one["ledger"]["records"][0]["leaf"]),
        lambda one: one["entries"][0].update(body=one["entries"][0]["body"].replace("public", "Public")),
    ):
        forged = copy.deepcopy(export)
        change(forged)
        assert checked(forged, tmp_path) == BROKEN


def test_simulation_says_what_goes_what_stays_and_by_which_law(own_world: World):
    world, cage = own_world, Cage(random.Random(SEED))
    contact, free, kept = given(world, cage, cage.chance)
    noted(world, kept, f"Laudo de {next(iter(cage.flown))}, CPF {list(cage.flown)[3]}")
    plan = {
        ground: world.done(Ask(officer(world), "GET", f"/erasure-plan?contact={contact}&ground={ground}"))["lines"]
        for ground in ("consent", "excessive")
    }
    fates = {ground: [line["fate"] for line in lines] for ground, lines in plan.items()}
    assert fates["consent"].count("erase") == 4 + 2 * len(free), "book, groups, notes, secrets"
    assert [line["why"] for line in plan["consent"] if "Interessados e documentos" in line["what"]] == [
        "Dever legal de guarda (LGPD, art. 16, I): documento público só se elimina com autorização do arquivo"
        " (Lei nº 8.159/1991, art. 9º)"
    ]
    assert [line["what"] for line in plan["consent"] if line["why"].endswith("o que a administração fez")] == [
        "1 andamento cita a pessoa"
    ]
    assert fates["excessive"].count("wait") == 1, "the note is younger than the last signed head"
    ledgers.append(world, kept)
    ledgers.sign(world)
    again = world.done(Ask(officer(world), "GET", f"/erasure-plan?contact={contact}&ground=excessive"))["lines"]
    assert "wait" not in [line["fate"] for line in again]


def test_note_that_no_signed_head_holds_waits_and_the_request_is_confirmed_again(own_world: World):
    world = own_world
    name = Cage(random.Random(SEED)).name()
    contact = somebody(world, name)
    process, _ = drafted(world, started(world, interested_parties=[contact]))
    signed_and_found(world, process)
    noted(world, process, f"{name} tem diabetes")
    ask = confirming(world, contact, "excessive")
    states = worked(world, world.done(ask)["job"])
    assert states == ["failed", "done", "failed"], "the address book goes last, and not yet"
    request = world.done(Ask(officer(world), "GET", f"/erasures/{ask.path.split('/')[2]}"))
    assert request["state"] == "confirmed"
    ledgers.append(world, process)
    ledgers.sign(world)
    assert worked(world, world.done(ask)["job"]) == ["done"] * 3
    request = world.done(Ask(officer(world), "GET", f"/erasures/{ask.path.split('/')[2]}"))
    assert (request["state"], request["name"], request["lines"]) == ("done", "Pessoa com dados eliminados", [])
    texts = [entry.fact.sentence() for entry in world.history(process)]
    assert "Andamento eliminado nos termos da LGPD" in texts
    assert not any("diabetes" in text for text in texts)
    refused = world.send(asking(world, contact))
    assert (refused.status, refused.json["code"]) == (409, "already_erased")
    again = world.send(Ask(world.ana, "POST", f"/processes/{process}/progress", {"text": "Segue"}, process))
    assert again.status < 300, "the process goes on"


def test_many_records_of_one_process_go_in_more_than_one_transaction(own_world: World):
    world, name = own_world, Cage(random.Random(SEED)).name()
    contact = somebody(world, name)
    process = started(world, interested_parties=[contact])
    for n in range(AT_ONCE + 1):
        noted(world, process, f"{name} ligou {n}")
    signed_and_found(world, process)
    assert worked(world, world.done(confirming(world, contact))["job"]) == ["done"] * 3
    kinds = [entry.fact.kind() for entry in world.history(process)]
    assert (kinds.count("record_erased"), kinds.count("progress_recorded")) == (AT_ONCE + 1, 0)
    assert kinds.count("personal_data_erased") == 2
    world.check(process)


def test_two_people_are_needed_and_the_reason_names_nobody(world: World):
    contact = somebody(world, "Jandira dos Passos")
    made = world.done(asking(world, contact))["id"]
    own = world.send(Ask(officer(world), "POST", f"/erasures/{made}/confirmation"))
    assert (own.status, own.json["code"]) == (409, "same_person")
    named = world.send(asking(world, contact, reason="Jandira dos Passos pediu"))
    assert (named.status, named.json["errors"][0]["code"]) == (400, "names_person")
    why = {"reason": "A carta não é dela"}
    world.done(Ask(second(world), "POST", f"/erasures/{made}/refusal", why))
    late = world.send(Ask(second(world), "POST", f"/erasures/{made}/confirmation"))
    assert (late.status, late.json["code"]) == (409, "erasure_settled")
    absent = world.send(asking(world, "nenhum"))
    assert (absent.status, absent.json["code"]) == (404, "person_not_found")


@pytest.mark.parametrize("profile", ["administrator", "auditor", "technology", "basic", "protocol"])
def test_only_the_officer_erases(world: World, profile: str):
    who = world.hire(f"nao.{profile}", "semad-prot", profile)
    for method, path, body in (
        ("GET", "/erasures", None),
        ("GET", "/erasure-plan?contact=nenhum&ground=consent", None),
        ("POST", "/erasures", {"contact": "nenhum", "ground": "consent", "reason": "Pediu"}),
        ("POST", "/erasures/nenhum/confirmation", None),
    ):
        assert world.call(who, method, path, body).status == 403


def test_who_was_erased_is_nobody_to_be_chosen_again(world: World):
    contact = somebody(world)
    assert worked(world, world.done(confirming(world, contact))["job"]) == ["done"] * 2
    refused = world.send(Ask(world.ana, "POST", "/processes", process_form(interested_parties=[contact])))
    assert (refused.status, refused.json["errors"][0]["code"]) == (400, "contact_unknown")


def parsed(moment: str) -> float:
    """A moment of a key, in seconds."""
    return datetime.strptime(moment, "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC).timestamp()


def test_operation_keeps_an_id_alone_and_leaves_by_itself_like_the_accesses_of_six_months(world: World):
    """Marco Civil, art. 15: whichever six months they are."""
    who, key = world.session("ana.lima", "semad-prot"), uuid.uuid4().hex
    form = {"name": "Ubirajara das Neves", "kind": "person", "document": "529.982.247-25"}
    made = world.send(Ask(who, "POST", "/contacts", form), key)
    assert world.send(Ask(who, "POST", "/contacts", form), key).json == made.json
    (kept,) = world.store.partition(f"T#{world.tenant}#OP#ana.lima#{key}")
    assert json.loads(kept["body"]) == {"id": made.json["id"]}
    now = world.clock().timestamp()
    assert 399 < (int(kept["expires_at"]) - now) / 86_400 <= 400
    accesses = world.store.partition(f"T#{world.tenant}#USER#ana.lima", "sessions")
    entries = [(parsed(row["sk"].removeprefix("ACCESS#")), row) for row in accesses if row["sk"].startswith("ACCESS#")]
    assert {round((int(row["expires_at"]) - at) / 86_400) for at, row in entries} == {184}
