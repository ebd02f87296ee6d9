"""Issue 2 item 1, architecture §1.2: the site of this machine answers as the deployed distribution would.

What ``infra/local/front.py`` does is compared with ``infra/web.yaml`` itself: its headers policy, its function (run
by Node) and its cache behaviours.
"""

import asyncio
import gzip
import json
import subprocess

import pytest

from infra import deploy, stacks
from infra.local import front, pages
from infra.local.directions import compressed_from, headers_of

POLICY_HEADERS = {
    "ContentTypeOptions": lambda _: {"x-content-type-options": "nosniff"},
    "FrameOptions": lambda one: {"x-frame-options": one["FrameOption"]},
    "ReferrerPolicy": lambda one: {"referrer-policy": one["ReferrerPolicy"]},
    "ContentSecurityPolicy": lambda one: {"content-security-policy": one["ContentSecurityPolicy"]},
    "StrictTransportSecurity": lambda _: {},  # loopback has no TLS to insist on
}
ROUTES = (
    "/", "/index.html", "/entrar", "/processos/7f3a", "/processos/7f3a/documentos/0000123", "/publico",
    "/publico/", "/publico.html", "/publicoxyz", "/autenticidade", "/autenticidade/x", "/assets/index-3f2a.js",
    "/ambiente/treinamento", "/ambiente/treinamento/", "/ambiente/treinamento/caixa", "/ambiente/treinamento/publico",
    "/ambiente/treinamento/publico.html", "/ambiente/Um/publico", "/ambiente", "/ambiente/x/ambiente/y/publico",
    "/assets/Inter.WOFF2", "/favicon.svg", "/a.b/c", "/processos/v1.2", "/robots.txt", "/pasta/", "/arquivo.pdf/",
)  # fmt: skip
CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6"
CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
STORED = {
    "/pages/index.html": (b"<!doctype html>" + b" " * 2000, "no-cache"),
    "/pages/publico.html": (b"<!doctype html>", "no-cache"),
    "/ledgers/registro/ubatuba/pmu/checkpoint": (b"iperoig/ubatuba/pmu\n", "no-cache"),
    "/pages/assets/index-3f2a.js": (b"let one = 1;" * 200, deploy.IMMUTABLE),
}
LONG_REPLY = b'{"specification": "Licita\xc3\xa7\xc3\xa3o"}' * 100


@pytest.fixture(scope="module")
def resources():
    return stacks.read_template(stacks.INFRA / "web.yaml")["Resources"]


@pytest.fixture(scope="module")
def policy(resources):
    """The headers policy as deployed: substitutions made."""
    text = json.dumps(resources["PageHeaders"]["Properties"]["ResponseHeadersPolicyConfig"])
    found = json.loads(text.replace("${StorageOrigin}", "http://127.0.0.1:8421"))
    security = found["SecurityHeadersConfig"]["ContentSecurityPolicy"]
    security["ContentSecurityPolicy"] = security["ContentSecurityPolicy"]["Fn::Sub"]
    return found


@pytest.fixture
def site(tmp_path, policy):
    """Ask the front, over a bucket and an API of the test's."""
    file = tmp_path / "front.json"
    where = {"api": "abc", "bucket": "pages", "ledger": "ledgers", "headers": headers_of(policy), "secret": "edge"}
    file.write_text(json.dumps({**where, "compressed_from": compressed_from()}))
    serving = front.Front(emulated, file)

    def ask(path, method="GET", **headers):
        return asyncio.run(call(serving, path, method, headers))

    return ask


async def emulated(scope, receive, send):
    status, headers, body = 404, [], b""
    if scope["path"].startswith("/restapis/abc/api/_user_request_/"):
        own = [(b"cache-control", b"no-store"), (b"content-security-policy", b"default-src 'none'")]
        status, headers, body = 200, own, scope["method"].encode()
        if scope["path"].endswith("/inbox"):
            body = LONG_REPLY
        own += [(b"content-length", str(len(body)).encode())]
        own += [(b"told-" + name, value) for name, value in scope["headers"] if name in front.EDGE]
    elif scope["path"] in STORED:
        body, cached = STORED[scope["path"]]
        status, headers = 200, [(b"etag", b'"e1"'), (b"cache-control", cached.encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def call(application, path, method, headers):
    answer = {}

    async def receive():
        return {"type": "http.request", "body": b""}

    async def send(message):
        if message["type"] == "http.response.start":
            pairs = [(name.decode().lower(), value.decode()) for name, value in message["headers"]]
            assert len(pairs) == len(dict(pairs)), f"a header twice: {pairs}"
            answer.update(status=message["status"], headers=dict(pairs), body=b"")
        else:
            answer["body"] += message.get("body", b"")

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http", "path": path, "raw_path": path.encode(), "method": method, "headers": named,
        "client": ("198.51.100.7", 50000),
    }  # fmt: skip
    await application(scope, receive, send)
    return answer


@pytest.mark.parametrize("path", ["/", "/assets/index-3f2a.js", "/nothing.png", "/api/health"])
def test_every_answer_carries_the_headers_of_the_deployed_policy(site, policy, path):
    expected = {}
    for name, one in policy["SecurityHeadersConfig"].items():
        expected |= POLICY_HEADERS[name](one)
        assert one["Override"] is True, name
    for item in policy["CustomHeadersConfig"]["Items"]:
        expected[item["Header"].lower()] = item["Value"]
    served = site(path)["headers"]
    assert {name: served.get(name) for name in expected} == expected


def test_a_route_is_answered_by_the_page_that_the_deployed_function_names(resources):
    code = resources["PageOfRoute"]["Properties"]["FunctionCode"]
    asked = json.dumps([{"request": {"uri": path}} for path in ROUTES])
    program = f"{code}\nconsole.log(JSON.stringify({asked}.map((one) => handler(one).uri)))"
    done = subprocess.run(
        [str(pages.NODE / "bin" / "node"), "-e", program], capture_output=True, text=True, check=True
    )
    deployed = dict(zip(ROUTES, json.loads(done.stdout), strict=True))
    assert {path: front.page_of_route(path) for path in ROUTES} == deployed


def test_pages_are_kept_as_long_as_they_were_stored_for_and_the_api_never(site, resources):
    distribution = resources["Distribution"]["Properties"]["DistributionConfig"]
    ledger, api, environments = distribution["CacheBehaviors"]
    assert environments == {**api, "PathPattern": "/ambiente/*/api/*"}
    assert (ledger["PathPattern"], ledger["CachePolicyId"]) == ("/registro/*", CACHING_OPTIMIZED)
    assert distribution["DefaultCacheBehavior"]["CachePolicyId"] == CACHING_OPTIMIZED  # obeys what was stored
    assert (api["PathPattern"], api["CachePolicyId"]) == ("/api/*", CACHING_DISABLED)
    assert site("/assets/index-3f2a.js")["headers"]["cache-control"] == deploy.IMMUTABLE
    for route in ("/", "/processos/7f3a", "/publico"):
        assert site(route)["headers"]["cache-control"] == "no-cache"
    assert site("/api/health")["headers"]["cache-control"] == "no-store"


def test_the_public_ledger_is_given_out_from_its_own_bucket_under_the_names_it_has_there(site):
    """Issue 5 §4: no route of the application is mistaken for a file of it, nor the other way round."""
    assert site("/registro/ubatuba/pmu/checkpoint")["body"] == b"iperoig/ubatuba/pmu\n"
    assert site("/registro/ubatuba/pmu/tile/0/000")["status"] == 404


def test_only_files_named_by_their_content_are_stored_for_good():
    hashed = ("assets/index-3f2a.js", "assets/Inter.woff2")
    assert all(deploy.HASHED.match(key) for key in hashed)
    assert not any(deploy.HASHED.match(key) for key in ("index.html", "publico.html", "favicon.svg"))


def test_a_page_known_by_its_tag_is_not_sent_again(site):
    answer = site("/", if_none_match='"e1"')
    assert (answer["status"], answer["body"]) == (304, b"")


def test_pages_are_compressed_as_the_distribution_does(site, resources):
    assert resources["Distribution"]["Properties"]["DistributionConfig"]["DefaultCacheBehavior"]["Compress"]
    answer = site("/", accept_encoding="gzip, br")
    assert answer["headers"]["content-encoding"] == "gzip"
    assert gzip.decompress(answer["body"]) == STORED["/pages/index.html"][0]


def test_a_long_reply_of_the_api_is_compressed_as_the_deployed_gateway_does(site):
    """web.md §5: ``minimum_compression_size`` of .chalice/config.json; the gateway of AWS counts bytes of the body."""
    answer = site("/api/inbox", accept_encoding="gzip, br")
    assert answer["headers"]["content-encoding"] == "gzip"
    assert answer["headers"]["content-length"] == str(len(answer["body"]))
    assert gzip.decompress(answer["body"]) == LONG_REPLY
    for path, accepted in (("/api/inbox", "identity"), ("/api/health", "gzip")):
        untouched = site(path, accept_encoding=accepted)
        assert "content-encoding" not in untouched["headers"], path
        assert untouched["headers"]["content-length"] == str(len(untouched["body"]))


def test_pages_are_only_read_and_the_api_takes_every_method(site, resources):
    distribution = resources["Distribution"]["Properties"]["DistributionConfig"]
    assert set(distribution["DefaultCacheBehavior"]["AllowedMethods"]) == {"GET", "HEAD"}
    assert site("/", method="POST")["status"] >= 400
    for method in distribution["CacheBehaviors"][0]["AllowedMethods"]:
        assert site("/api/health", method=method)["body"] == method.encode()


def test_api_is_told_the_viewers_address_whatever_the_viewer_says_of_itself(site, resources):
    """AUD-02: addresses recorded are the viewers', proven by the secret that only the distribution shows."""
    said = {"x_viewer_address": "203.0.113.9", "x_viewer_host": "outra.example", "x_viewer_environment": "outro"}
    for path, environment in (("/api/health", None), ("/ambiente/treinamento/api/health", "treinamento")):
        answer = site(path, host="sei.cidade.example", x_edge_secret="guess", **said)
        told = {name: answer["headers"].get(f"told-{name.decode()}") for name in front.EDGE}
        typed = {b"x-viewer-host": "sei.cidade.example", b"x-viewer-environment": environment}
        assert told == {b"x-viewer-address": "198.51.100.7", **typed, b"x-edge-secret": "edge"}
        assert deployed(resources, path, said) == (
            "/api/health",
            {name.decode(): value for name, value in told.items() if value and name != b"x-edge-secret"},
        )
    (api,) = [
        origin
        for origin in resources["Distribution"]["Properties"]["DistributionConfig"]["Origins"]
        if origin["Id"] == "api"
    ]
    assert api["OriginCustomHeaders"] == [{"HeaderName": "X-Edge-Secret", "HeaderValue": {"Ref": "EdgeSecret"}}]


def deployed(resources, path, said):
    """What the deployed function makes of a request: its path, and the headers that tell of who asks."""
    code = resources["AddressOfViewer"]["Properties"]["FunctionCode"]
    headers = {name.replace("_", "-"): {"value": value} for name, value in said.items()}
    headers["host"] = {"value": "sei.cidade.example"}
    event = {"viewer": {"ip": "198.51.100.7"}, "request": {"uri": path, "headers": headers}}
    program = f"{code}\nconsole.log(JSON.stringify(handler({json.dumps(event)})))"
    done = subprocess.run(
        [str(pages.NODE / "bin" / "node"), "-e", program], capture_output=True, text=True, check=True
    )
    request = json.loads(done.stdout)
    return request["uri"], {name: one["value"] for name, one in request["headers"].items() if name != "host"}
