"""Finding, contacts, units, tables and the inbox over HTTP: PRO-01, PRO-10, ACC-06, TRA-07."""

import uuid
from urllib.parse import quote

import pytest

from chalicelib.adapters.dynamodb import projections
from chalicelib.adapters.dynamodb.consumers import DynamoTruth
from chalicelib.adapters.dynamodb.word_index import DynamoWordIndex
from chalicelib.api import replies
from chalicelib.application.conducting.index_words import index_words
from tests.world.builders import drafted, started
from tests.world.world import Ask, World

from .test_processes import cursor, fits, get, problem


def test_process_and_document_are_found_by_number(world: World):
    process, document = drafted(world)
    nup = get(world, f"/processes/{process}").json["process"]["nup"]
    number = get(world, f"/processes/{process}/documents/{document}").json["number"]
    found = fits(replies.Found, get(world, f"/find?number={quote(nup)}").json)
    assert found == {"process": process, "document": None, "title": nup}
    found = fits(replies.Found, get(world, f"/find?number={number}").json)
    assert (found["process"], found["document"]) == (process, document)


@pytest.mark.parametrize("number", ["99999.999999/2026-99", "abc", "%00", "%ED%A0%80", "9" * 60])
def test_number_of_nothing_is_not_found(world: World, number: str):
    problem(get(world, f"/find?number={number}"), 404, "not_found")


@pytest.mark.parametrize("query", ["", "?number=", "?numero=1", "?number=" + "9" * 61])
def test_search_without_a_number_is_wrong(world: World, query: str):
    problem(get(world, f"/find{query}"), 400, "invalid_request")


def test_process_is_found_by_its_words(world: World):
    """PRO-02, demands.md 5."""
    process, connection = started(world), world.installed.place.connection
    index = DynamoWordIndex(connection, world.tenant, projections.table())
    assert index_words(DynamoTruth(connection, world.tenant), index, process) == 1
    found = fits(replies.FoundByWords, get(world, "/find/words?words=guarani%20poda").json)
    assert process in [row["process"] for row in found["items"]]
    assert get(world, "/find/words?words=guaranis").json == {"items": [], "more": False}


@pytest.mark.parametrize("query", ["", "?words=", "?words=de", "?words=" + "a" * 201])
def test_search_without_words_is_wrong(world: World, query: str):
    problem(get(world, f"/find/words{query}"), 400, "invalid_request")


def test_contact_is_created_and_found(world: World):
    name = f"Zélia {uuid.uuid4().hex}"
    body = {"name": name, "kind": "person", "document": "529.982.247-25", "email": "zelia@cidadao.example"}
    reply = world.call(world.ana, "POST", "/contacts", body)
    assert (reply.status, fits(replies.Contact, reply.json)["document"]) == (201, "***.982.247-**")
    found = fits(replies.Contacts, get(world, f"/contacts?query={quote(name.upper())}").json)
    assert found["items"] == [reply.json]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": "Ana", "kind": "person", "document": "529.982.247-26"}, "document"),
        ({"name": "Ana", "kind": "organisation", "document": "11.222.333/0001-82"}, "document"),
        ({"name": " ", "kind": "person"}, "name"),
        ({"name": "Ana", "kind": "cidadã"}, "kind"),
        ({"name": "Ana", "kind": "person", "email": "sem arroba"}, "email"),
    ],
)
def test_wrong_field_of_a_contact_is_named(world: World, body: dict[str, str], field: str):
    reply = world.call(world.ana, "POST", "/contacts", body)
    problem(reply, 400, "invalid_request")
    assert [each["field"] for each in reply.json["errors"]] == [field]


def test_units_and_their_people(world: World):
    units = fits(replies.Units, get(world, "/units?query=semad").json)["items"]
    assert {"semad-prot", "semad-rh"} <= {unit["id"] for unit in units}
    people = fits(replies.Users, get(world, "/units/semad-prot/users").json)["items"]
    assert {"ana.lima", "carlos.moura"} <= {person["login"] for person in people}
    problem(get(world, "/units/nada/users"), 404, "not_found")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("process-types", {"code", "name", "description", "suggested_subjects", "allowed_levels", "suggested_level",
                           "suggested_legal_basis"}),
        ("document-types", {"code", "name", "group", "applies_to", "has_template", "allows_addressees",
                            "allows_interested_parties", "numbering", "minimum_signature", "file_words",
                            "has_amount", "suggested_subjects"}),
        ("subjects", {"code", "name"}),
        ("legal-bases", {"code", "name", "law", "level"}),
        ("conformity-checks", {"code", "name"}),
        ("priorities", {"code", "name"}),
        ("role-titles", {"unit", "titles"}),
        ("agencies", {"id", "acronym", "name"}),
        ("holidays", {"date", "name", "scope", "optional", "norm"}),
    ],
)  # fmt: skip
def test_tables(world: World, name: str, fields: set[str]):
    items = fits(replies.Catalogue, get(world, f"/catalogues/{name}").json)["items"]
    assert items
    assert all(set(item) == fields for item in items)


def test_table_that_does_not_exist(world: World):
    problem(get(world, "/catalogues/templates"), 404, "not_found")


def test_inbox_in_pages_by_tab_by_hands_and_by_type(own_world: World):
    world = own_world
    processes = [started(world) for _ in range(53)]
    for process in processes[:52]:
        world.done(Ask(world.ana, "PUT", f"/processes/{process}/assignment", {"user": "ana.lima"}))
    for query, total in (
        ("tab=all", 53),
        ("tab=generated", 53),
        ("tab=received", 0),
        ("assigned=me", 52),
        ("assigned=me&tab=generated", 52),
        ("assigned=none", 1),
        ("type=requerimento-cidadao", 53),
        ("type=outro", 0),
    ):
        seen, after = [], ""
        while True:
            page = fits(replies.Inbox, get(world, f"/inbox?{query}{after}").json)
            seen += [row["process"] for row in page["items"]]
            if page["next_cursor"] is None:
                break
            after = f"&cursor={page['next_cursor']}"
        assert (len(seen), len(set(seen))) == (total, total), query


def test_cursor_of_another_tab_is_refused(world: World):
    started(world)
    partition = f"T#{world.tenant}#OPEN#semad-prot"
    made = cursor(pk={"S": "x"}, sk={"S": "x"}, gsi1pk={"S": partition}, gsi1sk={"S": "R#1"})
    problem(get(world, f"/inbox?tab=generated&cursor={made}"), 400, "invalid_cursor")
    problem(get(world, f"/inbox?tab=all&assigned=me&cursor={made}"), 400, "invalid_cursor")
    other = cursor(
        pk={"S": "x"}, sk={"S": "x"}, gsi1pk={"S": f"T#{world.tenant}#OPEN#gab"}, gsi1sk={"S": "R#1"}
    )
    problem(get(world, f"/inbox?cursor={other}"), 400, "invalid_cursor")
