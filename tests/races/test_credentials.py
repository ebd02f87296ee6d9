"""Two hands on the credentials of one confidential process (R1; SIG-02, SIG-03, SIG-05)."""

from tests.races.crowd import ROUNDS, one_winner, together
from tests.world.confidential import granted, granting, secret
from tests.world.world import Ask, World

FEW = max(ROUNDS // 5, 3)


def renouncing(world: World, who: str, process: str) -> Ask:
    return Ask(getattr(world, who), "POST", f"/processes/{process}/credentials/renunciations", {}, process)


def revoking(world: World, process: str) -> Ask:
    body = {"user": "marina.costa", "unit": "semad-rh"}
    return Ask(world.ana, "POST", f"/processes/{process}/credentials/revocations", body, process)


def live(world: World, process: str) -> set[tuple[str, str]]:
    found = world.check(process)
    assert found
    return {each.seat for each in found.credentials if each.live}


def test_the_last_two_who_renounce_at_once_leave_one(world: World):
    for _ in range(FEW):
        process = secret(world)
        granted(world, process, world.marina)
        asks = [renouncing(world, who, process) for who in ("ana", "marina")]
        replies = together([lambda ask=ask: world.send(ask) for ask in asks])
        one_winner(replies, "last_credential")
        assert len(live(world, process)) == 1


def test_one_who_is_let_in_by_many_at_once_is_let_in_once(world: World):
    for _ in range(FEW):
        process = secret(world)
        granted(world, process, world.carlos)
        asks = [granting(who, process, world.marina) for who in (world.ana, world.carlos)] * 8
        one_winner(together([lambda ask=ask: world.send(ask) for ask in asks]), "credential_held", "process_changed")
        assert [entry.fact.kind() for entry in world.history(process)].count("credential_granted") == 2


def test_revoking_and_being_put_to_work_at_once_go_one_after_the_other(world: World):
    """Who loses the credential either acted before, or finds nothing."""
    for _ in range(FEW):
        process = secret(world)
        granted(world, process, world.marina)
        progress = Ask(world.marina, "POST", f"/processes/{process}/progress", {"text": "Visto"}, process)
        replies = together([lambda ask=ask: world.send(ask) for ask in (revoking(world, process), progress)])
        assert replies[0].status == 200, replies[0].text
        assert replies[1].status in (201, 200, 404), replies[1].text
        told = [entry.fact.kind() for entry in world.history(process)]
        if "progress_recorded" in told:
            assert told.index("progress_recorded") < told.index("credential_revoked")
        assert live(world, process) == {("ana.lima", "semad-prot")}
