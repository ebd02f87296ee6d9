"""Duplicar processo over HTTP, with the job that fills the duplicate (PRO-12)."""

from typing import Any

import pytest

from chalicelib.application.jobs.close import close_job
from chalicelib.application.jobs.open_job import open_job
from chalicelib.application.jobs.run_batch import run_batch
from chalicelib.background import Background
from tests.world.builders import RESTRICTED, document, drafted, filed, signed, started
from tests.world.scenarios.duplicates import duplicating
from tests.world.scenarios.ties import chief, relating
from tests.world.scenarios.tree import ordering
from tests.world.wire import untapped
from tests.world.world import Ask, Person, World


def worked(world: World, job: str, who: Person | None = None) -> dict[str, Any]:
    """What the machine does; -> the job as its page shows it."""
    person = who or world.ana
    ports = world.installed.place.ports(world.tenant)
    kinds = Background(world.installed.place).job_kinds(world.tenant)
    with untapped():
        for number in open_job(ports, person.login, job)["batches"]:
            while run_batch(ports, kinds, person.login, job, number, lambda: False)["more"]:
                pass
        close_job(ports, kinds, person.login, job)
    found: dict[str, Any] = world.done(Ask(person, "GET", f"/jobs/{job}"))
    return found


def page(world: World, process: str, who: Person | None = None) -> dict[str, Any]:
    found: dict[str, Any] = world.done(Ask(who or world.ana, "GET", f"/processes/{process}"))
    return found


def sentences(world: World, process: str) -> list[str]:
    return [entry.fact.sentence() for entry in world.history(process)]


@pytest.fixture
def original(world: World) -> dict[str, Any]:
    """A letter signed, a draft, a file and a second letter, put in another order."""
    process, letter = signed(world)
    _, draft = drafted(world, process)
    _, file = filed(world, process)
    _, second = signed(world, process)
    world.done(ordering(world.ana, process, (second, letter)))
    return {"process": process, "letter": letter, "draft": draft, "file": file, "second": second}


def test_duplicate_has_copies_in_the_order_of_the_tree_with_new_numbers_and_no_signature(
    world: World, original: dict[str, Any]
):
    made = world.done(duplicating(world.ana, original["process"]))
    job = worked(world, made["job"])
    assert (job["state"], job["process"]) == ("done", made["id"])
    assert job["message"] == f"O processo {made['nup']} está pronto."
    assert [item["state"] for item in job["items"]] == ["done", "done", "left_out", "done"]
    assert job["items"][2]["message"] == "Minuta não é copiada"

    copy, source = page(world, made["id"]), page(world, original["process"])
    assert copy["process"]["state"] == "normal"
    assert copy["process"]["subjects"] == source["process"]["subjects"]
    nodes = copy["documents"]["items"]
    assert [node["kind"] for node in nodes] == ["authored", "authored", "uploaded"]
    assert [node["state"] for node in nodes] == ["draft", "draft", "filed"]
    assert {node["number"] for node in nodes}.isdisjoint({node["number"] for node in source["documents"]["items"]})
    assert all(node["signature_count"] == 0 for node in nodes)
    text = document(world, (made["id"], nodes[0]["id"]))
    assert made["nup"] in text["html"]
    assert source["process"]["nup"] not in text["html"]
    assert sentences(world, made["id"])[-1] == "Processo desbloqueado"
    process = world.check(made["id"])
    assert process is not None
    assert process.live_documents == 3


def test_while_it_is_made_nobody_works_on_the_duplicate_nor_stops_the_job(
    world: World, original: dict[str, Any]
):
    made = world.done(duplicating(world.ana, original["process"]))
    assert page(world, made["id"])["process"]["state"] == "locked"
    send = Ask(world.ana, "POST", f"/processes/{made['id']}/routings", {"units": ["semad-rh"]})
    assert world.send(send).status == 409
    cancel = Ask(world.ana, "POST", f"/jobs/{made['job']}/cancellation", {})
    reply = world.send(cancel)
    assert (reply.status, reply.json["code"]) == (409, "job_not_stoppable")
    assert world.done(Ask(world.ana, "GET", f"/jobs/{made['job']}"))["stoppable"] is False


def test_chosen_documents_and_other_interested_parties(world: World, original: dict[str, Any]):
    contact = world.done(Ask(world.ana, "POST", "/contacts", {"name": "Iracema dos Anjos", "kind": "person"}))
    form = {"documents": [original["file"]], "interested_parties": [contact["id"]]}
    made = world.done(duplicating(world.ana, original["process"], **form))
    worked(world, made["job"])
    copy = page(world, made["id"])
    assert [node["kind"] for node in copy["documents"]["items"]] == ["uploaded"]
    assert [party["name"] for party in copy["process"]["interested_parties"]] == ["Iracema dos Anjos"]


def test_relations_are_made_again_only_when_asked_and_what_cannot_be_is_told(world: World):
    process, _ = signed(world)
    other, locked = started(world), started(world)
    for each in (other, locked):
        world.done(relating(world, process, each))
    world.done(Ask(chief(world), "POST", f"/processes/{locked}/lock", {"reason": "Enviado"}, locked))
    without = world.done(duplicating(world.ana, process))
    worked(world, without["job"])
    assert world.done(Ask(world.ana, "GET", f"/processes/{without['id']}/ties"))["relations"] == []
    made = world.done(duplicating(world.ana, process, keep_relations=True))
    job = worked(world, made["job"])
    assert [item["state"] for item in job["items"]] == ["done", "done", "failed"]
    ties = world.done(Ask(world.ana, "GET", f"/processes/{made['id']}/ties"))
    assert [tie["process"] for tie in ties["relations"]] == [other]
    assert page(world, made["id"])["process"]["state"] == "normal"


def test_process_whose_content_the_unit_may_not_read_is_not_duplicated(world: World):
    helena = world.person("helena.prado", "gab")
    hidden = started(world, helena, **RESTRICTED)
    drafted(world, hidden, helena)
    reply = world.send(duplicating(world.ana, hidden))
    assert (reply.status, reply.json["code"]) == (403, "restricted_content")


def test_nothing_chosen_and_nothing_there_are_refused(world: World, original: dict[str, Any]):
    assert world.send(duplicating(world.ana, started(world))).json["errors"][0]["code"] == "no_items"
    strange = world.send(duplicating(world.ana, original["process"], documents=["none-such"]))
    assert strange.json["errors"][0]["code"] == "document_unknown"
