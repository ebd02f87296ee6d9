"""Contents by their digest, and the presigned POST that admits exactly what was declared (DOC-08; security.md §5).

The embedded AWS checks the conditions of the policy; that the policy is signed with our key is AWS's to check.
"""

import base64
import hashlib
import json
import urllib.error
import urllib.request
import uuid
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from chalicelib.adapters.s3 import S3Contents, quarantine_key, quarantined
from chalicelib.domain.upload import Upload
from tests.fakes.city import START

DATA = b"%PDF-1.7\nrecebido\n"


@pytest.fixture
def contents(data_stack):
    config = Config(signature_version="s3v4")
    client = boto3.client(
        "s3", endpoint_url=data_stack.endpoint.url, config=config, **data_stack.endpoint.credentials
    )
    buckets = data_stack.outputs["ContentBucket"], data_stack.outputs["QuarantineBucket"]
    return S3Contents(client, f"t{uuid.uuid4().hex[:12]}", *buckets)


def upload(data: bytes = DATA, **changes) -> Upload:
    declared = {
        "id": uuid.uuid4().hex,
        "process": "p1",
        "unit": "prot",
        "user": "ana.lima",
        "file_name": "Ofício nº 1.pdf",
        "media_type": "application/pdf",
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "declared_at": START,
    }
    return Upload(**{**declared, **changes})


def post(form, data: bytes = DATA, **changed) -> int:
    """Send as a browser does; -> status."""
    boundary = uuid.uuid4().hex
    parts = []
    for name, value in {**form["fields"], **changed}.items():
        if value is not None:
            parts.append(
                f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            )
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
    body = b"".join([*parts, head.encode(), data, f"\r\n--{boundary}--\r\n".encode()])
    kind = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    request = urllib.request.Request(form["url"], body, kind, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def arrived(contents, of: Upload, tmp_path) -> bytes | None:
    try:
        contents.fetch(of, tmp_path / "file")
    except ClientError:
        return None
    return (tmp_path / "file").read_bytes()


# By digest


def test_bytes_are_kept_under_their_digest_and_the_same_ones_once(contents):
    key, digest = contents.put(DATA, "application/pdf")
    assert (digest, key.rpartition("/")[2]) == (hashlib.sha256(DATA).hexdigest(), digest)
    assert contents.put(DATA, "application/pdf") == (key, digest)
    assert contents.get(key) == DATA


def test_nothing_is_read_that_was_not_kept(contents):
    with pytest.raises(ClientError):
        contents.get("nada")


def test_link_lasts_a_minute_and_gives_the_file_its_own_name(contents):
    key, _ = contents.put(DATA, "application/pdf")
    url, until = contents.link(key, "Ofício nº 1.pdf", "application/pdf", inline=False)
    assert 50 < (until - datetime.now(UTC)).total_seconds() <= 60
    query = parse_qs(urlsplit(url).query)
    assert query["X-Amz-Expires"] == ["60"]
    with urllib.request.urlopen(url, timeout=10) as answer:
        assert answer.read() == DATA
        assert answer.headers["Content-Disposition"] == (
            "attachment; filename*=UTF-8''Of%C3%ADcio%20n%C2%BA%201.pdf"
        )


@pytest.mark.parametrize("name", ['a".pdf', "a\r\nX-Evil: 1.pdf", "a;b.pdf", "../a.pdf"])
def test_name_of_a_file_cannot_write_a_header(contents, name):
    key, _ = contents.put(DATA, "application/pdf")
    url, _ = contents.link(key, name, "application/pdf", inline=True)
    (disposition,) = parse_qs(urlsplit(url).query)["response-content-disposition"]
    assert not set('"\r\n') & set(disposition)
    assert disposition.count(";") == 1


# Quarantine


def test_declared_file_arrives_is_fetched_and_admitted(contents, tmp_path):
    declared = upload()
    assert post(contents.receive(declared)) in (200, 201, 204)
    assert arrived(contents, declared, tmp_path) == DATA
    key = contents.admit(declared)
    assert contents.admit(declared) == key
    assert contents.get(key) == DATA
    assert key.endswith(declared.sha256)


LIES = {
    "another size": {"data": DATA + b"x"},
    "another type": {"Content-Type": "text/html"},
    "another checksum": {"x-amz-checksum-sha256": "AAAA" * 10 + "AAA="},
    "no type": {"Content-Type": None},
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_what_was_not_declared_does_not_enter(contents, tmp_path, lie):
    declared = upload()
    lie = dict(lie)
    data = lie.pop("data", DATA)
    assert post(contents.receive(declared), data, **lie) in (400, 403)
    assert arrived(contents, declared, tmp_path) is None


def test_post_is_bound_to_place_size_type_and_bytes_for_five_minutes(contents):
    """S3 compares the bytes with the checksum; the embedded AWS leaves that to the inspection (DOC-08)."""
    declared = upload()
    fields = contents.receive(declared)["fields"]
    policy = json.loads(base64.b64decode(fields["policy"]))
    checksum = base64.b64encode(bytes.fromhex(declared.sha256)).decode()
    for condition in (
        {"Content-Type": "application/pdf"},
        {"x-amz-checksum-sha256": checksum},
        {"key": fields["key"]},
        ["content-length-range", len(DATA), len(DATA)],
    ):
        assert condition in policy["conditions"]
    until = datetime.fromisoformat(policy["expiration"].replace("Z", "+00:00"))
    assert 290 < (until - datetime.now(UTC)).total_seconds() <= 300


def test_post_for_one_place_opens_no_other(contents, tmp_path):
    mine, other = upload(), upload()
    form = contents.receive(mine)
    key = form["fields"]["key"].replace(mine.id, other.id)
    assert post(form, key=key) == 403
    assert arrived(contents, other, tmp_path) is None


def test_place_in_quarantine_is_read_back_from_the_event():
    assert quarantined(quarantine_key("ubatuba", "p1", "u1")) == ("ubatuba", "p1", "u1")
    for key in ("", "a/b", "a/b/c/d"):
        with pytest.raises(ValueError):
            quarantined(key)
