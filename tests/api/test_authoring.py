"""DOC-01, DOC-03, DOC-06, PRO-22 through HTTP: standard texts, favourites, and who is writing on a draft."""

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.api import replies
from tests.api.test_processes import fits
from tests.world.builders import RESTRICTED, document, drafted, drafting, saving, started
from tests.world.scenarios.authoring import fragment, standard_text, text_form
from tests.world.world import Ask, Person, World


def texts(world: World, who: Person) -> list[Any]:
    return list(fits(replies.StandardTexts, world.call(who, "GET", "/standard-texts").json)["items"])


def favourites(world: World, who: Person) -> list[Any]:
    return list(fits(replies.Favourites, world.call(who, "GET", "/favourites").json)["items"])


def refusal(reply: Any) -> tuple[int, str]:
    return reply.status, reply.json["errors"][0]["code"]


# Standard texts (DOC-06)


def test_standard_text_is_of_the_unit_that_wrote_it(world: World):
    made = standard_text(world)
    assert made in [each["id"] for each in texts(world, world.ana)]
    assert made not in [each["id"] for each in texts(world, world.marina)]
    assert world.call(world.marina, "GET", f"/standard-texts/{made}").status == 404
    found = fits(replies.StandardText, world.call(world.ana, "GET", f"/standard-texts/{made}").json)
    assert (
        found["content"]["content"][0]["content"][0]["content"][0]["text"] == "Nada mais havendo a tratar, "
    )


def test_standard_text_changed_meanwhile_is_not_overwritten(world: World):
    path = f"/standard-texts/{standard_text(world)}"
    change = Ask(world.ana, "PUT", path, text_form(name="Fecho"), headers={"If_Match": '"1"'})
    world.done(change)
    again = world.send(change, "another-key-of-this-test")
    assert (again.status, again.json["code"]) == (409, "text_changed")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({**fragment(), "content": fragment()["content"] * 2}, "one_body_only"),
        (
            {**fragment(), "content": [{"type": "section", "attrs": {"role": "body"}, "content": []}]},
            "empty_text",
        ),
    ],
)
def test_standard_text_is_one_body_with_something_in_it(world: World, content: Any, code: str):
    reply = world.call(world.ana, "POST", "/standard-texts", text_form(content=content))
    assert refusal(reply) == (400, code)


def test_draft_begins_with_a_standard_text_and_its_variables_filled(world: World):
    first = {"from": "standard_text", "text": standard_text(world)}
    process = started(world)
    made = world.done(drafting(world.ana, process, initial_text=first))
    html = document(world, (process, made["id"]))["html"]
    nup = world.done(Ask(world.ana, "GET", f"/processes/{process}"))["process"]["nup"]
    assert f"Nada mais havendo a tratar, {nup}" in html


def test_standard_text_out_of_use_or_of_another_unit_begins_nothing(world: World):
    process = started(world)
    for text in (standard_text(world, active=False), standard_text(world, world.marina), "none"):
        ask = drafting(world.ana, process, initial_text={"from": "standard_text", "text": text})
        assert refusal(world.send(ask)) == (400, "standard_text_unknown")


def test_autotext_reads_as_it_will_in_the_document(world: World):
    process, letter = drafted(world)
    path = f"/processes/{process}/documents/{letter}/standard-texts"
    found = world.call(world.ana, "GET", f"{path}/{standard_text(world)}").json
    values = [node["attrs"]["value"] for node in found["content"]["content"][0]["content"][0]["content"][1:]]
    assert values == [world.done(Ask(world.ana, "GET", f"/processes/{process}"))["process"]["nup"]]
    assert world.call(world.ana, "GET", f"{path}/{standard_text(world, active=False)}").status == 404


# Favourites (PRO-22)


def test_favourites_are_of_the_unit_in_groups_and_documents_serve_as_models(world: World):
    process, letter = drafted(world)
    keep = {"process": process, "document": letter, "group": "Modelos de ofício"}
    kept = world.done(Ask(world.ana, "PUT", "/favourites", keep))["id"]
    mine = next(each for each in favourites(world, world.ana) if each["id"] == kept)
    assert (mine["group"], mine["document"]["model"]) == ("Modelos de ofício", True)
    assert kept not in [each["id"] for each in favourites(world, world.marina)]
    world.done(Ask(world.ana, "PUT", "/favourites", {**keep, "group": "Outros"}))
    same = [each["group"] for each in favourites(world, world.ana) if each["id"] == kept]
    assert same == ["Outros"]
    first = {"from": "document", "reference": mine["document"]["number"]}
    world.done(drafting(world.ana, process, initial_text=first))
    assert world.call(world.ana, "DELETE", f"/favourites/{kept}").status == 204
    assert kept not in [each["id"] for each in favourites(world, world.ana)]


def test_nobody_keeps_what_they_may_not_read(world: World):
    process, letter = drafted(world, started(world, **RESTRICTED))
    reply = world.call(world.marina, "PUT", "/favourites", {"process": process, "document": letter})
    assert reply.status == 403
    absent = {"process": "a" * 26}
    assert world.call(world.marina, "PUT", "/favourites", absent).status == 404


def test_favourite_that_is_gone_is_no_longer_listed(world: World):
    process, letter = drafted(world)
    world.done(Ask(world.ana, "PUT", "/favourites", {"process": process, "document": letter}))
    world.done(Ask(world.ana, "DELETE", f"/processes/{process}/documents/{letter}"))
    assert f"{process}.{letter}" not in [each["id"] for each in favourites(world, world.ana)]


# Who is writing (DOC-03)


def editing(world: World, place: tuple[str, str], editor: str, **how: Any) -> Any:
    path = f"/processes/{place[0]}/documents/{place[1]}/editing"
    reply = world.call(how.pop("who", world.ana), "PUT", path, {"editor": editor, **how})
    assert reply.status == 200, reply.text
    return fits(replies.Editing, reply.json)


def test_second_editor_learns_who_writes_and_since_when_and_may_take_over(world: World):
    place = drafted(world)
    first = editing(world, place, "window-1")
    assert first["mine"]
    carlos = world.person("carlos.moura", world.ana.unit)
    second = editing(world, place, "window-2", who=carlos)
    assert (second["mine"], second["by"]["id"], second["since"]) == (False, "ana.lima", first["since"])
    taken = editing(world, place, "window-2", who=carlos, take_over=True)
    assert (taken["mine"], taken["by"]["id"]) == (True, "carlos.moura")
    assert not editing(world, place, "window-1")["mine"]


def test_lock_ends_by_itself_and_goes_on_while_somebody_writes(world: World):
    place = drafted(world)
    since = editing(world, place, "window-1")["since"]
    with world.clock.moved(timedelta(seconds=100)):
        assert editing(world, place, "window-1")["since"] == since
        with world.clock.moved(timedelta(seconds=100)):
            assert not editing(world, place, "window-2")["mine"]
        with world.clock.moved(timedelta(seconds=130)):
            assert editing(world, place, "window-2")["mine"]


def test_who_leaves_frees_the_draft_and_nobody_elses(world: World):
    place = drafted(world)
    path = f"/processes/{place[0]}/documents/{place[1]}/editing"
    editing(world, place, "window-1")
    assert world.call(world.ana, "DELETE", f"{path}/window-2").status == 204
    assert not editing(world, place, "window-2")["mine"]
    assert world.call(world.ana, "DELETE", f"{path}/window-1").status == 204
    assert editing(world, place, "window-2")["mine"]


def test_lock_never_stands_between_a_text_and_its_saving(world: World):
    """What keeps texts apart is the revision; a program that asks for no lock saves as well."""
    place = drafted(world)
    editing(world, place, "window-1")
    world.done(saving(world, place, "Salvo por um sistema."))
