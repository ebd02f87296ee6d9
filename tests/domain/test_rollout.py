"""The acceptance checklist and going live: who says what, what is missing, and what becomes fixed (issue 5 §7)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from chalicelib.domain.errors import Conflict, InvalidRequest, NotFound, Refused
from chalicelib.domain.organisation import Person
from chalicelib.domain.rollout import (
    LivePeriod,
    Rollout,
    RolloutItem,
    RolloutStage,
    Tick,
    Waiver,
    attested,
    check_numbering,
    gone_back,
    gone_live,
    is_test,
    item_named,
    seen_rollout,
    stage,
    states,
    undone,
    waived,
)

AT, DAY = datetime(2026, 11, 27, 12, tzinfo=UTC), date(2026, 11, 27)
LEDA = Person("leda", "Leda")
BY_HAND = RolloutItem("teste", "Processo de teste", asks="Informe o número.")
VERIFIED = RolloutItem("unidades", "Unidades", check="units_surveyed")
OPTIONAL = RolloutItem("email", "E-mails", mandatory=False, check="sends_email")
ITEMS = (BY_HAND, VERIFIED, OPTIONAL)
NOTHING_MISSING = {"unidades": "", "email": ""}
PERIOD = LivePeriod(AT, LEDA, "Decreto nº 1")


def tick(remark: str = "Nº 1", day: date = DAY) -> Tick:
    return Tick("teste", LEDA, AT, day, remark)


def ready() -> Rollout:
    return attested(Rollout(), BY_HAND, tick(), DAY)


def live(rollout: Rollout | None = None, missing: dict[str, str] | None = None) -> Rollout:
    found = rollout or ready()
    lines = states(ITEMS, found, missing or NOTHING_MISSING)
    return gone_live(found, RolloutStage.ROLLOUT, lines, PERIOD)


def refused(code: str):
    return pytest.raises(Refused, match=f"^{code}:")


def test_person_ticks_what_no_system_can_verify_and_the_list_says_who_and_when():
    (line, *_) = states(ITEMS, ready(), NOTHING_MISSING)
    assert (line.done, line.tick.by, line.tick.day, line.tick.remark) == (True, LEDA, DAY, "Nº 1")
    assert ready().revision == 1


def test_nobody_ticks_what_the_system_verifies_nor_twice_nor_tomorrow_nor_without_the_remark_it_asks_for():
    with refused("item_is_verified"):
        attested(Rollout(), VERIFIED, tick(), DAY)
    with refused("already_ticked"):
        attested(ready(), BY_HAND, tick(), DAY)
    with pytest.raises(InvalidRequest) as wrong:
        attested(Rollout(), BY_HAND, tick(" ", DAY + timedelta(1)), DAY)
    assert [(one.field, one.code) for one in wrong.value.errors] == [("day", "in_the_future"), ("remark", "required")]


def test_what_is_verified_follows_the_installation_and_not_what_anybody_said():
    missing = {"unidades": "Falta o endereço de GAB.", "email": "Não sai."}
    _, verified, optional = states(ITEMS, ready(), missing)
    assert (verified.done, verified.holds, verified.missing) == (False, False, "Falta o endereço de GAB.")
    assert (optional.done, optional.holds) == (False, True)
    assert states(ITEMS, ready(), NOTHING_MISSING)[1].holds


def test_going_live_is_refused_while_a_mandatory_item_is_missing_and_says_which():
    with pytest.raises(Refused) as missing:
        live(Rollout(), {"unidades": "Falta.", "email": ""})
    assert missing.value.code == "items_missing"
    assert "Processo de teste; Unidades" in missing.value.message


def test_waived_item_lets_the_city_go_live_and_is_told_with_the_period():
    one = waived(Rollout(), VERIFIED, Waiver("unidades", LEDA, AT, "Ata nº 3"))
    one = attested(one, BY_HAND, tick(), DAY)
    after = live(one, {"unidades": "Falta.", "email": ""})
    assert after.live.waived == ("Unidades",)
    assert (after.live.by, after.live.norm, after.live.since) == (LEDA, "Decreto nº 1", AT)


def test_waiver_of_what_was_done_meanwhile_is_not_told():
    one = waived(ready(), VERIFIED, Waiver("unidades", LEDA, AT, "Ata nº 3"))
    assert live(one).live.waived == ()
    assert states(ITEMS, one, NOTHING_MISSING)[1].waiver is None


def test_optional_or_ticked_or_waived_item_is_not_waived():
    with refused("item_is_optional"):
        waived(Rollout(), OPTIONAL, Waiver("email", LEDA, AT, "Sem"))
    with refused("already_ticked"):
        waived(ready(), BY_HAND, Waiver("teste", LEDA, AT, "Sem"))
    once = waived(Rollout(), BY_HAND, Waiver("teste", LEDA, AT, "Sem"))
    with refused("already_waived"):
        waived(once, BY_HAND, Waiver("teste", LEDA, AT, "Sem"))


def test_tick_takes_the_waiver_away_and_undoing_takes_either():
    once = attested(waived(Rollout(), BY_HAND, Waiver("teste", LEDA, AT, "Sem")), BY_HAND, tick(), DAY)
    assert (list(once.ticks), list(once.waivers)) == (["teste"], [])
    assert undone(once, BY_HAND).ticks == {}
    assert undone(waived(Rollout(), BY_HAND, Waiver("teste", LEDA, AT, "Sem")), BY_HAND).waivers == {}
    with refused("nothing_to_undo"):
        undone(Rollout(), BY_HAND)


def test_training_environment_never_goes_live_and_a_city_without_list_neither():
    lines = states(ITEMS, ready(), NOTHING_MISSING)
    with refused("training_environment"):
        gone_live(ready(), RolloutStage.TRAINING, lines, PERIOD)
    with refused("rollout_unfollowed"):
        gone_live(Rollout(), RolloutStage.UNFOLLOWED, (), PERIOD)


def test_list_is_closed_while_live_and_opens_again_when_the_city_goes_back():
    after = live()
    for act in (
        lambda: attested(after, BY_HAND, tick(), DAY),
        lambda: waived(after, VERIFIED, Waiver("unidades", LEDA, AT, "Sem")),
        lambda: undone(after, BY_HAND),
        lambda: live(after),
    ):
        with refused("already_live"):
            act()
    back = gone_back(after, AT + timedelta(1), LEDA, "Erro na máscara")
    assert back.live is None
    assert (back.periods[0].until, back.periods[0].ended_by, back.periods[0].reason) == (
        AT + timedelta(1),
        LEDA,
        "Erro na máscara",
    )
    assert undone(back, BY_HAND).ticks == {}
    with refused("not_live"):
        gone_back(back, AT, LEDA, "De novo")


def test_process_that_began_outside_of_a_live_period_is_a_test_for_ever():
    back = gone_back(live(), AT + timedelta(2), LEDA, "Erro")
    again = gone_live(
        back, RolloutStage.ROLLOUT, states(ITEMS, back, NOTHING_MISSING), LivePeriod(AT + timedelta(4), LEDA, "D")
    )
    began = [AT + timedelta(day) for day in (-1, 0, 1, 2, 3, 4, 5)]
    tests = [is_test(RolloutStage.LIVE, again, one) for one in began]
    assert tests == [True, False, False, True, True, False, False]
    assert is_test(RolloutStage.ROLLOUT, Rollout(), AT)
    assert not is_test(RolloutStage.UNFOLLOWED, Rollout(), AT)
    assert not is_test(RolloutStage.TRAINING, Rollout(), AT)


def test_stage_of_a_city():
    assert stage(True, True, live()) is RolloutStage.TRAINING
    assert stage(False, True, Rollout()) is RolloutStage.ROLLOUT
    assert stage(False, False, Rollout()) is RolloutStage.UNFOLLOWED
    assert stage(False, False, live()) is RolloutStage.LIVE


@pytest.mark.parametrize(
    ("table", "name"), [("agencies", "numbering_mask"), ("agencies", "sei_code"), ("units", "sei_code")]
)
def test_what_forms_numbers_is_fixed_once_live(table: str, name: str):
    with refused("numbering_is_fixed"):
        check_numbering(table, {name: "1"}, {name: "2"}, True)
    check_numbering(table, {name: "1"}, {name: "2"}, False)
    check_numbering(table, {name: "1", "name": "a"}, {name: "1", "name": "b"}, True)


def test_who_saw_another_revision_is_told_so():
    assert seen_rollout(None, 0) == Rollout()
    assert seen_rollout(ready(), 1) == ready()
    with pytest.raises(Conflict, match=r"^rollout_changed:"):
        seen_rollout(ready(), 0)


def test_item_that_is_not_in_the_list_is_not_found():
    assert item_named(ITEMS, "teste") is BY_HAND
    with pytest.raises(NotFound):
        item_named(ITEMS, "outro")
