"""A consumer killed between any two of its calls, and its message delivered again, ends where an unharmed one
ends (architecture §1.5; TRA-01, TRA-03, PRO-01)."""

from functools import partial

import pytest

from chalicelib.application.conducting.advance_routings import advance_routings
from chalicelib.application.conducting.count_statistics import count_statistics
from chalicelib.application.conducting.reconcile_routings import reconcile_routings
from chalicelib.domain.organisation import UnitName
from chalicelib.domain.presence import Presence, Tab
from tests.application.conducting.test_counting import Office
from tests.application.conducting.test_routings_converge import Play
from tests.application.conducting.world import START, a_process

PREPARED = {
    "started": ("send_due",),
    "received": ("send_due", "settle", "receive"),
    "extended": ("send_due", "settle", "extend"),
    "withdrawn": ("send_due", "settle", "receive", "settle", "withdraw"),
    "returned": ("send_due", "settle", "return"),
    "died": ("send_due", "settle", "extend", "kill"),
}


class Killed(BaseException):
    """Not an Exception: nothing in the code may catch it."""


def _nothing(*_):
    return False


def killing_at(call):
    """An ``interrupt`` that kills at the ``call``-th call, counted from 1."""
    calls = 0

    def interrupt():
        nonlocal calls
        calls += 1
        if calls == call:
            raise Killed

    return interrupt


def prepared(acts):
    stage = Play()
    for act in acts:
        if act == "settle":
            stage.settle()
        elif act == "kill":
            for execution in stage.world.running("r1"):
                stage.world.kill(execution.arn)
        else:
            stage.act(act, "r1")
    return stage


def killed(world, call, act):
    """Whether the act was killed at that call; False once it has fewer calls."""
    world.interrupt = killing_at(call)
    try:
        act()
    except Killed:
        return True
    finally:
        world.interrupt = lambda: None
    return False


@pytest.mark.parametrize("acts", PREPARED.values(), ids=PREPARED)
def test_advance_killed_at_any_call_converges_when_delivered_again(acts):
    call = 1
    while True:
        stage = prepared(acts)
        outside = stage.world.outside()
        if not killed(stage.world, call, partial(advance_routings, outside, "p1")):
            break
        stage.settle()
        stage.in_step()
        call += 1
    assert call > 2


def test_notice_killed_at_any_call_is_given_at_least_once_and_at_most_twice():
    for call in range(1, 7):
        stage = prepared(("send_due", "settle", "pass_days"))
        assert stage.world.messages
        was_killed = killed(stage.world, call, stage.tell)
        stage.tell()
        assert len(set(stage.world.notices)) == 1
        assert len(stage.world.notices) <= 2
        assert stage.world.letters == set(stage.world.notices), "whoever hears of a notice finds its e-mail"
    assert not was_killed


def test_reconciler_killed_at_any_call_restarts_the_rest_the_next_day():
    for call in range(1, 8):
        stage = prepared(("send_due", "settle"))
        stage.act("send", "r2")
        stage.act("send", "r3")
        stage.settle()
        for routing in ("r1", "r3"):
            for execution in stage.world.running(routing):
                stage.world.kill(execution.arn)
        work, outside = stage.world.open_routings(), stage.world.outside()
        was_killed = killed(stage.world, call, partial(reconcile_routings, outside, work, _nothing))
        reconcile_routings(outside, work, _nothing)
        assert [len(stage.world.running(r)) for r in ("r1", "r2", "r3")] == [1, 1, 1]
        stage.settle()
        stage.in_step()
    assert not was_killed


def test_recount_killed_at_any_call_counts_right_when_delivered_again():
    presences = {
        unit: Presence(UnitName(unit, unit.upper()), True, Tab.RECEIVED, True, START, START)
        for unit in ("obras", "prot", "semad")
    }
    call = 1
    while True:
        office = Office({"p1": a_process(presences=presences)})
        if not killed(office, call, partial(count_statistics, office, office, "p1")):
            break
        count_statistics(office, office, "p1")
        assert +office.totals == office.right()
        call += 1
    assert call > 5
