"""A file that nobody used expires; whoever uses it in the same moment has it whole, or not at all (LGPD-01, DOC-08)."""

from contextlib import suppress

from tests.world.builders import accepted, filing
from tests.world.scenarios.authoring import save_draft_with_a_picture
from tests.world.world import Ask, World

from .crowd import FEWER, together


def uploads(world: World, process: str) -> list[dict[str, object]]:
    """Rows of the uploads of a process."""
    return [row for row in world.store.partition(f"T#{world.tenant}#P#{process}") if row["sk"].startswith("UPLOAD#")]


def expire(world: World, process: str) -> None:
    """What DynamoDB does when the time has come: it deletes what still has an expiry, and asks nobody."""
    for row in uploads(world, process):
        if "expires_at" not in row:
            continue
        with suppress(world.store.dynamodb.exceptions.ConditionalCheckFailedException):
            world.store.dynamodb.delete_item(
                TableName=world.store.settings.main_table,
                Key={"pk": {"S": str(row["pk"])}, "sk": {"S": str(row["sk"])}},
                ConditionExpression="attribute_exists(expires_at)",
            )


def test_file_that_expires_while_it_is_included_is_a_document_or_was_never_there(world: World):
    for _ in range(FEWER):
        place = accepted(world)
        (row,) = uploads(world, place[0])
        assert "expires_at" in row, "until somebody uses it"
        ask, process = filing(world, place), place[0]
        reply, _ = together([lambda ask=ask: world.send(ask), lambda process=process: expire(world, process)])
        left = uploads(world, place[0])
        tree = world.done(Ask(world.ana, "GET", f"/processes/{place[0]}/documents"))["items"]
        if reply.status == 201:
            assert (len(left), len(tree), "expires_at" in left[0]) == (1, 1, False)
        else:
            assert (reply.status, reply.json["errors"][0]["code"]) == (400, "upload_unknown")
            assert (left, tree) == ([], [])


def test_picture_that_expires_while_its_text_is_saved_is_in_the_text_or_the_text_is_refused(world: World):
    for _ in range(FEWER):
        ask = save_draft_with_a_picture(world)
        process = str(ask.process)
        reply, _ = together([lambda ask=ask: world.send(ask), lambda process=process: expire(world, process)])
        left = uploads(world, process)
        if reply.status == 200:
            assert (len(left), "expires_at" in left[0]) == (1, False)
        else:
            assert (reply.status, reply.json["errors"][0]["code"], left) == (400, "image_unknown", [])
