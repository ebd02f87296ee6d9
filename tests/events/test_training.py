"""A training environment is filled with invented data, and goes back to them (issue 5 §7)."""

import contextlib
import threading

import pytest

from chalicelib.adapters.dynamodb.training import NotOfTraining, stock_training
from chalicelib.application.training.fill import fill_training
from chalicelib.application.training.fill_all import fill_trainings
from chalicelib.domain.site_address import SiteAddress
from chalicelib.domain.training import TRAINING_NOTICE, training_name
from chalicelib.operators_background import filling
from tests.faults.sweep import KILLS
from tests.world.installed import Installed
from tests.world.operators import new_tenant, operate
from tests.world.training import begun, new_city, signed_pages, small_kit, told, whole_kit
from tests.world.wire import WRITES, Killed, Tap, tapped, untapped, written_keys


def filled(installed: Installed, tenant: str) -> str:
    """-> who took the place of the tenant."""
    reply = fill_training(filling(installed.place), tenant)
    assert reply is not None
    with untapped():
        installed.place.address_book()
    return str(reply["tenant"])


def test_people_of_a_training_environment_find_a_city_at_work(installed: Installed):
    """Every act of the city's file is one that the use cases take; what is signed says that it has no legal value."""
    city, kit = new_city(), whole_kit(installed)
    there = filled(installed, begun(installed, city, kit))
    assert there == training_name(city, 1)
    found = told(installed, there, kit)
    assert len(found) == len({act.process for act in kit.acts})
    assert sum(len(facts) for _, _, facts in found) >= len(kit.acts)
    assert installed.place.address_book().tenant_at(SiteAddress("localhost", city)) == there
    pages = signed_pages(installed, there, kit)
    assert len(pages) == sum(act.verb == "sign" for act in kit.acts)
    assert all(page.count(TRAINING_NOTICE) == 2 and f"/ambiente/{city}/autenticidade" in page for page in pages)
    assert fill_training(filling(installed.place), training_name(city, 0)) is None, "it is over once it is done"


def test_reset_brings_the_invented_data_back_and_nobody_goes_on_in_the_old_ones(installed: Installed):
    city, kit = new_city(), small_kit(installed)
    old = filled(installed, begun(installed, city, kit))
    before = told(installed, old, kit)
    assert operate(installed, "reset", old)["body"]["resetting"]
    again = operate(installed, "reset", old)
    assert (again["status"], again["body"]["code"]) == (409, "reset_under_way")
    new = filled(installed, old)
    assert new == training_name(city, 2)
    assert told(installed, new, kit) == before
    assert installed.place.address_book().tenant_at(SiteAddress("localhost", city)) == new
    assert operate(installed, "see", old)["body"]["code"] == "tenant_unknown"
    assert operate(installed, "see", new)["body"]["resetting"] is False
    (closed,) = [item for item in installed.store.partition(f"T#{old}#CAT") if item["sk"] == "REVISION"]
    assert closed["body"] == "suspended", "whoever was in the old one does nothing more in it"


def test_real_tenant_is_never_filled_with_invented_data(installed: Installed):
    real = new_tenant(installed)
    refused = operate(installed, "reset", real)
    assert (refused["status"], refused["body"]["code"]) == (409, "not_training")
    assert fill_training(filling(installed.place), real) is None
    with pytest.raises(NotOfTraining):
        stock_training(installed.place.connection, real, small_kit(installed), installed.place.now())
    assert installed.store.partition(f"T#{real}#CAT#units") == []


def test_a_reset_writes_under_the_names_of_the_citys_own_training_and_nowhere_else(installed: Installed):
    """What belongs to any other tenant, also to another city's training, is out of reach."""
    city, kit, tap = new_city(), small_kit(installed), Tap()
    other = filled(installed, begun(installed, new_city(), kit))
    old = filled(installed, begun(installed, city, kit))
    canary = told(installed, other, kit)
    with tapped(tap):
        assert operate(installed, "reset", old)["status"] == 200
        new = filled(installed, old)
    written = {
        (pk, sk)
        for call in tap.calls
        if call.service == "dynamodb" and call.operation in WRITES
        for _, pk, sk in written_keys(call)
    }
    allowed = (f"T#{new}#", "T#INSTALLATION#", f"INSTALLATION#OPERATED#treino.{city}.")
    rest = {pair for pair in written if not pair[0].startswith(allowed)}
    assert rest == {
        ("INSTALLATION#TENANTS", old),
        ("INSTALLATION#TENANTS", new),
        ("INSTALLATION#ADDRESSES", f"*/{city}"),
        (f"T#{old}#CAT", "REVISION"),
    }
    assert len(written) > 50
    assert told(installed, other, kit) == canary


@pytest.mark.parametrize("mode", KILLS)
def test_filling_killed_at_any_call_is_done_again_and_ends_as_if_nothing_had_happened(installed: Installed, mode: str):
    kit, k, died, seen = small_kit(installed), 0, True, 0
    whole = told(installed, filled(installed, begun(installed, new_city(), kit)), kit)
    while died:
        first, tap, died = begun(installed, new_city(), kit), Tap(), True
        KILLS[mode](tap, k)
        with tapped(tap), contextlib.suppress(Killed):
            fill_training(filling(installed.place), first)
            died = False
        there = fill_trainings(filling(installed.place)).get(first) or first[:-1] + "1"
        assert told(installed, there, kit) == whole, f"killed {mode} call {k}"
        k, seen = k + 7, seen + 1
    assert seen > 5, "filling makes more calls than that"


def test_of_many_who_reset_at_once_one_does(installed: Installed):
    old = filled(installed, begun(installed, new_city(), small_kit(installed)))
    ready, told_each = threading.Barrier(8), list[int]()

    def want() -> None:
        ready.wait()
        told_each.append(operate(installed, "reset", old)["status"])

    crowd = [threading.Thread(target=want) for _ in range(8)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert sorted(told_each) == [200] + [409] * 7
