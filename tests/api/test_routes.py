"""What is true of every route: the key of a write, limits, one error schema, the security headers, declaration."""

import json
import uuid
from collections.abc import Callable

import pytest

from chalicelib.api import replies
from chalicelib.api.areas import every_area
from chalicelib.api.routes import SECURITY_HEADERS, Routes, RouteUndeclared
from chalicelib.domain.policy import Action
from tests.world.builders import drafted, process_form, started
from tests.world.world import NOBODY, Reply, World

from .test_processes import fits, get, problem

JSON = {"Content-Type": "application/json"}


def post(world: World, path: str = "/processes", body: bytes | None = None, **headers: str) -> Reply:
    sent = {
        **JSON,
        "Authorization": f"Bearer {world.ana.token}",
        **{k.replace("_", "-"): v for k, v in headers.items()},
    }
    return world.raw("POST", path, sent, json.dumps(process_form()).encode() if body is None else body)


def key() -> str:
    return uuid.uuid4().hex


# The idempotency key


def test_write_without_a_key_is_refused(world: World):
    problem(post(world), 400, "idempotency_key_required")


@pytest.mark.parametrize(
    "value", ["", "curta", "x" * 129, "com espaço aqui", "a#b#c#d#e", "çççççççç", "a/b/c/d/e"]
)
def test_key_out_of_its_form_is_refused(world: World, value: str):
    problem(post(world, Idempotency_Key=value), 400, "idempotency_key_required")


def test_same_key_gets_the_same_reply(world: World):
    once = key()
    first, again = post(world, Idempotency_Key=once), post(world, Idempotency_Key=once)
    assert (first.status, first.json) == (201, again.json)


def test_key_used_with_another_body_is_refused(world: World):
    once = key()
    post(world, Idempotency_Key=once)
    other = json.dumps(process_form(specification="Outra")).encode()
    problem(post(world, body=other, Idempotency_Key=once), 409, "idempotency_key_reused")


def test_key_used_on_another_thing_is_refused(world: World):
    once, one, other = key(), started(world), started(world)
    body = json.dumps({"text": "Vistoria feita"}).encode()
    assert post(world, f"/processes/{one}/progress", body, Idempotency_Key=once).status == 201
    problem(
        post(world, f"/processes/{other}/progress", body, Idempotency_Key=once), 409, "idempotency_key_reused"
    )


def test_key_of_one_user_is_free_for_another(world: World):
    once = key()
    mine = world.call(world.ana, "POST", "/processes", process_form(), once)
    theirs = world.call(world.marina, "POST", "/processes", process_form(), once)
    assert mine.json["id"] != theirs.json["id"]


def test_field_sent_at_its_default_is_another_request_than_one_not_sent(world: World):
    process, document = drafted(world)
    once, path = key(), f"/processes/{process}/documents/{document}"
    assert world.call(world.ana, "PATCH", path, {"description": "x"}, once).status == 200
    reply = world.call(world.ana, "PATCH", path, {"description": "x", "access_level": "public"}, once)
    problem(reply, 409, "idempotency_key_reused")


def test_refused_write_leaves_its_key_free(world: World):
    once = key()
    wrong = json.dumps(process_form(type="nada")).encode()
    problem(post(world, body=wrong, Idempotency_Key=once), 400, "invalid_request")
    assert post(world, Idempotency_Key=once).status == 201


# The body


def test_body_over_one_megabyte_is_refused(world: World):
    body = json.dumps(process_form(specification="x" * 1024 * 1024)).encode()
    problem(post(world, body=body, Idempotency_Key=key()), 413, "body_too_large")


@pytest.mark.parametrize("body", [b"{", b"nada", b"\xff\xfe", b"[]", b"null", b'"x"', b"{}}"])
def test_body_that_is_no_json_object_is_refused(world: World, body: bytes):
    problem(post(world, body=body, Idempotency_Key=key()), 400, "invalid_request")


def test_unknown_field_is_named(world: World):
    body = json.dumps(process_form(dono="eu", tenant="outro")).encode()
    reply = post(world, body=body, Idempotency_Key=key())
    problem(reply, 400, "invalid_request")
    assert {each["field"] for each in reply.json["errors"]} == {"dono", "tenant"}
    assert all(each["message"] == "Este campo não existe." for each in reply.json["errors"])


def test_body_of_another_kind_is_refused_in_the_same_schema(world: World):
    reply = post(world, Idempotency_Key=key(), Content_Type="text/plain")
    assert reply.status in (400, 415)
    fits(replies.Problem, reply.json)


# The path


@pytest.mark.parametrize("part", ["a%20b", "a%23b", "%00", "..%2Fx", "x" * 81, "%ED%A0%80", "%C3%A9"])
def test_path_part_out_of_its_form_is_not_found(world: World, part: str):
    for path in (f"/processes/{part}", f"/processes/{started(world)}/documents/{part}"):
        problem(get(world, path), 404, "not_found")
        problem(get(world, path, NOBODY), 404, "not_found")


# What every reply carries


ANSWERS: dict[int, Callable[[World], Reply]] = {
    200: lambda world: get(world, "/me"),
    201: lambda world: post(world, Idempotency_Key=key()),
    204: lambda world: world.call(world.session("ana.lima", "semad-prot"), "DELETE", "/sessions/current"),
    400: lambda world: post(world),
    401: lambda world: get(world, "/me", NOBODY),
    403: lambda world: world.call(world.ana, "PUT", "/me/unit", {"unit": "nenhuma"}),
    404: lambda world: get(world, "/processes/nada"),
    409: lambda world: world.call(
        world.ana, "PATCH", "/processes/{}/documents/{}".format(*drafted(world)), {}
    ),
    413: lambda world: post(world, body=b" " * (1024 * 1024 + 1), Idempotency_Key=key()),
}


@pytest.mark.parametrize("status", ANSWERS)
def test_every_reply_carries_the_security_headers(world: World, status: int):
    reply = ANSWERS[status](world)
    assert reply.status == status, reply.text
    assert {name: reply.headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS
    if status >= 400:
        fits(replies.Problem, reply.json)
        assert reply.headers["Content-Type"] == "application/problem+json"
        assert reply.json["type"] == f"/errors/{reply.json['code']}"
        assert reply.json["operation"]


def test_what_nobody_foresaw_tells_nothing_but_its_number(world: World, monkeypatch: pytest.MonkeyPatch):
    def fall(*_: object) -> None:
        raise RuntimeError("senha do banco")

    monkeypatch.setattr(type(world.installed.place), "ports", fall)
    reply = get(world, "/health", NOBODY)
    problem(reply, 500, "unexpected")
    assert "senha" not in reply.text
    assert reply.json["operation"] in reply.json["detail"]


# Declaration (architecture §1.8)


def test_route_that_lacks_the_thing_its_act_is_done_on_does_not_start():
    routes = Routes("test")
    for action, path in (
        (Action.PROCESS_SEND, "/elsewhere"),
        (Action.DOCUMENT_SIGN, "/processes/{process}"),
        (Action.PROCESS_SEE, "/things/{thing}"),
    ):
        with pytest.raises(RouteUndeclared):
            routes.route("POST", path, action)(lambda call: None)
    with pytest.raises(RouteUndeclared):
        routes.route("GET", "/x", "no.such.act")(lambda call: None)  # type: ignore[arg-type]


def test_every_route_says_in_portuguese_what_it_does_and_what_it_answers():
    """A request taken up to be answered by e-mail (202) tells as little as one that is done (204)."""
    declared = [route for area in every_area() for route in area.declared]
    assert [route.path for route in declared if not route.summary] == []
    assert [route.path for route in declared if route.reply is None and route.status not in (202, 204)] == []
