"""Profiles that the city makes: what they include, who may give them, and what their history tells (ACC-10)."""

from datetime import date

import pytest

from chalicelib.domain.access import Profile
from chalicelib.domain.catalogue_table import read_values
from chalicelib.domain.city_profile import (
    MARK,
    OFFERED_ACTS,
    STOCK_NAMES,
    acts_held,
    city_profiles,
    given_profiles,
    includes,
    names_own,
    profile_names,
)
from chalicelib.domain.entry_changes import entry_changes
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.granting import grant_words, granted
from chalicelib.domain.identity import Grant, User
from chalicelib.domain.organisation import Unit
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_profiles import ACTIONS_OF, REFERENCE, RESERVED
from chalicelib.domain.policy_titles import TITLES
from chalicelib.domain.profile_table import PROFILES
from chalicelib.domain.rollout_checks import WORKING, people_of
from chalicelib.domain.sheet import LONGEST_CELL, cell_of, sheet_of
from chalicelib.domain.user_sheet import read_user_row

READER = {"code": "consulta", "name": "Consulta", "acts": ["process.see", "inbox.read"]}
AWAY = {"code": "antigo", "name": "Antigo", "acts": ["process.send"], "active": False}
ROWS = [READER, AWAY]
UNITS = {"gab": Unit("gab", "GAB", "Gabinete", "pmu", "1")}
RITA = User("rita", "ubatuba", "Rita", "pmu")


def test_profile_includes_what_was_chosen_and_what_every_screen_reads():
    assert acts_held(ROWS, {"city.consulta"}) == {"process.see", "inbox.read"} | REFERENCE


@pytest.mark.parametrize("held", [{"city.antigo"}, {"city.nenhum"}, {"basic"}, {"consulta"}, set()])
def test_profile_out_of_use_or_unknown_includes_nothing(held):
    assert acts_held(ROWS, held) == frozenset()


def test_only_profiles_of_the_city_have_the_mark_of_one():
    assert not any(profile.value.startswith(MARK) or "." in profile.value for profile in Profile)
    assert names_own({"basic", "city.consulta"})
    assert not names_own({profile.value for profile in Profile})


def test_acts_to_choose_from_are_those_of_stock_profiles_but_the_reserved_and_the_common():
    stock = frozenset().union(*ACTIONS_OF.values())
    assert set(OFFERED_ACTS) == stock - RESERVED - REFERENCE
    assert stock >= RESERVED
    assert len({TITLES[act] for act in OFFERED_ACTS}) == len(OFFERED_ACTS)


@pytest.mark.parametrize("act", sorted(RESERVED | REFERENCE | {Action.SESSION_START}))
def test_reserved_act_cannot_be_chosen(act):
    with pytest.raises(InvalidRequest) as refusal:
        read_values(PROFILES, {"name": "Tudo", "acts": ["process.see", act.value]}, {}, new=True)
    assert (refusal.value.errors[0].field, refusal.value.errors[0].code) == ("values.acts", "entry_unknown")


def test_profile_may_have_every_act_there_is_to_choose_and_none_is_too_few():
    every = [act.value for act in OFFERED_ACTS]
    assert read_values(PROFILES, {"name": "Tudo", "acts": every[::-1]}, {}, new=True)["acts"] == every
    for few in ([], None):
        with pytest.raises(InvalidRequest):
            read_values(PROFILES, {"name": "Nada", "acts": few}, {}, new=True)
    assert read_values(PROFILES, {"name": "Outro nome"}, {}, new=False) == {"name": "Outro nome"}


def test_every_act_stands_under_a_heading():
    field = next(one for one in PROFILES.fields if one.groups)
    assert [code for code, _ in field.groups] == [code for code, _ in field.options]
    assert len(cell_of(field, [act.value for act in OFFERED_ACTS], {})) <= LONGEST_CELL


def test_history_tells_only_the_acts_taken_and_added():
    before = {"name": "Consulta", "acts": ["inbox.read", "process.see"]}
    after = {"name": "Consulta", "acts": ["process.list", "process.see"]}
    told = [(one.field, one.before, one.after) for one in entry_changes(PROFILES, before, after, {})]
    assert told == [
        ("Atos retirados", "Controle de Processos", ""),
        ("Atos acrescentados", "", "Encontrar o processo em listas"),
    ]
    (made, acts) = entry_changes(PROFILES, None, after, {})
    assert (made.after, acts.after) == (
        "Consulta",
        "Encontrar o processo em listas; Ver a árvore e o histórico do processo",
    )
    assert entry_changes(PROFILES, before, before, {}) == ()


def test_profile_in_use_is_given_like_a_stock_one_and_told_by_its_name():
    grant = Grant("gab", "city.consulta", valid_until=date(2026, 12, 31), subunits=True)
    after = granted(RITA, [grant], UNITS, {}, "gilda", given_profiles(ROWS))
    assert after.profiles_in("gab", date(2026, 1, 1), UNITS) == {"city.consulta"}
    said = grant_words(grant, UNITS, {}, profile_names(ROWS))
    assert said == "Consulta em GAB (até 31/12/2026, com as subunidades)"


@pytest.mark.parametrize("profile", ["city.antigo", "city.nenhum", "consulta"])
def test_profile_out_of_use_or_unknown_is_not_given(profile):
    with pytest.raises(InvalidRequest) as refusal:
        granted(RITA, [Grant("gab", profile)], UNITS, {}, "gilda", given_profiles(ROWS))
    assert [one.code for one in refusal.value.errors] == ["profile_unknown"]


def test_role_of_the_city_s_own_is_taken_over_in_somebody_s_absence():
    """ACC-09: the absent person holds it on the first day."""
    period = {"valid_from": date(2026, 12, 1), "valid_until": date(2026, 12, 31)}
    ana = User("ana", "ubatuba", "Ana", "pmu", grants=(Grant("gab", "city.consulta"),))
    stand_in = Grant("gab", "city.consulta", standing_in_for="ana", **period)
    assert granted(RITA, [stand_in], UNITS, {"ana": ana}, "gilda", given_profiles(ROWS)).grants == (stand_in,)


def test_powers_name_the_profiles_in_use_that_include_an_act():
    assert includes(Action.INBOX_READ, ROWS)[-1] == "city.consulta"
    assert "city.antigo" not in includes(Action.PROCESS_SEND, ROWS)
    assert includes(Action.CATALOGUE_READ, ROWS)[-1] == "city.consulta"
    assert includes(Action.USER_GRANT, [{**READER, "acts": ["user.grant"]}]) == ("administrator",)


def test_spreadsheet_names_a_profile_of_the_city_by_its_name():
    names = {"units": {"gab": "GAB"}, "every-profile": profile_names(ROWS), "agencies": {}}
    sheet = sheet_of([(1, ["Usuário", "Unidade", "Perfil"]), (2, ["rita", "GAB", "consulta"])])
    row = read_user_row(sheet.rows[0], names)
    assert (row.problems, row.grant) == ((), Grant("gab", "city.consulta"))


def test_unit_where_people_work_by_a_profile_of_the_city_is_staffed():
    """Issue 5 §7: whoever may receive a process works there."""
    user = User("ana", "ubatuba", "Ana", "pmu", grants=(Grant("gab", "city.tramite"),))
    rows = [{"code": "tramite", "name": "Trâmite", "acts": ["process.receive"]}]
    working = WORKING | frozenset(includes(Action.PROCESS_RECEIVE, rows))
    assert people_of([user], UNITS, date(2026, 1, 1), 0, working).staffed == {"gab"}
    assert people_of([user], UNITS, date(2026, 1, 1), 0).staffed == frozenset()


def test_what_a_profile_is_called_is_told_of_those_out_of_use_too():
    assert profile_names(ROWS) == {**STOCK_NAMES, "city.consulta": "Consulta", "city.antigo": "Antigo"}
    assert city_profiles(ROWS)["city.antigo"].active is False
