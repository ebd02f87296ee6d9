"""Two hands on the holdings of confidential processes (R1; SIG-08)."""

from tests.races.crowd import FEWER, one_winner, together
from tests.world.confidential import granted, secret, shared
from tests.world.holding import abandoned, activating, cancelling, keeper
from tests.world.world import Person, World


def keepers(world: World) -> tuple[Person, Person]:
    return keeper(world), keeper(world, profile="holdings_coordinator")


def live(world: World, process: str) -> set[str]:
    found = world.check(process)
    assert found
    return {each.user.id for each in found.credentials if each.live}


def test_one_who_is_let_in_by_two_keepers_at_once_is_let_in_once_in_every_process(world: World):
    for _ in range(FEWER):
        first, second = shared(world), shared(world)
        asks = [
            activating(who, "diego.alves", "semad-rh", *order)
            for who, order in zip(keepers(world) * 4, ((first, second), (second, first)) * 4, strict=True)
        ]
        one_winner(together([lambda ask=ask: world.send(ask) for ask in asks]), "credential_held", "process_changed")
        for process in (first, second):
            told = [entry.fact.kind() for entry in world.history(process)]
            assert told.count("credential_activated") == 1
            assert "diego.alves" in live(world, process)


def test_the_last_two_credentials_cancelled_at_once_leave_one(world: World):
    for _ in range(FEWER):
        process = secret(world)
        abandoned(world, "rita.moura", process)
        granted(world, process, world.hire("ivo.pires", "semad-rh", "basic"), opened=False)
        renounced = world.call(world.ana, "POST", f"/processes/{process}/credentials/renunciations", {})
        assert renounced.status == 200, renounced.text
        abandoned(world, "ivo.pires")
        asks = [
            cancelling(who, (process, user, "semad-rh"))
            for who, user in zip(keepers(world), ("rita.moura", "ivo.pires"), strict=True)
        ]
        one_winner(together([lambda ask=ask: world.send(ask) for ask in asks]), "last_credential")
        assert len(live(world, process)) == 1
