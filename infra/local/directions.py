"""Tell the front where the deployed API and pages are, and which headers the deployed policy adds."""

import json
from pathlib import Path
from typing import Any

from infra.deploy import Deployed

ROOT = Path(__file__).resolve().parents[2]


def write(file: Path, deployed: Deployed, secret: str, cloudfront: Any) -> None:
    """Write the file ``infra.local.front`` reads, from the stacks' outputs, the edge's secret and the deployed
    headers policy."""
    policy = cloudfront.get_response_headers_policy_config(Id=deployed.web["HeadersPolicyId"])
    content = {
        "api": deployed.app["ApiId"],
        "bucket": deployed.data["WebBucket"],
        "ledger": deployed.data["LedgerBucket"],
        "secret": secret,
        "headers": headers_of(policy["ResponseHeadersPolicyConfig"]),
        "compressed_from": compressed_from(),
    }
    unfinished = file.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(content), encoding="utf-8")
    unfinished.rename(file)


def compressed_from() -> int:
    """The size in bytes from which the deployed API compresses a reply."""
    configured = json.loads((ROOT / ".chalice" / "config.json").read_text(encoding="utf-8"))
    return int(configured["minimum_compression_size"])


def headers_of(policy: dict[str, Any]) -> dict[str, str]:
    """The headers a CloudFront response headers policy adds, but for HSTS: loopback has no TLS to insist on."""
    security = policy.get("SecurityHeadersConfig", {})
    found: dict[str, str] = {}
    if "ContentTypeOptions" in security:
        found["x-content-type-options"] = "nosniff"
    if "FrameOptions" in security:
        found["x-frame-options"] = security["FrameOptions"]["FrameOption"]
    if "ReferrerPolicy" in security:
        found["referrer-policy"] = security["ReferrerPolicy"]["ReferrerPolicy"]
    if "ContentSecurityPolicy" in security:
        found["content-security-policy"] = security["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    for item in policy.get("CustomHeadersConfig", {}).get("Items", []):
        found[item["Header"].lower()] = item["Value"]
    return found
