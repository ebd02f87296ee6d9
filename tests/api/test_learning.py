"""First steps and exercises over HTTP: ticked by the history, followed by who helps (issue 5 §7, issue 6 §5)."""

import csv
import io

import pytest

from chalicelib.adapters.dynamodb import keys, projections
from chalicelib.adapters.dynamodb.deeds import DynamoDeeds
from chalicelib.adapters.dynamodb.items import HistoryItem
from tests.world.builders import started
from tests.world.world import Ask, Person, World


@pytest.fixture
def lia(world: World) -> Person:
    return world.hire("lia.comeca", "semad-prot", "basic")


def stream(world: World, process: str) -> None:
    """What the history's stream tells of a process, told."""
    pk, _ = keys.process(world.tenant, process)
    images = [
        {name: {"S": getattr(item, name)} for name in ("pk", "sk", "kind", "body")} for item in HistoryItem.query(pk)
    ]
    DynamoDeeds(world.installed.place.connection, projections.table()).remember(images)


def test_first_steps_are_ticked_by_what_was_done_and_put_away_when_the_person_says_so(world: World, lia: Person):
    before = world.done(Ask(lia, "GET", "/me/learning"))
    assert (before["role"], before["due"]) == ("clerk", True)
    assert [step["done"] for step in before["first_steps"]["steps"]] == [False] * 7
    stream(world, started(world, who=lia))
    after = world.done(Ask(lia, "GET", "/me/learning"))
    done = [step["title"] for step in after["first_steps"]["steps"] if step["done"]]
    assert done == ["Inicie um processo"]
    world.done(Ask(lia, "PUT", "/me/learning", {"dismissed": True}))
    assert world.done(Ask(lia, "GET", "/me/learning"))["due"] is False


def test_another_role_has_other_first_steps(world: World, lia: Person):
    world.done(Ask(lia, "PUT", "/me/learning", {"role": "manager"}))
    chosen = world.done(Ask(lia, "GET", "/me/learning"))
    assert chosen["first_steps"]["role"] == chosen["role"] == "manager"
    assert {"clerk", "manager", "protocol", "administrator", "key_user"} == set(chosen["roles"])


def test_a_step_that_the_system_knows_is_not_ticked_by_hand(world: World, lia: Person):
    reply = world.send(Ask(lia, "PUT", "/me/learning", {"step": "despacho/2"}))
    assert (reply.status, reply.json["code"]) == (409, "step_known_by_deeds")


def test_key_user_sees_how_far_the_people_of_a_unit_have_come_and_takes_it_as_a_spreadsheet(world: World, lia: Person):
    helper = world.hire("kelly.acompanha", "semad-rh", "key_user")
    stream(world, started(world, who=lia))
    found = world.done(Ask(helper, "GET", "/learning/progress?unit=semad-prot"))
    row = next(one for one in found["people"] if one["person"]["id"] == lia.login)
    assert [one["code"] for one in row["exercises"]] == [one["code"] for one in found["exercises"]]
    sheet = world.done(Ask(helper, "GET", "/learning/progress/export?unit=semad-prot"))
    rows = list(csv.reader(io.StringIO(sheet["content"].removeprefix("\ufeff")), delimiter=";"))
    assert len(rows) == sheet["rows"] + 1 == len(found["people"]) * len(found["exercises"]) + 1
    assert world.send(Ask(helper, "GET", "/learning/progress?unit=nenhuma")).status == 404


def test_who_does_not_help_sees_nobody_elses_progress(world: World, lia: Person):
    assert world.send(Ask(lia, "GET", "/learning/progress")).status == 403
