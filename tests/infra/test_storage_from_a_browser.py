"""DOC-08, DOC-14: the site's pages, and no others, may send to quarantine and read files by range with signed URLs."""

import urllib.request
import uuid

import pytest

SITE = "http://localhost:8420"
OTHER = "http://elsewhere.example"


def ask(request):
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()


def form(fields, content):
    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'.encode()
    return boundary, b"".join([*parts, head, content, f"\r\n--{boundary}--\r\n".encode()])


def send(data_stack, origin):
    bucket = data_stack.outputs["QuarantineBucket"]
    post = data_stack.client("s3").generate_presigned_post(bucket, f"a/{uuid.uuid4()}")
    boundary, body = form(post["fields"], b"%PDF-1.7")
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}", "Origin": origin}
    return ask(urllib.request.Request(post["url"], body, headers, method="POST"))


def test_the_site_may_send_a_file_to_quarantine(data_stack):
    status, headers, _ = send(data_stack, SITE)
    assert status in (200, 204)
    assert headers["access-control-allow-origin"] in (SITE, "*")


def test_another_site_is_not_told_that_it_may(data_stack):
    _, headers, _ = send(data_stack, OTHER)
    assert headers.get("access-control-allow-origin") not in (OTHER, "*")


@pytest.mark.parametrize(("origin", "told"), [(SITE, True), (OTHER, False)])
def test_only_the_site_reads_a_page_of_a_file_by_range(data_stack, origin, told):
    client, bucket = data_stack.client("s3"), data_stack.outputs["ContentBucket"]
    client.put_object(Bucket=bucket, Key="file.pdf", Body=b"0123456789")
    url = client.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": "file.pdf"})
    status, headers, body = ask(urllib.request.Request(url, headers={"Origin": origin, "Range": "bytes=2-4"}))
    assert (status, body) == (206, b"234")
    assert (headers.get("access-control-allow-origin") in (origin, "*")) is told
