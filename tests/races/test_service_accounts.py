"""Many who keep the keys of one system at once: never three live, one revocation, nothing lost (ACC-09, INT-01)."""

from collections import Counter

from tests.races.crowd import FEWER, crowd, one_winner, together
from tests.world.scenarios.service_accounts import (
    deactivate_service,
    making_key,
    new_service,
    read,
    register_service,
    revoke_key,
)
from tests.world.world import NOBODY, Ask, World


def test_of_many_who_make_a_key_at_once_two_do_and_there_are_never_three(world: World):
    for _ in range(FEWER):
        code = new_service(world)
        replies = together([lambda code=code: world.send(making_key(world, code)) for _ in range(16)])
        live = [key for key in read(world, code)["keys"] if key["live"]]
        assert len(live) == sum(reply.status == 201 for reply in replies) <= 2
        refused = {reply.json["code"] for reply in replies if reply.status != 201}
        assert refused <= {"two_keys_live", "process_changed"}
        assert {reply.json["id"] for reply in replies if reply.status == 201} == {key["id"] for key in live}
        opened = [
            world.call(NOBODY, "GET", "/inbox", Authorization=f"Bearer {reply.json['key']}").status
            for reply in replies
            if reply.status == 201
        ]
        assert opened == [200] * len(live)


def test_of_many_who_revoke_one_key_exactly_one_does(world: World):
    for _ in range(FEWER):
        replies = crowd(world, revoke_key(world))
        said = Counter((reply.status, reply.json.get("code")) for reply in replies)
        assert said[200, None] == 1
        assert set(said) <= {(200, None), (404, "service_key_not_found"), (409, "process_changed")}


def test_of_many_who_deactivate_a_system_exactly_one_does(world: World):
    one_winner(crowd(world, deactivate_service(world)), "service_account_changed", "process_changed")


def test_of_many_who_register_one_code_exactly_one_does(world: World):
    replies = crowd(world, register_service(world))
    assert sum(reply.status == 201 for reply in replies) == 1
    assert {reply.status for reply in replies} <= {201, 400, 409}


def test_a_key_revoked_while_it_is_used_opens_nothing_from_the_next_request_on(world: World):
    """0 stale allows: every request begun after the revocation was answered is refused."""
    for _ in range(FEWER):
        code = new_service(world)
        made = world.done(making_key(world, code))
        ask = revoke_key_of(world, code, made["id"])

        def use(token: str = made["key"]) -> int:
            return world.call(NOBODY, "GET", "/inbox", Authorization=f"Bearer {token}").status

        def end(ask: Ask = ask) -> int:
            assert world.send(ask).status == 200
            return use()

        assert use() == 200
        after, *during = together([end, *([use] * 8)])
        assert after in (401, 429)
        assert set(during) <= {200, 401, 429}
        assert use() in (401, 429)
        world.store.forget_attempts()


def revoke_key_of(world: World, code: str, key: str) -> Ask:
    ask = revoke_key(world)
    return Ask(ask.who, "DELETE", f"/administration/services/{code}/keys/{key}")
