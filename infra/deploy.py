"""Deploy a stage: package -> data stack -> application stack -> site -> alarms and dashboard -> smoke test.

    python -m infra.deploy STAGE

The same code deploys to the cloud (the caller's AWS credentials) and to the embedded AWS (``deploy`` with its
endpoint); only the endpoint, the functions' processor and the parameters of
``infra/parameters/<stage>.json`` differ.
"""

import hashlib
import json
import mimetypes
import re
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config

from infra import archives, layers, observability, package, stacks

ROOT = Path(__file__).resolve().parents[1]
CDN_REGION = "us-east-1"
IMMUTABLE = "public, max-age=31536000, immutable"
HASHED = re.compile(r"^assets/")
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Cloud:
    """Where to deploy. ``endpoint`` None is AWS itself; ``site`` is the address known beforehand, if any."""

    region: str
    target: layers.Target
    endpoint: str | None = None
    credentials: dict[str, str] | None = None
    site: str | None = None

    def client(self, service: str, region: str | None = None) -> Any:
        options = {**(self.credentials or {}), "region_name": region or self.region}
        return boto3.client(
            service, endpoint_url=self.endpoint, config=Config(retries={"mode": "standard"}), **options
        )


@dataclass(frozen=True, slots=True)
class Deployed:
    """What was deployed: the outputs of each stack and the site's address."""

    data: dict[str, str]
    app: dict[str, str]
    web: dict[str, str]
    site: str


def deploy(stage: str, cloud: Cloud, say: Say, source: Path = ROOT, pages: Path | None = None) -> Deployed:
    """Deploy ``stage``. ``pages``: the built site. Raises StackFailed, or RuntimeError from packaging."""
    wanted = json.loads((stacks.INFRA / "parameters" / f"{stage}.json").read_text(encoding="utf-8"))
    say("empacotando as funções")
    built = package.build(stage, cloud.target, source)
    say("dados: tabelas e depósitos")
    formation = cloud.client("cloudformation")
    web = stacks.outputs(cloud.client("cloudformation", CDN_REGION), f"iperoig-{stage}-web")
    site = cloud.site or _address(wanted, web) or "https://localhost"
    data = _put_data(formation, stage, site, wanted)
    say("aplicação: funções, API, filas e trâmites")
    artifacts = _Artifacts(cloud)
    secret = edge_secret(cloud, data)
    app = _put_app(formation, artifacts, stage, site, secret, wanted, built)
    say("site: páginas e distribuição")
    web = _put_web(cloud, stage, data, app, secret, wanted)
    if _address(wanted, web) != site and not cloud.site:
        # The first deployment learns its address only now: signed links and QR codes must carry it.
        site = _address(wanted, web) or site
        data = _put_data(formation, stage, site, wanted)
        app = _put_app(formation, artifacts, stage, site, secret, wanted, built)
    say("observação: alarmes e painel")
    watching = observability.template(built.template)
    stacks.put(formation, f"iperoig-{stage}-observability", watching, {"Stage": stage})
    if pages:
        upload_pages(cloud, pages, data["WebBucket"], web["DistributionId"])
    return Deployed(data, app, web, site)


def _address(wanted: dict[str, Any], web: dict[str, str]) -> str | None:
    # Of several names, the first is the installation's own.
    name = wanted["web"].get("DomainName", "").partition(",")[0].strip() or web.get("SiteDomain")
    return f"https://{name}" if name else None


def edge_secret(cloud: Cloud, data: dict[str, str]) -> str:
    """What the distribution shows the API: a stack of another region cannot read it by itself."""
    return str(cloud.client("secretsmanager").get_secret_value(SecretId=data["EdgeSecret"])["SecretString"])


def _put_data(formation: Any, stage: str, site: str, wanted: dict[str, Any]) -> dict[str, str]:
    template = stacks.read_template(stacks.INFRA / "data.yaml")
    parameters = {"Stage": stage, "SiteOrigin": site, **wanted["data"]}
    return stacks.put(formation, f"iperoig-{stage}-data", template, parameters)


def _put_app(
    formation: Any,
    artifacts: "_Artifacts",
    stage: str,
    site: str,
    secret: str,
    wanted: dict[str, Any],
    built: package.Package,
) -> dict[str, str]:
    places = {name: artifacts.upload(name, path) for name, path in built.artifacts.items()}
    template = package.place(built.template, places)
    url = artifacts.upload_template(stage, template)
    parameters = {
        "Stage": stage,
        "DataStack": f"iperoig-{stage}-data",
        "SiteUrl": site,
        "EdgeSecret": secret,
        **wanted["app"],
    }
    return stacks.put(formation, f"iperoig-{stage}-app", template, parameters, template_url=url)


class _Artifacts:
    """The bucket that holds what a deployment needs and nobody else reads."""

    def __init__(self, cloud: Cloud) -> None:
        self._s3 = cloud.client("s3")
        self._endpoint = cloud.endpoint
        self._region = cloud.region
        account = cloud.client("sts").get_caller_identity()["Account"]
        self._bucket = f"iperoig-artifacts-{account}-{cloud.region}"
        self._ensure()

    def _ensure(self) -> None:
        try:
            self._s3.head_bucket(Bucket=self._bucket)
        except self._s3.exceptions.ClientError:
            place = {"LocationConstraint": self._region}
            self._s3.create_bucket(Bucket=self._bucket, CreateBucketConfiguration=place)
            closed = dict.fromkeys(
                ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), True
            )
            self._s3.put_public_access_block(Bucket=self._bucket, PublicAccessBlockConfiguration=closed)

    def upload(self, name: str, path: Path) -> dict[str, str]:
        key = f"{name}/{archives.digest_of_files([path])}.zip"
        try:
            self._s3.head_object(Bucket=self._bucket, Key=key)
        except self._s3.exceptions.ClientError:
            self._s3.upload_file(str(path), self._bucket, key)
        return {"Bucket": self._bucket, "Key": key}

    def upload_template(self, stage: str, template: dict[str, Any]) -> str:
        key = f"templates/{stage}-app.json"
        body = json.dumps(template, separators=(",", ":")).encode()
        self._s3.put_object(Bucket=self._bucket, Key=key, Body=body)
        host = self._endpoint or f"https://s3.{self._region}.amazonaws.com"
        return f"{host}/{self._bucket}/{key}"


def _put_web(
    cloud: Cloud, stage: str, data: dict[str, str], app: dict[str, str], secret: str, wanted: dict[str, Any]
) -> dict[str, str]:
    template = stacks.read_template(stacks.INFRA / "web.yaml")
    buckets = (data["ContentBucket"], data["QuarantineBucket"])
    storage = cloud.endpoint or " ".join(f"https://{one}.s3.{cloud.region}.amazonaws.com" for one in buckets)
    parameters = {
        "Stage": stage,
        "WebBucketDomain": data["WebBucketDomain"],
        "LedgerBucketDomain": data["LedgerBucketDomain"],
        "ApiDomain": f"{app['ApiId']}.execute-api.{cloud.region}.amazonaws.com",
        "StorageOrigin": storage,
        "EdgeSecret": secret,
        **wanted["web"],
    }
    formation = cloud.client("cloudformation", CDN_REGION)
    return stacks.put(formation, f"iperoig-{stage}-web", template, parameters)


def upload_pages(cloud: Cloud, pages: Path, bucket: str, distribution: str) -> None:
    """Upload what changed of the built site: hashed files first, pages last, so no page names a missing
    file."""
    s3 = cloud.client("s3")
    kept = {}
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        kept |= {one["Key"]: one["ETag"].strip('"') for one in page.get("Contents", [])}
    files = [path for path in sorted(pages.rglob("*")) if path.is_file() and ".vite" not in path.parts]
    changed = False
    for path in sorted(files, key=lambda one: one.suffix == ".html"):
        key = path.relative_to(pages).as_posix()
        body = path.read_bytes()
        if kept.get(key) == _etag(body):
            continue
        s3.put_object(
            Bucket=bucket, Key=key, Body=body,
            ContentType=mimetypes.guess_type(key)[0] or "application/octet-stream",
            CacheControl=IMMUTABLE if HASHED.match(key) else "no-cache",
        )  # fmt: skip
        changed = True
    if changed:
        cloud.client("cloudfront").create_invalidation(
            DistributionId=distribution,
            InvalidationBatch={
                "Paths": {"Quantity": 1, "Items": ["/*"]},
                "CallerReference": str(time.time_ns()),
            },
        )


def _etag(body: bytes) -> str:
    """What S3 calls the content of a simple upload."""
    return hashlib.md5(body, usedforsecurity=False).hexdigest()


def smoke(site: str, seconds: float = 60) -> None:
    """Ask the deployed site for its health until it answers. Raises RuntimeError with the last refusal."""
    limit = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(f"{site}/api/health", timeout=35) as answer:  # nosec B310 - our own site
                if answer.status == 200:
                    return
                refusal = f"HTTP {answer.status}"
        except (urllib.error.URLError, OSError) as error:
            refusal = str(error)
        if time.monotonic() > limit:
            raise RuntimeError(f"{site}/api/health: {refusal}")
        time.sleep(1)


def _say(text: str) -> None:
    print(f"· {text}", flush=True)


def main(stage: str) -> None:
    wanted = json.loads((stacks.INFRA / "parameters" / f"{stage}.json").read_text(encoding="utf-8"))
    pages = ROOT / "web" / "dist"
    cloud = Cloud(wanted["region"], layers.CLOUD)
    done = deploy(stage, cloud, _say, pages=pages if pages.exists() else None)
    _say("verificando")
    smoke(done.site, 300)
    print(done.site)


if __name__ == "__main__":
    main(sys.argv[1])
