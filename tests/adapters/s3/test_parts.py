"""A large file in parts, by presigned addresses, on the embedded S3: sent, resumed, closed, dropped (DOC-08)."""

import urllib.error
import urllib.request
import uuid

import boto3
import pytest
from botocore.config import Config

from chalicelib.adapters.s3 import S3Contents
from chalicelib.adapters.s3_parts import S3Parts
from chalicelib.domain.upload_parts import PART_SIZE
from tests.adapters.s3.test_contents import arrived, upload

DATA = bytes(range(256)) * (PART_SIZE // 256) + b"%%EOF"


@pytest.fixture
def stores(data_stack):
    config = Config(signature_version="s3v4")
    client = boto3.client(
        "s3", endpoint_url=data_stack.endpoint.url, config=config, **data_stack.endpoint.credentials
    )
    tenant, quarantine = f"t{uuid.uuid4().hex[:12]}", data_stack.outputs["QuarantineBucket"]
    contents = S3Contents(client, tenant, data_stack.outputs["ContentBucket"], quarantine)
    return S3Parts(client, tenant, quarantine), contents


def put(url: str, data: bytes) -> int:
    request = urllib.request.Request(url, data, method="PUT")
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def opened(parts: S3Parts):
    declared = upload(DATA)
    return upload(DATA, id=declared.id, parts=parts.open(declared))


def test_parts_arrive_in_any_order_and_become_the_file(stores, tmp_path):
    parts, contents = stores
    sending = opened(parts)
    assert parts.arrived(sending) == {}
    links = parts.links(sending, [1, 2])
    assert put(links[2], DATA[PART_SIZE:]) == 200
    assert parts.arrived(sending) == {2: 5}
    assert put(links[1], DATA[:PART_SIZE]) == 200
    assert parts.arrived(sending) == {1: PART_SIZE, 2: 5}
    assert arrived(contents, sending, tmp_path) is None
    parts.close(sending)
    assert arrived(contents, sending, tmp_path) == DATA
    assert parts.arrived(sending) is None


def test_address_of_one_part_serves_no_other(stores):
    parts, _ = stores
    sending = opened(parts)
    link = parts.links(sending, [1])[1]
    assert "partNumber=1" in link
    assert sending.parts in link


def test_dropped_sending_is_gone_and_dropping_again_is_nothing(stores, tmp_path):
    parts, contents = stores
    sending = opened(parts)
    put(parts.links(sending, [1])[1], DATA[:PART_SIZE])
    parts.drop(sending)
    parts.drop(sending)
    assert parts.arrived(sending) is None
    assert arrived(contents, sending, tmp_path) is None
