"""Documents over HTTP: DOC-01, DOC-03, DOC-05, DOC-17, PRO-08; every reply has its declared shape."""

import copy
from urllib.parse import quote

import pytest

from chalicelib.api import replies
from tests.world.builders import (
    RESTRICTED,
    document,
    drafted,
    drafting,
    filed,
    read_by,
    received,
    saving,
    sent,
    signed,
    signing,
    started,
)
from tests.world.world import NOBODY, Ask, Person, World

from .test_processes import fits, get, problem

LAW = {"access_level": "restricted", "legal_basis": RESTRICTED["legal_basis"]}


def path(place: tuple[str, str], *more: str) -> str:
    return "/".join(("/processes", place[0], "documents", place[1], *more))


def patch(world: World, place: tuple[str, str], who: Person | None = None, **body: object):
    return world.call(who or world.ana, "PATCH", path(place), body)


def sentences(world: World, process: str) -> list[str]:
    return [entry["sentence"] for entry in get(world, f"/processes/{process}/history?view=total").json["items"]]


def shared(world: World) -> str:
    return received(world, keep_open=True)


# DOC-01


def test_letter_is_created_and_read(world: World):
    reply = world.send(drafting(world.ana, started(world), name_in_tree="ao requerente"))
    assert reply.status == 201
    fits(replies.Created, reply.json)
    place = drafted(world)
    answer = get(world, path(place))
    found = fits(replies.Document, answer.json)
    assert answer.headers["ETag"] == f'"{found["revision"]}"' == '"1"'
    assert (found["state"], found["pen"], found["content_visible"], found["crc"]) == (
        "draft",
        "none",
        True,
        None,
    )
    assert len(found["number"]) >= 7
    assert found["content"]["type"] == "doc"
    assert found["html"].startswith("<")
    assert found["actions"]["document.sign"] == {"allowed": True, "reason": None}


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"kind": "carta"}, "kind"),
        ({"type": "nada"}, "type"),
        ({"type": None}, "type"),
        ({"initial_text": {"from": "standard"}}, "initial_text.from"),
        ({"initial_text": {"from": "document", "reference": "x"}}, "initial_text.reference"),
        ({"initial_text": {"from": "document", "reference": "999999999"}}, "initial_text.reference"),
        ({"access_level": "secreto"}, "access_level"),
        ({"access_level": "restricted"}, "legal_basis"),
        ({"access_level": "confidential"}, "access_level"),
        ({"interested_parties": ["ninguem"]}, "interested_parties.0"),
        ({"description": "x" * 251}, "description"),
        ({"name_in_tree": "x" * 51}, "name_in_tree"),
        ({"date": "ontem"}, "date"),
        ({"kind": "uploaded"}, "upload"),
        ({"kind": "uploaded", "upload": "nada", "type": "requerimento"}, "date"),
        ({"dono": "eu"}, "dono"),
    ],
)
def test_wrong_field_is_named(world: World, form: dict[str, object], field: str):
    reply = world.send(drafting(world.ana, started(world), **form))
    problem(reply, 400, "invalid_request")
    assert [each["field"] for each in reply.json["errors"]] == [field]


# features.md §1.3


def test_draft_of_another_unit_shows_its_node_and_not_its_content(world: World):
    place = drafted(world, shared(world))
    found = fits(replies.Document, get(world, path(place), world.marina).json)
    assert (found["content"], found["html"], found["content_visible"]) == (None, None, False)
    assert not found["actions"]["document.read"]["allowed"]
    assert found["actions"]["document.read"]["reason"].startswith("Minuta")


def test_restricted_document_shows_its_node_and_no_content_where_the_process_never_was(world: World):
    maria = world.done(Ask(world.ana, "POST", "/contacts", {"name": "Maria do Sigilo", "kind": "person"}))[
        "id"
    ]
    place = drafted(
        world, **LAW, interested_parties=[maria], remark="Doença grave", description="Laudo de Maria"
    )
    world.done(signing(world, place))
    reply = get(world, path(place), world.marina)
    found = fits(replies.Document, reply.json)
    for told in ("Maria", "Doença", "Laudo", document(world, place)["digest"], document(world, place)["crc"]):
        assert told not in reply.text
    assert found["metadata"]["legal_basis"]["code"] == LAW["legal_basis"]
    assert (found["content"], found["html"], found["state"]) == (None, None, "signed")
    assert found["actions"]["document.read"]["reason"].startswith("Documento restrito")


def test_absent_and_foreign_documents_are_the_same_nothing(world: World):
    process, identifier = drafted(world)
    other = started(world)
    answers = [
        get(world, path((process, "00001-" + "a" * 26))),
        get(world, path((other, identifier))),
        get(world, path(("a" * 26, identifier))),
    ]
    for answer in answers:
        problem(answer, 404, "not_found")
    assert len({(answer.json["detail"], answer.json["title"]) for answer in answers}) == 1


# DOC-03, DOC-05


def test_saved_draft_gives_the_next_etag(world: World):
    place = drafted(world)
    reply = world.send(saving(world, place, "Defiro o pedido."))
    saved = fits(replies.Saved, reply.json)
    assert (reply.headers["ETag"], saved["version"]) == ('"2"', 2)
    assert "Defiro o pedido." in document(world, place)["html"]


def test_save_over_what_another_saved_tells_who_and_when(world: World):
    place = drafted(world)
    mine = saving(world, place, "O meu texto.")
    world.done(saving(world, place, "O do chefe.", who=world.carlos))
    reply = world.send(mine)
    problem(reply, 412, "draft_changed")
    assert (reply.json["edited_by"]["id"], reply.json["revision"]) == ("carlos.moura", "2")
    assert reply.json["edited_at"] == document(world, place)["edited_at"]
    assert "O do chefe." in document(world, place)["html"]


@pytest.mark.parametrize("header", ["", "abc", '"-1"', "*", '"1 2"', '"99999999999"'])
def test_save_without_the_revision_that_was_read_is_refused(world: World, header: str):
    place = drafted(world)
    ask = saving(world, place)
    reply = world.send(Ask(ask.who, ask.method, ask.path, ask.body, headers={"If_Match": header}))
    problem(reply, 400, "if_match_required")


def test_autosave_with_the_same_key_gets_the_same_reply(world: World):
    place = drafted(world)
    ask = saving(world, place)
    first, again = world.send(ask, "autosave-0001"), world.send(ask, "autosave-0001")
    assert (first.status, first.json, first.headers["ETag"]) == (200, again.json, again.headers["ETag"])
    assert document(world, place)["revision"] == "2"


def test_locked_section_is_not_saved_changed(world: World):
    place = drafted(world)
    ask = saving(world, place)
    content = copy.deepcopy(ask.body["content"])
    locked = next(section for section in content["content"] if section["attrs"]["locked"])
    locked["content"] = [{"type": "paragraph", "attrs": {"style": "center"}, "content": []}]
    reply = world.send(Ask(ask.who, ask.method, ask.path, {"content": content}, headers=ask.headers))
    problem(reply, 409, "locked_section_changed")


@pytest.mark.parametrize("content", [{}, {"type": "doc", "schema": 1, "content": [{"type": "script"}]}])
def test_text_out_of_the_schema_is_refused(world: World, content: dict[str, object]):
    place = drafted(world)
    ask = saving(world, place)
    reply = world.send(Ask(ask.who, ask.method, ask.path, {"content": content}, headers=ask.headers))
    assert reply.status == 400, reply.text
    fits(replies.Problem, reply.json)


def test_save_after_the_process_was_concluded_has_its_own_code(world: World):
    place = drafted(world, received(world), world.marina)
    ask = saving(world, place, who=world.marina)
    world.done(Ask(world.marina, "POST", f"/processes/{place[0]}/conclusion", {}))
    problem(world.send(ask), 409, "process_not_open_here")


def test_versions_are_listed_read_and_restored(world: World):
    place = drafted(world)
    world.done(saving(world, place, "Primeiro.", explicit=True))
    world.done(saving(world, place, "Segundo.", explicit=True))
    listed = fits(replies.Versions, get(world, path(place, "versions")).json)["items"]
    assert [(each["number"], each["current"]) for each in listed] == [(3, True), (2, False), (1, False)]
    second = fits(replies.VersionContent, get(world, path(place, "versions", "2")).json)
    assert ("Primeiro." in second["html"], "Segundo." in second["html"]) == (True, False)
    restored = world.call(world.ana, "POST", path(place, "versions", "2", "restoration"))
    assert fits(replies.Saved, restored.json)["version"] == 4
    assert "Segundo." not in document(world, place)["html"]


@pytest.mark.parametrize("number", ["9", "0", "-1", "x", "1e3", "²", "9999999"])
def test_version_that_is_not_there_is_not_found(world: World, number: str):
    place = drafted(world)
    assert get(world, path(place, "versions", quote(number))).status == 404
    assert world.call(world.ana, "POST", path(place, "versions", quote(number), "restoration")).status == 404


# Metadata


def test_patch_changes_only_what_is_sent(world: World):
    place = drafted(world, **LAW)
    fits(replies.DocumentVersion, patch(world, place, description="Definitiva").json)
    found = document(world, place)
    assert (found["metadata"]["description"], found["access_level"]) == ("Definitiva", "restricted")
    assert found["metadata"]["legal_basis"]["code"] == LAW["legal_basis"]


def test_patch_of_a_received_file_moves_its_date_and_no_further_than_today(world: World):
    place = filed(world)
    assert patch(world, place, date="2026-01-02").status == 200
    found = document(world, place)
    assert (found["metadata"]["date"], found["metadata"]["format"]) == ("2026-01-02", "born_digital")
    problem(patch(world, place, date="2126-01-02"), 400, "invalid_request")
    problem(patch(world, place, date=None), 400, "invalid_request")


def test_patch_that_changes_nothing_is_refused(world: World):
    problem(patch(world, drafted(world)), 409, "nothing_changed")


def test_restricted_document_restricts_its_process_until_it_leaves(world: World):
    process = started(world)
    place = drafted(world, process, **LAW)
    card = get(world, f"/processes/{process}").json["process"]
    assert (card["access_level"], card["effective_access_level"]) == ("public", "restricted")
    world.done(Ask(world.ana, "DELETE", path(place)))
    assert get(world, f"/processes/{process}").json["process"]["effective_access_level"] == "public"
    assert sentences(world, process)[0] == "Alterado nível de acesso geral para público"


# DOC-17


def test_deleted_document_is_gone(world: World):
    place = drafted(world)
    fits(replies.Version, world.done(Ask(world.ana, "DELETE", path(place))))
    problem(get(world, path(place)), 404, "not_found")
    assert sentences(world, place[0])[0].startswith("Exclusão do documento")


def test_document_seen_elsewhere_is_cancelled_and_not_deleted(world: World):
    place = signed(world, sent(world, keep_open=True))
    read_by(world, place, world.marina)
    problem(world.call(world.ana, "DELETE", path(place)), 403, "document_not_deletable")
    reply = world.call(world.ana, "POST", path(place, "cancellation"), {"reason": "Assinado por engano"})
    fits(replies.Version, reply.json)
    found = fits(replies.Document, get(world, path(place)).json)
    assert (found["state"], found["content"], found["html"]) == ("cancelled", None, None)
    assert found["metadata"]["cancellation"] == "Assinado por engano"


@pytest.mark.parametrize("reason", ["", "ab", "   ", "x" * 501])
def test_cancellation_says_why(world: World, reason: str):
    place = signed(world, sent(world, keep_open=True))
    read_by(world, place, world.marina)
    problem(
        world.call(world.ana, "POST", path(place, "cancellation"), {"reason": reason}), 400, "invalid_request"
    )


def test_from_the_street_nothing_of_a_document_is_told(world: World):
    place = signed(world)
    for method, end in (
        ("GET", ()),
        ("PATCH", ()),
        ("DELETE", ()),
        ("GET", ("versions",)),
        ("GET", ("pdf",)),
    ):
        problem(world.call(NOBODY, method, path(place, *end), {}), 401, "session_required")
