"""E-mail groups over HTTP (CON-02)."""

import uuid

from tests.races.crowd import together
from tests.world.scenarios.email_groups import keeping, writer
from tests.world.world import Ask, World


def test_group_is_kept_for_the_unit_replaced_by_name_and_deleted(world: World):
    laura = writer(world)
    group = world.done(keeping(laura, "Imprensa", "a@jornal.example"))["id"]
    assert world.done(keeping(laura, "IMPRENSA", "b@radio.example"))["id"] == group
    items = {one["id"]: one for one in world.done(Ask(laura, "GET", "/email-groups"))["items"]}
    assert items[group] == {"id": group, "name": "IMPRENSA", "addresses": ["b@radio.example"]}
    assert group not in [one["id"] for one in world.done(Ask(world.ana, "GET", "/email-groups"))["items"]]
    world.done(Ask(laura, "DELETE", f"/email-groups/{group}"))
    assert group not in [one["id"] for one in world.done(Ask(laura, "GET", "/email-groups"))["items"]]


def test_groups_saved_at_once_are_all_there_or_refused(world: World):
    laura = writer(world)
    asks = [keeping(laura) for _ in range(8)]
    replies = together([lambda ask=ask: world.send(ask, uuid.uuid4().hex) for ask in asks])
    assert {reply.status for reply in replies} <= {201, 409}
    items = world.done(Ask(laura, "GET", "/email-groups"))["items"]
    kept = {one["name"] for one in items if one["name"] in {ask.body["name"] for ask in asks}}
    saved = {ask.body["name"] for ask, reply in zip(asks, replies, strict=True) if reply.status == 201}
    assert kept == saved
