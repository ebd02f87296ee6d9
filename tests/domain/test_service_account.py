"""Systems that act by the API: keys, networks, scope and form (ACC-09, INT-01)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from chalicelib.domain.access import Profile
from chalicelib.domain.errors import Conflict, Forbidden, InvalidRequest, NotFound, Refused, Unauthenticated
from chalicelib.domain.organisation import Person
from chalicelib.domain.policy import Action
from chalicelib.domain.policy_profiles import ACTIONS_OF
from chalicelib.domain.service_account import (
    ServiceAccount,
    ServiceData,
    ServiceKey,
    changed,
    check_use,
    deactivated,
    from_networks,
    is_its_key,
    key_digest,
    made_secret,
    reactivated,
    seen,
    with_key,
    without_key,
)
from chalicelib.domain.service_register import check_code, check_service, described
from chalicelib.domain.service_scope import OPERABLE, scope_of

TODAY = date(2026, 11, 27)
DATA = ServiceData("Portal", "Ramal 4021", "Abrir processos", ("process.start",), ("semad-prot",))
ACCOUNT = ServiceAccount("portal", "ubatuba", DATA)
UNITS, TYPES = {"semad-prot": "SEMAD-PROT"}, {"poda": "Poda"}


def key(name: str, days: int = 90) -> ServiceKey:
    at = datetime(2026, 11, 27, tzinfo=UTC)
    return ServiceKey(name, key_digest(f"secret of {name}"), at, Person("gilda", "Gilda"), TODAY + timedelta(days))


def test_two_keys_live_at_once_and_a_third_only_in_the_place_of_one_that_is_over():
    two = with_key(with_key(ACCOUNT, key("a", 0), TODAY), key("b"), TODAY)
    with pytest.raises(Refused, match="two_keys_live"):
        with_key(two, key("c"), TODAY)
    tomorrow = with_key(two, key("c"), TODAY + timedelta(1))
    assert [one.id for one in tomorrow.keys] == ["b", "c"]
    assert tomorrow.revision == two.revision + 1


@pytest.mark.parametrize("days", [-1, 367])
def test_a_key_lasts_from_today_to_a_year(days: int):
    with pytest.raises(Refused, match="key_expiry_out_of_range"):
        with_key(ACCOUNT, key("a", days), TODAY)
    assert with_key(ACCOUNT, key("a", 366), TODAY).keys


def test_a_system_that_is_not_active_gets_no_key():
    off = deactivated(ACCOUNT)
    with pytest.raises(Refused, match="service_account_inactive"):
        with_key(off, key("a"), TODAY)
    with pytest.raises(Refused, match="service_account_inactive"):
        deactivated(off)
    assert reactivated(off).active
    with pytest.raises(Refused, match="service_account_active"):
        reactivated(ACCOUNT)


def test_a_key_is_revoked_once():
    one = with_key(ACCOUNT, key("a"), TODAY)
    assert without_key(one, "a").keys == ()
    with pytest.raises(NotFound, match="service_key_not_found"):
        without_key(one, "b")


def test_only_the_very_secret_of_the_very_key_is_its_key():
    two = replace(ACCOUNT, keys=(key("a"), key("b")))
    assert is_its_key(two, "a", key_digest("secret of a"))
    assert not is_its_key(two, "a", key_digest("secret of b"))
    assert not is_its_key(two, "c", key_digest("secret of a"))
    assert not is_its_key(two, "c", key_digest("no key"))
    assert not is_its_key(None, "a", key_digest("no key"))


def test_the_secret_is_256_bits_of_the_seed_for_one_key_of_one_system():
    seed = bytes(range(32))
    made = made_secret(seed, "portal", "a")
    assert len(bytes.fromhex(made)) == 32
    assert made == made_secret(seed, "portal", "a")
    others = made_secret(seed, "portal", "b"), made_secret(seed, "outro", "a"), made_secret(b"x", "portal", "a")
    assert len({made, *others}) == 4


@pytest.mark.parametrize(
    ("address", "networks", "inside"),
    [
        ("200.145.3.9", (), True),
        ("", (), True),
        ("200.145.3.9", ("200.145.0.0/16",), True),
        ("::ffff:200.145.3.9", ("200.145.0.0/16",), True),
        ("200.146.3.9", ("200.145.0.0/16", "2801:80::/28"), False),
        ("2801:8f::1", ("200.145.0.0/16", "2801:80::/28"), True),
        ("2801:90::1", ("2801:80::/28",), False),
        ("200.145.3.9", ("::/0",), False),
        ("", ("0.0.0.0/0",), False),
        ("not an address", ("0.0.0.0/0", "::/0"), False),
    ],
)
def test_an_address_is_in_a_network_of_its_own_version(address: str, networks: tuple[str, ...], inside: bool):
    assert from_networks(address, networks) is inside


@pytest.mark.parametrize(
    ("account", "day", "code"),
    [
        (replace(ACCOUNT, active=False), TODAY, "service_access_inactive"),
        (replace(ACCOUNT, data=replace(DATA, valid_until=TODAY)), TODAY + timedelta(1), "service_account_expired"),
        (ACCOUNT, TODAY + timedelta(91), "service_key_expired"),
        (replace(ACCOUNT, data=replace(DATA, networks=("10.0.0.0/8",))), TODAY, "network_not_in_scope"),
    ],
)
def test_a_right_key_that_may_not_be_used_is_told_why(account: ServiceAccount, day: date, code: str):
    with pytest.raises((Unauthenticated, Forbidden), match=code):
        check_use(replace(account, keys=(key("a"),)), "a", "200.145.3.9", day)
    last = replace(ACCOUNT, data=replace(DATA, valid_until=TODAY), keys=(key("a", 0),))
    assert check_use(last, "a", "200.145.3.9", TODAY).id == "a"


def test_what_another_changed_meanwhile_is_not_written_over():
    assert seen(ACCOUNT, 1) is ACCOUNT
    with pytest.raises(Conflict, match="service_account_changed"):
        seen(ACCOUNT, 2)
    with pytest.raises(NotFound, match="service_account_not_found"):
        seen(None, 1)
    with pytest.raises(Refused, match="nothing_changed"):
        changed(ACCOUNT, DATA)


def test_the_form_is_refused_field_by_field():
    wrong = ServiceData(" ", "x", "", ("document.sign",), (), ("nada",), ("300.1.1.1", "10.1.2.3"))
    with pytest.raises(InvalidRequest) as caught:
        check_service(wrong, UNITS, TYPES)
    fields = {(one.field, one.code) for one in caught.value.errors}
    assert fields == {
        ("name", "required"),
        ("purpose", "required"),
        ("units", "required"),
        ("operations.0", "unknown"),
        ("process_types.0", "unknown"),
        ("networks.0", "invalid"),
    }
    with pytest.raises(InvalidRequest, match="invalid"):
        check_code("Portal do Cidadão")


def test_networks_are_kept_as_networks_and_each_choice_once():
    typed = replace(DATA, networks=(" 10.1.2.3/8", "10.0.0.0/8", "2801:80::1"), units=("semad-prot", "semad-prot"))
    kept = check_service(typed, UNITS, TYPES)
    assert kept.networks == ("10.0.0.0/8", "2801:80::1/128")
    assert kept.units == ("semad-prot",)


def test_its_history_is_told_in_words_and_never_shows_a_secret():
    told = described(replace(ACCOUNT, keys=(key("abcdefgh"),)), UNITS, TYPES)
    assert told["Operações"] == "Iniciar processo"
    assert (told["Unidades"], told["Tipos de processo"]) == ("SEMAD-PROT", "Todos")
    assert told["Redes de origem"] == "Qualquer uma"
    assert told["Chaves"] == "cdefgh (até 25/02/2027)"
    assert key("abcdefgh").digest not in str(told)


def test_what_can_be_given_is_what_a_member_of_a_unit_does_without_a_password():
    """No signature, nothing confidential, no administration: and the scope asks for no more than it says."""
    assert set(OPERABLE) < ACTIONS_OF[Profile.BASIC]
    never = "document.sign", "authenticate", "credential", "confidential", "batch", "bulk", "job", "session", "redact"
    assert not [act for act in OPERABLE if any(word in act.value for word in never)]
    assert scope_of([*OPERABLE, "document.sign", "user.keep"], ()).operations == {*OPERABLE, Action.PROCESS_LIST}
    assert scope_of(["process.start"], ["poda"]).operations == {Action.PROCESS_START}
    assert scope_of(["process.start"], ["poda"]).process_types == {"poda"}
