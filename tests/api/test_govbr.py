"""Signing with the gov.br account over HTTP: DOC-10, DOC-14, ACC-11."""

import base64
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib.api import replies
from tests.world import govbr
from tests.world.builders import document, drafted
from tests.world.certifying import beginning
from tests.world.certifying import ending as ending_by_certificate
from tests.world.signing import TAXPAYERS, govbr_signature
from tests.world.world import Ask, World

from .test_processes import fits, get, problem


@pytest.fixture
def agreed(world: World) -> Iterator[World]:
    govbr.agree(world)
    yield world
    govbr.agree(world, None)


def went(world: World, documents: int = 1) -> tuple[str, dict[str, list[str]]]:
    """-> the cookie of who goes to gov.br, and what the address asks there."""
    reply = world.call(world.ana, "POST", "/govbr-authorisations", {"documents": documents})
    cookie = reply.headers["Set-Cookie"]
    assert cookie.startswith("__Host-iperoig-govbr=")
    for word in ("Secure", "HttpOnly", "SameSite=Strict", "Max-Age=600"):
        assert word in cookie
    address = fits(replies.GovbrAuthorisation, reply.json)["url"]
    assert address.startswith(f"{govbr.AGREEMENT['authorise']}?")
    return cookie.split(";")[0], parse_qs(urlsplit(address).query)


def back(world: World, places: list[tuple[str, str, str]], **changes: str) -> Ask:
    cookie, asked = went(world, len(places))
    body = {
        "code": changes.get("code", f"code of {TAXPAYERS['ana.lima']}"),
        "state": changes.get("state", asked["state"][0]),
        "documents": [{"process": p, "document": d, "preparation": r} for p, d, r in places],
    }
    return Ask(world.ana, "POST", "/govbr-signatures", body, headers={"Cookie": changes.get("cookie", cookie)})


def ready(world: World, place: tuple[str, str]) -> str:
    made = fits(replies.PreparedForGovbr, world.done(govbr.preparing(world, place)))
    identifier: str = made["id"]
    return identifier


def test_address_asks_for_one_signature_or_for_several_with_a_state_of_its_own(agreed: World):
    _, one = went(agreed)
    _, many = went(agreed, 2)
    assert (one["scope"], many["scope"]) == (["sign"], ["signature_session"])
    assert one["response_type"] == ["code"]
    assert one["redirect_uri"][0].endswith("/assinatura-govbr")
    assert len({one["state"][0], many["state"][0], one["nonce"][0], many["nonce"][0]}) == 4


def test_letter_is_signed_at_the_advanced_level_and_the_stamp_says_so(agreed: World):
    place = drafted(agreed)
    reply = agreed.send(govbr.ending(agreed, place))
    made = fits(replies.Signed, reply.json)
    assert reply.status == 201
    assert [(one["method"], one["level"]) for one in made["signatures"]] == [("govbr", "advanced")]
    assert made["signatures"][0]["certificate"]["policy"] == "gov.br"
    assert TAXPAYERS["ana.lima"] not in reply.text
    content = get(agreed, f"/processes/{place[0]}/documents/{place[1]}", agreed.ana)
    stamp = "Assinatura eletrônica avançada (Lei nº 14.063/2020), com a conta gov.br."
    assert stamp in content.json["html"]


def test_of_several_documents_each_has_its_own_result(agreed: World):
    first, second = drafted(agreed), drafted(agreed)
    wanted = [(*first, ready(agreed, first)), (*second, "another-preparation")]
    reply = agreed.send(back(agreed, wanted))
    items = fits(replies.CollectedFromGovbr, reply.json)["items"]
    assert [bool(one["signature"]) for one in items] == [True, False]
    assert items[1]["code"] == "preparation_gone"
    assert "Max-Age=0" in reply.headers["Set-Cookie"]


def test_return_that_this_browser_did_not_ask_for_signs_nothing(agreed: World):
    place = drafted(agreed)
    wanted = [(*place, ready(agreed, place))]
    problem(agreed.send(back(agreed, wanted, state="another")), 409, "govbr_state_mismatch")
    problem(agreed.send(back(agreed, wanted, cookie="__Host-iperoig-govbr=")), 409, "govbr_state_mismatch")
    problem(agreed.send(back(agreed, wanted, cookie="")), 409, "govbr_state_mismatch")


def test_refused_code_and_account_of_another_are_said_and_the_preparation_stands(agreed: World):
    place = drafted(agreed)
    wanted = [(*place, ready(agreed, place))]
    problem(agreed.send(back(agreed, wanted, code="used")), 409, "govbr_code_refused")
    of_carlos = f"code of {TAXPAYERS['carlos.moura']}"
    problem(agreed.send(back(agreed, wanted, code=of_carlos)), 409, "certificate_of_another")
    (item,) = agreed.done(back(agreed, wanted))["items"]
    assert item["signature"]


def test_signature_of_another_document_or_person_is_not_finished(agreed: World):
    place = drafted(agreed)
    ask = govbr.ending(agreed, place)
    wrong = Ask(ask.who, ask.method, ask.path, {"signature": govbr.another_documents()})
    problem(agreed.send(wrong), 409, "govbr_signature_of_another")
    digest = digest_in(ask.body["signature"])
    other = {"signature": govbr_signature(TAXPAYERS["carlos.moura"], digest)}
    problem(agreed.send(Ask(ask.who, ask.method, ask.path, other)), 409, "certificate_of_another")
    agreed.done(ask)


def digest_in(signature: str) -> str:
    return base64.b64decode(signature).decode().rpartition(" of ")[2]


def test_preparation_of_one_way_is_not_finished_by_the_other(agreed: World):
    place = drafted(agreed)
    by_key = agreed.done(beginning(agreed, place))
    path = f"/processes/{place[0]}/documents/{place[1]}/govbr-signatures/{by_key['id']}"
    problem(agreed.send(Ask(agreed.ana, "POST", path, {"signature": "AAAA"})), 409, "preparation_gone")
    ask = ending_by_certificate(agreed, place)
    identifier = ready(agreed, place)
    other = Ask(ask.who, "POST", ask.path.rpartition("/")[0] + f"/{identifier}", ask.body)
    problem(agreed.send(other), 409, "preparation_gone")


def test_preparation_that_expired_is_neither_asked_of_gov_br_nor_finished(agreed: World):
    place = drafted(agreed)
    identifier = ready(agreed, place)
    path = f"/processes/{place[0]}/documents/{place[1]}/govbr-signatures/{identifier}"
    # The session outlives the hour because it is used before: its last use is written every five minutes.
    with agreed.clock.moved(timedelta(minutes=54)):
        (within,) = agreed.done(back(agreed, [(*place, identifier)]))["items"]
        assert (bool(within["signature"]), within["code"]) == (True, None)
    with agreed.clock.moved(timedelta(minutes=61)):
        (after,) = agreed.done(back(agreed, [(*place, identifier)]))["items"]
        assert (after["signature"], after["code"]) == (None, "preparation_expired")
        late = Ask(agreed.ana, "POST", path, {"signature": within["signature"]})
        problem(agreed.send(late), 409, "preparation_expired")
        assert document(agreed, place)["signatures"] == []
    # What was refused for being late only, and for nothing else.
    assert len(agreed.done(Ask(agreed.ana, "POST", path, {"signature": within["signature"]}))["signatures"]) == 1


def test_city_without_an_agreement_offers_and_takes_nothing(world: World):
    place = drafted(world)
    problem(world.send(govbr.preparing(world, place)), 409, "govbr_not_offered")
    problem(world.call(world.ana, "POST", "/govbr-authorisations", {"documents": 1}), 409, "govbr_not_offered")
    assert "govbr" not in [one["method"] for one in get(world, "/me", world.ana).json["signing_methods"]]


def test_dialog_knows_that_the_city_agreed(agreed: World):
    offered = get(agreed, "/me", agreed.ana).json["signing_methods"]
    assert {"method": "govbr", "level": "advanced"} in offered
