"""LGPD, arts. 16 and 18 (issue 5 §5): an erasure reaches every process of a person, and tells of no secret one."""

import random
import uuid

import pytest

from chalicelib.application.erasure import kind, survey
from chalicelib.domain.errors import Unavailable
from tests.world import ledgers
from tests.world.builders import started
from tests.world.erasing import (
    asking,
    confirming,
    items,
    noted,
    officer,
    second,
    signed_and_found,
    somebody,
    worked,
)
from tests.world.searching import indexed
from tests.world.world import Ask, World

from .canary import Cage
from .test_erasures import secret_of


def told(world: World, contact: str) -> list[object]:
    """All that the two who decide are shown, from the simulation to the end, without what changes every time."""
    plan = world.done(Ask(officer(world), "GET", f"/erasure-plan?contact={contact}&ground=consent"))["lines"]
    ask = confirming(world, contact)
    job = world.done(ask)["job"]
    states = worked(world, job)
    shown = [[one["label"], one["state"], one["code"], one["message"]] for one in items(world, job)]
    request = world.done(Ask(officer(world), "GET", ask.path.removesuffix("/confirmation")))
    return [plan, states, shown, request["state"], request["lines"]]


def test_party_of_a_confidential_process_is_erased_there_and_nobody_is_told_that_there_is_one(own_world: World):
    """SIG-01: who decides sees word for word what is seen of who is party to nothing."""
    world, cage = own_world, Cage(random.Random(7))
    name = cage.name()
    hidden, nobody = somebody(world, name), somebody(world, cage.name())
    process = secret_of(world, hidden, f"Falei com {name}")
    signed_and_found(world, process)
    assert told(world, hidden) == told(world, nobody)
    world.check(process)
    page = world.done(Ask(world.ana, "GET", f"/processes/{process}"))["process"]
    assert [one["name"] for one in page["interested_parties"]] == ["Pessoa com dados eliminados"]
    kinds = [entry.fact.kind() for entry in world.history(process)]
    assert (kinds.count("record_erased"), kinds.count("personal_data_erased")) == (1, 1)
    assert not any(name in entry.body.decode() for entry in world.history(process))


def test_every_erasure_waits_until_all_that_was_written_before_it_is_under_a_signed_head(own_world: World):
    """So that no process of which nobody may know ever makes an erasure wait: all wait alike, or none."""
    world = own_world
    contact, process = somebody(world), started(world)
    assert ledgers.append(world, process) == []
    ask = confirming(world, contact)
    job = world.done(ask)["job"]
    assert worked(world, job) == ["failed", "failed"]
    assert {one["code"] for one in items(world, job)} == {"head_awaited"}
    ledgers.sign(world)
    assert worked(world, world.done(ask)["job"]) == ["done", "done"]


def test_secret_record_that_is_late_on_its_way_to_the_ledger_is_tried_again_as_if_something_did_not_answer(
    own_world: World,
):
    world, cage = own_world, Cage(random.Random(8))
    name = cage.name()
    contact = somebody(world, name)
    process = secret_of(world, contact, f"Falei com {name}")
    indexed(world, process)
    job = world.done(confirming(world, contact))["job"]
    with pytest.raises(Unavailable):
        worked(world, job)
    ledgers.append(world, process)
    ledgers.sign(world)
    assert worked(world, job) == ["done", "done"]
    assert not any(name in entry.body.decode() for entry in world.history(process))


def test_last_of_a_hundred_parties_is_found_like_the_first(own_world: World):
    world = own_world
    parties = [somebody(world, f"Parte {uuid.uuid4().hex[:8]} n{n}") for n in range(100)]
    process = started(world, interested_parties=parties)
    signed_and_found(world, process)
    assert worked(world, world.done(confirming(world, parties[-1]))["job"]) == ["done"] * 3
    page = world.done(Ask(world.ana, "GET", f"/processes/{process}"))["process"]
    assert [one["name"] for one in page["interested_parties"]].index("Pessoa com dados eliminados") == 99


def test_any_number_of_processes_is_erased_by_one_job_that_goes_on_where_it_died(
    own_world: World, monkeypatch: pytest.MonkeyPatch
):
    """Those that are told one by one are as many as a screen bears; the others are erased by the same job."""
    world, name = own_world, Cage(random.Random(9)).name()
    contact = somebody(world, name)
    processes = [started(world, interested_parties=[contact]) for _ in range(7)]
    for process in processes:
        noted(world, process, f"{name} ligou")
    signed_and_found(world, *processes)
    for module in (survey, kind):
        monkeypatch.setattr(module, "SHOWN", 2)
    monkeypatch.setattr(survey, "PAGE", 3)
    lines = world.done(Ask(officer(world), "GET", f"/erasure-plan?contact={contact}&ground=consent"))["lines"]
    assert [line["where"] for line in lines].count("Os demais processos da pessoa") == 1
    job = world.done(confirming(world, contact))["job"]
    one, calls = kind.erase_in_process, iter(range(5))

    def dying(*arguments: object) -> object:
        if next(calls, None) is None:
            raise ConnectionError("the worker died")
        return one(*arguments)

    monkeypatch.setattr(kind, "erase_in_process", dying)
    with pytest.raises(ConnectionError):
        worked(world, job)
    monkeypatch.setattr(kind, "erase_in_process", one)
    assert worked(world, job) == ["done"] * 4
    assert [one["label"] for one in items(world, job)][2:] == ["Demais processos", "Cadastro de contatos"]
    for process in processes:
        world.check(process)
        kinds = [entry.fact.kind() for entry in world.history(process)]
        assert (kinds.count("record_erased"), kinds.count("personal_data_erased")) == (1, 1)


def test_refused_request_leaves_every_text_where_it_was(own_world: World):
    world, name = own_world, Cage(random.Random(10)).name()
    contact = somebody(world, name)
    process = started(world, interested_parties=[contact])
    noted(world, process, f"{name} ligou")
    made = world.done(asking(world, contact))["id"]
    world.done(Ask(second(world), "POST", f"/erasures/{made}/refusal", {"reason": "A carta não é dela"}))
    assert any(name in entry.body.decode() for entry in world.history(process))
