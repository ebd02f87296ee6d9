"""What anybody may ask without a session: DOC-15, the tenant's card, health (security.md §1.5)."""

import pytest

from chalicelib.api import replies
from tests.world.builders import RESTRICTED, document, drafted, process_form, signed, started
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.world import NOBODY, Ask, Reply, World

from .test_documents import path
from .test_processes import fits, get, problem

pytestmark = pytest.mark.usefixtures("forgiven")


def check(world: World, verifier: str, crc: str) -> Reply:
    return get(world, f"/public/authenticity?verifier={verifier}&crc={crc}", NOBODY)


def test_restricted_document_is_confirmed_and_its_content_never_shown(world: World):
    process = str(world.done(Ask(world.ana, "POST", "/processes", process_form(**RESTRICTED)))["id"])
    place = signed(world, process)
    found = document(world, place)
    reply = check(world, found["verifier"], found["crc"])
    shown = fits(replies.Authenticity, reply.json)
    assert (reply.status, shown["document"]["number"]) == (200, found["number"])
    assert (shown["html"], shown["pdf"], shown["content_available"]) == (None, None, False)
    assert shown["reason"].startswith("O conteúdo deste documento não é público")
    assert "Resposta ao requerente" not in reply.text
    assert [made["signer"] for made in shown["signatures"]] == ["Ana Carolina Lima"]


def test_wrong_pair_draft_and_cancelled_have_one_answer(world: World):
    place = signed(world)
    found, draft = document(world, place), document(world, drafted(world))
    gone = signed(world, started(world))
    deleted = document(world, gone)
    world.done(Ask(world.ana, "DELETE", path(gone)))
    answers = [
        check(world, found["number"], "00000000"),
        check(world, draft["number"], "00000000"),
        check(world, deleted["number"], deleted["crc"]),
    ]
    for answer in answers:
        problem(answer, 404, "authenticity_not_found")
    assert len({answer.json["detail"] for answer in answers}) == 1


def test_network_that_guesses_waits(world: World):
    for _ in range(30):
        problem(check(world, "9999999", "00000000"), 404, "authenticity_not_found")
    waiting = check(world, "9999999", "00000000")
    problem(waiting, 429, "too_many_attempts")
    assert int(waiting.headers["Retry-After"]) >= 1


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?verifier=1",
        "?crc=00000000",
        "?verifier=x&crc=00000000",
        "?verifier=1&crc=0",
        "?verifier=1&crc=0000000G",
    ],
)
def test_codes_out_of_their_form_are_refused_and_not_counted(world: World, query: str):
    for _ in range(2):
        problem(get(world, f"/public/authenticity{query}", NOBODY), 400, "invalid_request")


def test_tenant_shows_its_card_and_nothing_else(world: World):
    card = fits(replies.TenantCard, get(world, "/public/tenant", NOBODY).json)
    assert card["name"]


def test_health_answers(world: World):
    assert get(world, "/health", NOBODY).json == {"status": "ok"}
