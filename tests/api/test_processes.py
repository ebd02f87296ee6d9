"""The routes of processes: PRO-07, PRO-11, PRO-15, PRO-20, PRO-27, the export; every reply has its declared shape."""

import base64
import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from chalicelib.api import replies
from tests.world.builders import RESTRICTED, awaited, drafted, process_form, received, started
from tests.world.world import Ask, Person, Reply, World
from verifier import chain


def fits(shape: Any, data: Any) -> Any:
    """The reply as it was, if it is exactly of the declared shape."""
    TypeAdapter(shape).validate_python(data, strict=True)
    return data


def get(world: World, path: str, who: Person | None = None) -> Reply:
    return world.call(who or world.ana, "GET", path)


def problem(reply: Reply, status: int, code: str) -> None:
    assert (reply.status, reply.json["code"]) == (status, code), reply.text
    fits(replies.Problem, reply.json)


def cursor(**parts: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def test_process_page(world: World):
    process, routing = awaited(world)
    page = fits(replies.Process, get(world, f"/processes/{process}").json)
    assert [unit["unit"]["id"] for unit in page["units"]] == ["semad-prot", "semad-rh"]
    assert [unit["id"] for unit in page["passed_units"]] == ["semad-prot", "semad-rh"]
    assert (page["units"][1]["received"], page["units"][1]["unit"]["name"] != "") == (False, True)
    assert [(each["id"], each["status"]) for each in page["routings"]] == [(routing, "waiting_receipt")]
    assert page["routings"][0]["sentence"].startswith("Aguardando recebimento por SEMAD/")
    assert page["history"]["items"][0]["sentence"] == "Processo remetido pela unidade SEMAD/PROT"
    assert page["process"]["version"] == page["history"]["items"][0]["n"]
    assert page["actions"]["process.send"] == {"allowed": True, "reason": None}


def test_who_has_it_in_hands_is_told_to_the_unit_only(world: World):
    process = received(world, keep_open=True)
    body = {"user": "diego.alves", "expected": None}
    world.done(Ask(world.marina, "PUT", f"/processes/{process}/assignment", body))
    seen = {
        who.unit: {
            unit["unit"]["id"]: unit["assignee"]
            for unit in get(world, f"/processes/{process}", who).json["units"]
        }
        for who in (world.ana, world.marina)
    }
    assert seen["semad-prot"]["semad-rh"] is None
    assert seen["semad-rh"]["semad-rh"]["id"] == "diego.alves"


def test_tree_in_pages(world: World):
    process = started(world)
    numbers = [drafted(world, process)[1] for _ in range(3)]
    tree = fits(replies.Tree, get(world, f"/processes/{process}/documents?order=desc").json)
    assert ([node["id"] for node in tree["items"]], tree["total"]) == (numbers[::-1], 3)
    assert fits(replies.Process, get(world, f"/processes/{process}").json)["documents"]["total"] == 3


def test_history_in_pages(world: World):
    process = started(world)
    for number in range(52):
        world.done(Ask(world.ana, "POST", f"/processes/{process}/progress", {"text": f"Passo {number}"}))
    first = fits(replies.History, get(world, f"/processes/{process}/history").json)
    rest = get(world, f"/processes/{process}/history?cursor={first['next_cursor']}").json
    assert [entry["n"] for entry in first["items"] + rest["items"]] == list(range(53, 0, -1))
    assert rest["next_cursor"] is None


def test_summary_hides_minor_entries_and_full_shows_them(world: World):
    process = started(world, remark="nota")
    shown = {view: len(get(world, f"/processes/{process}/history?view={view}").json["items"]) for view in
             ("summary", "full", "total")}  # fmt: skip
    assert shown == {"summary": 1, "full": 2, "total": 2}


def sentences(world: World, process: str, query: str) -> list[str]:
    page = fits(replies.History, get(world, f"/processes/{process}/history?view=total{query}").json)
    return [entry["sentence"].partition(" ")[0] for entry in page["items"]]


def test_history_is_narrowed_by_topic_unit_person_and_days(world: World):
    """PRO-27, features.md §1.5."""
    process = received(world, keep_open=True)
    drafted(world, process)
    today = world.clock().astimezone(world.zone).date().isoformat()
    assert sentences(world, process, "&topic=documents") == ["Gerado"]
    assert sentences(world, process, "&topic=routing&unit=semad-rh") == ["Processo", "Processo"]
    assert sentences(world, process, "&topic=signatures") == []
    assert sentences(world, process, "&person=marina") == ["Processo"]
    assert len(sentences(world, process, f"&since={today}&until={today}")) == 4
    assert sentences(world, process, "&until=2020-01-01") == []


def test_filtered_history_goes_on_where_its_page_ended(world: World):
    process = started(world)
    for number in range(30):
        who, text = world.ana if number % 2 else world.carlos, {"text": f"Passo {number}"}
        world.done(Ask(who, "POST", f"/processes/{process}/progress", text))
    first = get(world, f"/processes/{process}/history?view=total&person=carlos").json
    assert (len(first["items"]), first["next_cursor"]) == (15, None)
    page = get(world, f"/processes/{process}/history?view=total&topic=process").json
    rest = get(world, f"/processes/{process}/history?view=total&topic=process&cursor={page['next_cursor']}").json
    assert [entry["n"] for entry in page["items"] + rest["items"]] == list(range(31, 0, -1))


@pytest.mark.parametrize("query", ["topic=segredos", "view=tudo", "since=ontem", "unit=A%20B", "person="])
def test_history_filter_made_by_hand_is_refused(world: World, query: str):
    problem(get(world, f"/processes/{started(world)}/history?{query}"), 400, "invalid_request")


@pytest.mark.parametrize("route", ["history", "documents"])
def test_cursor_made_by_hand_is_refused(world: World, route: str):
    process = started(world)
    pk = f"T#{world.tenant}#P#{process}"
    inside = "DOC#1" if route == "documents" else "00000001"
    for made in (
        "zzz",
        "%00",
        cursor(pk={"S": pk}),
        cursor(pk={"S": pk}, sk={"S": ""}),
        cursor(pk={"S": pk}, sk={"S": "\ud800"}),
        cursor(pk={"S": pk}, sk={"N": "1"}),
        cursor(pk={"S": pk}, sk={"S": inside}, gsi1pk={"S": "x"}),
        cursor(pk={"S": f"T#other#P#{process}"}, sk={"S": inside}),
        cursor(pk=[pk], sk=inside),
    ):
        problem(get(world, f"/processes/{process}/{route}?cursor={made}"), 400, "invalid_cursor")


def test_cursor_of_another_list_is_refused(world: World):
    process = started(world)
    made = cursor(pk={"S": f"T#{world.tenant}#P#{process}"}, sk={"S": "A"})
    problem(get(world, f"/processes/{process}/documents?cursor={made}"), 400, "invalid_cursor")


def test_edit_over_the_version_that_was_read(world: World):
    process = started(world)
    edit = Ask(
        world.ana, "PATCH", f"/processes/{process}", {"specification": "Outra"}, process, {"If_Match": '"1"'}
    )
    assert fits(replies.Version, world.done(edit)) == {"version": 2}
    problem(world.send(edit), 409, "process_changed")
    problem(
        world.call(world.ana, "PATCH", f"/processes/{process}", {"priority": None}), 400, "if_match_required"
    )
    world.check(process)


def test_edit_of_nothing_leaves_what_was_not_sent(world: World):
    process = started(world, **RESTRICTED, specification="Fica")
    body = {"priority": "idoso-80"}
    world.done(Ask(world.ana, "PATCH", f"/processes/{process}", body, process, {"If_Match": '"1"'}))
    card = get(world, f"/processes/{process}").json["process"]
    assert (card["specification"], card["access_level"], card["priority"]) == (
        "Fica",
        "restricted",
        "idoso-80",
    )
    assert card["legal_basis"]["code"] == "informacao-pessoal"


@pytest.mark.parametrize(
    "body",
    [
        {"type": None},
        {"subjects": []},
        {"specification": "x" * 101},
        {"nup": "1"},
        {"access_level": "secreto"},
    ],
)
def test_edit_with_a_wrong_field_names_it(world: World, body: dict[str, Any]):
    process = started(world)
    reply = world.call(world.ana, "PATCH", f"/processes/{process}", body, If_Match='"1"')
    problem(reply, 400, "invalid_request")
    assert [each["field"] for each in reply.json["errors"]] == list(body)


def test_remark_progress_and_deletion(world: World):
    process = started(world)
    path = f"/processes/{process}"
    assert fits(replies.Version, world.done(Ask(world.ana, "PUT", f"{path}/remark", {"text": "nota"}))) == {
        "version": 2
    }
    reply = world.call(world.ana, "POST", f"{path}/progress", {"text": " Visto "})
    assert (reply.status, reply.json) == (201, {"version": 3})
    assert world.history(process)
    problem(world.call(world.ana, "POST", f"{path}/progress", {"text": "  "}), 400, "invalid_request")
    assert world.call(world.ana, "DELETE", path).status == 204
    problem(get(world, path), 404, "not_found")


def test_repeated_deletion_gets_the_first_reply(world: World):
    process = started(world)
    replies_ = [
        world.call(world.ana, "DELETE", f"/processes/{process}", key=f"apaga-{process}") for _ in range(2)
    ]
    assert [reply.status for reply in replies_] == [204, 204]


def test_export_is_a_whole_chain(world: World):
    process = received(world)
    export = fits(replies.Export, get(world, f"/processes/{process}/export").json)
    chain.check(chain.read_export(json.dumps(export)))
    assert export["n"] == world.check(process).n


@pytest.mark.parametrize("path", ["", "/history", "/documents", "/export"])
def test_process_that_is_not_there_and_one_that_is_invisible_get_the_same_answer(world: World, path: str):
    process = started(world, **RESTRICTED)
    foreigner = world.hire(f"fora-{process[:8]}", "ipmu-ben", "basic", agency="ipmu")
    hidden = get(world, f"/processes/{process}{path}", foreigner)
    absent = get(world, f"/processes/{'a' * 26}{path}", foreigner)
    problem(hidden, 404, "not_found")
    assert hidden.json == absent.json


@pytest.mark.parametrize("path", ["/processes/a%23b", "/processes/..", "/processes/" + "a" * 200])
def test_identifier_that_cannot_be_is_not_found(world: World, path: str):
    assert get(world, path).status in (403, 404)


def test_processes_are_for_who_has_a_session(world: World):
    process = started(world)
    reply = world.raw("GET", f"/processes/{process}", {}, b"")
    problem(reply, 401, "session_required")


def test_start_takes_what_the_screen_sends(world: World):
    assert set(fits(replies.Started, world.done(Ask(world.ana, "POST", "/processes", process_form())))) == {
        "id",
        "nup",
    }


def test_permission_only_in_a_unit_that_was_removed_is_a_session_that_ended(world: World):
    nowhere = world.hire("sem-unidade", "extinta", "basic")
    problem(get(world, "/inbox", nowhere), 401, "session_expired")
