"""Two who administer one user at once, and two who give one login (ACC-08, ACC-09, PRO-09)."""

from tests.races.crowd import crowd, one_winner
from tests.world.scenarios.administration import change_entry, create_entry, create_user, set_grants
from tests.world.world import World


def test_of_many_who_change_one_user_s_permissions_exactly_one_does(world: World):
    one_winner(crowd(world, set_grants(world)), "user_changed", "process_changed")


def test_of_many_who_register_one_login_exactly_one_does(world: World):
    replies = crowd(world, create_user(world))
    assert sum(reply.status == 201 for reply in replies) == 1
    refused = {reply.json.get("errors", [{}])[0].get("code") for reply in replies if reply.status == 400}
    assert refused <= {"login_taken"}
    assert {reply.status for reply in replies} <= {201, 400, 409}


def test_of_many_who_change_one_entry_exactly_one_does(world: World):
    one_winner(crowd(world, change_entry(world)), "entry_changed", "process_changed")


def test_of_many_who_give_one_code_exactly_one_makes_the_entry(world: World):
    replies = crowd(world, create_entry(world))
    assert sum(reply.status == 201 for reply in replies) == 1
    assert {reply.status for reply in replies} <= {201, 400, 409}
