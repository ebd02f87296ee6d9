"""What was signed is under lock, sealed by the installation's key, and served as those bytes for ever (DOC-10)."""

import base64
import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError

from chalicelib.adapters.dynamodb import keys
from chalicelib.adapters.dynamodb.codec import decode
from chalicelib.domain.document import Document
from tests.world.builders import document, drafted, saving, signed, signing
from tests.world.world import NOBODY, Ask, World
from verifier import chain, seals

Place = tuple[str, str]


def stored(world: World, place: Place) -> Document:
    pk, sk = keys.document(world.tenant, *place)
    table = world.store.settings.main_table
    return decode(Document, world.store.get([(table, pk, sk)])[(table, pk, sk)]["body"])


def locked_object(world: World, place: Place) -> dict[str, Any]:
    frozen = stored(world, place).frozen
    assert frozen is not None
    bucket = world.store.settings.content_bucket
    return {"Bucket": bucket, "Key": frozen.key, "VersionId": frozen.object_version}


def test_what_was_signed_is_locked_from_the_first_signature_for_as_long_as_the_installation_says(
    world: World,
):
    held = world.store.s3.get_object_retention(**locked_object(world, signed(world)))["Retention"]
    assert held["Mode"] == world.store.settings.lock_mode
    left = held["RetainUntilDate"] - datetime.now(UTC)
    days = world.store.settings.lock_days
    assert timedelta(days=days, minutes=-5) < left <= timedelta(days=days)


def test_nobody_deletes_what_was_signed_while_it_is_locked(world: World):
    place = locked_object(world, signed(world))
    with pytest.raises(ClientError) as refusal:
        world.store.s3.delete_object(**place)
    assert refusal.value.response["Error"]["Code"] == "AccessDenied"
    assert world.store.s3.get_object(**place)["Body"].read()


def test_bytes_written_over_what_was_signed_are_not_served(world: World):
    place = signed(world)
    before = document(world, place)["html"]
    held = locked_object(world, place)
    world.store.s3.put_object(Bucket=held["Bucket"], Key=held["Key"], Body=b"{}")
    assert document(world, place)["html"] == before


def test_page_of_a_signed_document_does_not_change_with_the_city(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    place, draft = signed(world), drafted(world)
    before = document(world, place)["html"]
    import chalicelib.application.documents.freezing as freezing

    monkeypatch.setattr(freezing, "page", lambda model: "uma página de outro tempo")
    assert document(world, draft)["html"] == "uma página de outro tempo"
    assert document(world, place)["html"] == before


def test_signature_dropped_by_an_edit_leaves_what_it_signed_under_lock(world: World):
    place = signed(world)
    held = locked_object(world, place)
    world.done(saving(world, place, "Indefiro."))
    assert stored(world, place).frozen is None
    assert world.store.s3.get_object_retention(**held)["Retention"]["Mode"] == "GOVERNANCE"
    world.done(signing(world, place))
    assert locked_object(world, place) != held


def test_export_carries_seals_that_the_published_keys_verify(world: World):
    process, letter = signed(world)
    world.done(signing(world, (process, letter), world.carlos))
    export = world.done(Ask(world.ana, "GET", f"/processes/{process}/export"))
    published = seals.read_keys(world.done(Ask(NOBODY, "GET", "/public/keys"))["items"])
    chain.check(export)
    assert seals.check_seals(export, published) == 2
    record = json.loads(export["seals"][0]["record"])
    package = world.store.s3.get_object(**locked_object(world, (process, letter)))["Body"].read()
    text = json.loads(package)["text"].encode()
    assert record["content_sha256"] == hashlib.sha256(text).hexdigest()
    assert record["session"]


def test_sealing_key_is_in_kms_and_only_its_public_half_is_known(world: World):
    world.done(signing(world, drafted(world)))
    (key,) = world.done(Ask(NOBODY, "GET", "/public/keys"))["items"]
    in_kms = world.installed.place.keys.get_public_key(KeyId=world.store.settings.seal_key)
    assert base64.b64decode(key["spki"]) == in_kms["PublicKey"]
    assert (in_kms["KeySpec"], in_kms["KeyUsage"]) == ("ECC_NIST_P256", "SIGN_VERIFY")
