"""Who left: what of the person goes, what acts carry and stays, and from when on (issue 5 §5; LGPD-01, ACC-08)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.domain.account import AccountChange, AccountEvent
from chalicelib.domain.change_record import ChangeKind, ChangeRecord, FieldChange
from chalicelib.domain.erasure import ErasureGround, counted
from chalicelib.domain.erasure_plan import Fate
from chalicelib.domain.errors import InvalidRequest, Refused
from chalicelib.domain.identity import Grant, User
from chalicelib.domain.leaver import (
    TERM,
    AccountLine,
    RegisterLine,
    asked_of_leaver,
    cleaned_account,
    cleaned_register,
    due_at,
    left_behind,
    own_views,
)
from chalicelib.domain.leaver_report import Trace, in_register, leaver_lines
from chalicelib.domain.mention import REMOVED
from chalicelib.domain.organisation import Person, UnitName
from chalicelib.domain.saved_view import SavedView
from chalicelib.domain.user_register import UserData, blocked, changed, seen, unblocked

AT = datetime(2026, 11, 28, 12, tzinfo=UTC)
OLGA = Person("olga", "Olga")
UNIT = UnitName("semad", "SEMAD")
WORKS = User(
    "rita.cassia",
    "ubatuba",
    "Roberto Cassia",
    "pmu",
    "rita@exemplo.example",
    (Grant("semad", "basic"),),
    taxpayer="52998224725",
    social_name="Rita Cassia",
)
RITA = blocked(WORKS, "olga", AT)
CARTA = "Pediu por carta"


def test_acts_keep_the_name_they_were_signed_with_and_the_other_goes_with_the_rest():
    after = left_behind(RITA, AT)
    assert after.person == RITA.person == Person("rita.cassia", "Rita Cassia")
    assert (after.name, after.social_name, after.email, after.taxpayer) == ("Rita Cassia", "", "", "")
    assert after.grants == RITA.grants, "which functions the person had proves what the person could decide"
    assert after.blocked
    assert after.session_epoch > RITA.session_epoch
    assert in_register(after) == {}


def test_who_works_here_and_who_was_erased_are_not_asked_for():
    for user, code in ((WORKS, "user_works_here"), (left_behind(RITA, AT), "already_erased")):
        with pytest.raises(Refused) as refusal:
            asked_of_leaver("e1", user, ErasureGround.CONSENT, CARTA, OLGA, AT)
        assert refusal.value.code == code


def test_the_end_of_the_term_is_counted_from_the_block_and_the_persons_own_word_waits_for_nothing():
    due = due_at(RITA)
    assert due == AT + TERM
    with pytest.raises(Refused, match="29/11/2031"):
        asked_of_leaver("e1", RITA, ErasureGround.ENDED, "Fim do prazo", OLGA, due - timedelta(seconds=1))
    assert asked_of_leaver("e1", RITA, ErasureGround.ENDED, "Fim do prazo", OLGA, due).user == "rita.cassia"
    assert asked_of_leaver("e1", RITA, ErasureGround.CONSENT, CARTA, OLGA, AT).contact == ""
    with pytest.raises(Refused, match="cinco anos"):
        asked_of_leaver("e1", replace(RITA, blocked_at=None), ErasureGround.ENDED, "Fim", OLGA, due)


def test_who_comes_back_begins_a_new_term_at_the_next_block():
    assert due_at(unblocked(RITA)) is None
    assert due_at(blocked(unblocked(RITA), "olga", AT + TERM)) == AT + 2 * TERM


@pytest.mark.parametrize(
    "text", ["É a Rita Cassia", "Roberto  CASSIA saiu", "CPF 529.982.247-25", "rita@exemplo.example"]
)
def test_the_reason_that_is_kept_names_nobody(text: str):
    with pytest.raises(InvalidRequest) as refusal:
        asked_of_leaver("e1", RITA, ErasureGround.CONSENT, text, OLGA, AT)
    assert [(one.field, one.code) for one in refusal.value.errors] == [("reason", "names_person")]


def test_history_of_the_register_keeps_who_changed_what_and_when_and_loses_the_data():
    changes = (
        FieldChange("E-mail", "", "rita@exemplo.example"),
        FieldChange("Nome social", "Roberto", "Rita Cassia"),
        FieldChange("Permissões", "", "Básico em SEMAD"),
    )
    record = ChangeRecord(
        "users", "rita.cassia", "Roberto Cassia", ChangeKind.CHANGED, OLGA, UNIT, AT, changes, "Roberto Cassia pediu"
    )
    ((before, after),) = cleaned_register([RegisterLine("k", record)], RITA)
    assert (before.record, after.place) == (record, "k")
    left = after.record
    assert [(one.before, one.after) for one in left.changes] == [
        ("", REMOVED), (REMOVED, REMOVED), ("", "Básico em SEMAD"),
    ]  # fmt: skip
    assert (left.name, left.reason) == ("Rita Cassia", f"{REMOVED} pediu")
    assert (left.by, left.at, left.kind) == (OLGA, AT, ChangeKind.CHANGED)
    assert cleaned_register([after], RITA) == (), "nothing is found twice"


def test_history_of_entering_keeps_what_happened_and_loses_from_where():
    event = AccountEvent("rita.cassia", AccountChange.FACTOR_PAUSED, OLGA, AT, "203.0.113.9", "perdeu o telefone")
    ((_, after),) = cleaned_account([AccountLine("k", event)])
    assert (after.event.address, after.event.note, after.event.by) == ("", REMOVED, OLGA)
    assert cleaned_account([after]) == ()


def test_views_of_the_unit_and_of_others_stay():
    views = [SavedView(str(n), UNIT, "V", owner, {}, OLGA, AT) for n, owner in enumerate(("rita.cassia", None, "ana"))]
    assert [one.id for one in own_views(views, RITA)] == ["0"]


def test_nothing_is_written_any_more_of_who_was_erased():
    gone = left_behind(RITA, AT)
    for act in (lambda: seen(gone, gone.revision), lambda: changed(seen(gone, gone.revision), UserData("X", "pmu"))):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.code == "user_erased"


def test_report_tells_row_for_row_what_went_and_why_the_rest_stays():
    request = asked_of_leaver("e1", RITA, ErasureGround.CONSENT, CARTA, OLGA, AT)
    request = counted(counted(request, {Trace.VIEWS: 2, Trace.GROUPS: 0}), {**in_register(RITA), Trace.VIEWS: 1})
    assert request.erased == {"views": 3, "email": 1, "taxpayer": 1, "name": 1}
    lines = leaver_lines(request.erased)
    went = [line.what for line in lines if line.fate is Fate.ERASE]
    assert went == ["E-mail", "CPF", "O nome que os atos não levam", "Visões salvas que só a pessoa via (3)"]
    kept = [line for line in lines if line.fate is Fate.KEEP]
    assert len(kept) == 7
    assert all(line.why and line.where for line in lines)
    assert [line.fate for line in leaver_lines({})] == [Fate.KEEP] * 7
