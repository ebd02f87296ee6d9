"""Documents after they were written, over HTTP: moved, acknowledged, locked, thrown away; comments (DOC-17 to DOC-21,
PRO-25)."""

from datetime import timedelta

from chalicelib.api import replies
from tests.world.builders import (
    RESTRICTED,
    document,
    drafted,
    filed,
    received,
    saving,
    signed,
    signing,
    started,
)
from tests.world.scenarios.document_life import (
    acknowledging,
    commented,
    commenting,
    document_path,
    locking,
    moving,
    restoring,
    thrown_away,
)
from tests.world.world import Ask, World

from .test_documents import sentences
from .test_processes import fits, get, problem


def nup(world: World, process: str) -> str:
    return str(get(world, f"/processes/{process}").json["process"]["nup"])


# DOC-18


def test_moved_document_keeps_its_number_and_both_histories_tell_why(world: World):
    place, destination = filed(world), started(world)
    number = document(world, place)["number"]
    moved = fits(replies.Moved, world.done(moving(world, place, destination)))
    found = document(world, (moved["process"], moved["document"]))
    assert (found["number"], found["order"], moved["process"]) == (number, 1, destination)
    assert get(world, document_path(place)).status == 404
    told = sentences(world, place[0])[0], sentences(world, destination)[0]
    label = f"{number} (Requerimento)"
    assert told == (
        f"Documento {label} movido para o processo {nup(world, destination)}. Juntado no processo errado",
        f"Documento {label} movido do processo {nup(world, place[0])}. Juntado no processo errado",
    )
    world.check(place[0])
    world.check(destination)


def test_restriction_moves_with_the_document(world: World):
    process = started(world)
    place = filed(world, process)
    law = {"access_level": "restricted", "legal_basis": RESTRICTED["legal_basis"]}
    world.done(Ask(world.ana, "PATCH", document_path(place), law))
    destination = started(world)
    world.done(moving(world, place, destination))
    levels = [
        get(world, f"/processes/{each}").json["process"]["effective_access_level"]
        for each in (process, destination)
    ]
    assert levels == ["public", "restricted"]


def test_what_was_written_here_is_never_moved_nor_anything_to_where_it_is(world: World):
    letter, file = drafted(world), filed(world)
    problem(world.send(moving(world, letter, started(world))), 403, "not_uploaded")
    problem(world.send(moving(world, file, file[0])), 409, "same_process")
    problem(world.send(moving(world, file, "none")), 400, "invalid_request")


def test_file_does_not_move_to_where_the_unit_could_not_include_it(world: World):
    received_there = received(world)
    file = filed(world, received_there, world.marina)
    problem(world.send(moving(world, file, started(world), world.marina)), 409, "process_not_open_here")


# DOC-20


def test_each_person_acknowledges_once_what_is_signed(world: World):
    place = signed(world)
    world.done(acknowledging(place, world.carlos))
    problem(world.send(acknowledging(place, world.carlos)), 409, "already_acknowledged")
    world.done(acknowledging(place, world.ana))
    found = fits(replies.Document, document(world, place))
    assert [made["user"]["id"] for made in found["acknowledgements"]] == ["carlos.moura", "ana.lima"]
    label = f"{found['number']} ({found['title']})"
    assert sentences(world, place[0])[:2] == [f"Ciência no documento {label}"] * 2


def test_draft_is_not_acknowledged_and_a_file_is(world: World):
    problem(world.send(acknowledging(drafted(world), world.ana)), 403, "document_not_signed")
    assert world.send(acknowledging(filed(world), world.ana)).status == 201


def test_who_edits_the_text_starts_its_acknowledgements_again(world: World):
    place = signed(world)
    world.done(acknowledging(place, world.carlos))
    world.done(saving(world, place))
    world.done(signing(world, place))
    assert document(world, place)["acknowledgements"] == []
    assert world.send(acknowledging(place, world.carlos)).status == 201


# DOC-21


def test_locked_document_is_signed_but_not_changed_until_it_is_unlocked(world: World):
    place = drafted(world)
    save = saving(world, place)
    world.done(locking(world, place))
    assert document(world, place)["locked"] is True
    problem(world.send(save), 403, "document_locked")
    problem(
        world.call(world.ana, "PATCH", document_path(place), {"description": "x"}), 403, "document_locked"
    )
    problem(world.call(world.ana, "DELETE", document_path(place)), 403, "document_locked")
    problem(world.send(locking(world, place)), 403, "document_locked")
    world.done(signing(world, place))
    world.done(Ask(world.ana, "DELETE", document_path(place, "lock")))
    world.done(saving(world, place))
    told = sentences(world, place[0])
    assert [told[1][:12], told[3][:9]] == ["Desbloqueado", "Bloqueado"], told


# DOC-17


def test_deleted_document_is_read_and_brought_back_by_who_deleted_it(world: World):
    place = signed(world)
    before = document(world, place)
    thrown_away(world, place)
    listed = fits(replies.Trash, get(world, "/trash").json)["items"][0]
    assert (listed["document"]["id"], listed["cancelled"], listed["nup"]) == (
        place[1],
        False,
        nup(world, place[0]),
    )
    opened = fits(replies.OpenedTrash, get(world, f"/processes/{place[0]}/trash/{place[1]}").json)
    assert "<" in opened["html"]
    problem(world.send(restoring(world, place, world.carlos)), 404, "not_found")
    assert get(world, f"/processes/{place[0]}/trash/{place[1]}", world.carlos).status == 404
    world.done(restoring(world, place))
    after = document(world, place)
    for name in ("number", "order", "html", "signatures", "digest", "state"):
        assert after[name] == before[name], name
    assert sentences(world, place[0])[0].startswith("Recuperado da lixeira o documento ")
    assert place[1] not in [item["document"]["id"] for item in get(world, "/trash").json["items"]]
    problem(world.send(restoring(world, place)), 404, "not_found")
    world.check(place[0])


def test_file_in_the_trash_is_downloaded(world: World):
    place = thrown_away(world, filed(world))
    opened = get(world, f"/processes/{place[0]}/trash/{place[1]}").json
    assert opened["html"] is None
    assert "X-Amz-Signature" in opened["url"]


def test_trash_is_emptied_after_thirty_days(world: World):
    place = thrown_away(world)
    with world.clock.moved(timedelta(days=29, hours=23)):
        assert place[1] in [
            item["document"]["id"] for item in get(world, "/trash", _later(world)).json["items"]
        ]
    with world.clock.moved(timedelta(days=30)):
        who = _later(world)
        assert place[1] not in [item["document"]["id"] for item in get(world, "/trash", who).json["items"]]
        problem(world.send(restoring(world, place, who)), 404, "not_found")


def _later(world: World):
    """Ana again, logged in on that day."""
    return world.session("ana.lima", "semad-prot")


def test_cancelled_document_is_downloaded_and_never_brought_back(world: World):
    process = received(world, keep_open=True)
    place = signed(world, process)
    document(world, place, world.marina)
    world.done(Ask(world.ana, "POST", document_path(place, "cancellation"), {"reason": "Duplicado"}))
    item = get(world, f"/processes/{process}/trash/{place[1]}").json
    assert (item["cancelled"], item["document"]["state"]) == (True, "signed")
    problem(world.send(restoring(world, place)), 409, "cancelled_for_good")


# PRO-25


def test_comment_is_made_changed_and_removed_with_all_it_said_kept(world: World):
    process, comment = commented(world)
    path = f"/processes/{process}/comments/{comment}"
    world.done(Ask(world.carlos, "PATCH", path, {"text": "Metragem conferida"}))
    problem(world.call(world.ana, "PATCH", path, {"text": "Metragem conferida"}), 409, "nothing_changed")
    world.done(Ask(world.ana, "DELETE", path))
    (found,) = fits(replies.Comments, get(world, f"/processes/{process}/comments").json)["items"]
    assert (found["text"], found["removed_by"]["id"], found["by"]["id"]) == ("", "ana.lima", "carlos.moura")
    assert [one["text"] for one in found["earlier"]] == ["Conferir a metragem", "Metragem conferida"]
    problem(world.call(world.ana, "DELETE", path), 409, "comment_removed")
    assert all("omentário" not in each for each in sentences(world, process))


def test_comment_is_its_units_own(world: World):
    process = received(world, keep_open=True)
    made = world.done(commenting(world, process))["id"]
    path = f"/processes/{process}/comments/{made}"
    problem(world.call(world.marina, "DELETE", path), 403, "comment_of_another_unit")
    world.done(Ask(world.ana, "PATCH", path, {"text": "Outra coisa"}))
    (found,) = get(world, f"/processes/{process}/comments", world.marina).json["items"]
    assert (found["own"], found["earlier"], found["text"]) == (False, [], "Outra coisa")


def test_comment_on_a_draft_is_read_only_where_the_process_passed(world: World):
    process = received(world, keep_open=True)
    place = drafted(world, process)
    world.done(commenting(world, *place))
    helena = world.person("helena.prado", "gab")
    texts = [
        [one["document"] for one in get(world, f"/processes/{process}/comments", who).json["items"]]
        for who in (world.ana, world.marina, helena)
    ]
    assert texts == [[place[1]], [place[1]], []]
    world.done(signing(world, place))
    assert len(get(world, f"/processes/{process}/comments", helena).json["items"]) == 1


def test_comment_needs_the_process_open_and_the_document_there(world: World):
    process = received(world)
    problem(world.send(commenting(world, process)), 409, "process_not_open_here")
    problem(world.send(commenting(world, process, "none", world.marina)), 404, "not_found")
