"""checkov over the templates that a deployment makes, without the network."""

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from infra import layers, observability, package, stacks
from infra.checks.findings import Finding
from infra.environments import CHECKS

#: A folder of its own: the suites that deploy build theirs at the same time.
STAGE = "checked"
REGION = "sa-east-1"
#: Known beforehand here: checkov would build a parser for each place that names one, and take four times as long.
PSEUDO = {"${AWS::Partition}": "aws", "${AWS::Region}": REGION, "${AWS::AccountId}": "000000000000"}


def templates() -> dict[str, dict[str, Any]]:
    """Every stack, by name."""
    application = package.template(STAGE, layers.CLOUD)
    return {
        "application": application,
        "observability": observability.template(application),
        "data": stacks.read_template(stacks.INFRA / "data.yaml"),
        "web": stacks.read_template(stacks.INFRA / "web.yaml"),
    }


def check(made: dict[str, dict[str, Any]]) -> list[Finding]:
    """What checkov says against them; RuntimeError when it could not read all of them."""
    CHECKS.ensure()
    with tempfile.TemporaryDirectory(prefix="iperoig-checks-") as scratch:
        folder = Path(scratch) / "templates"
        folder.mkdir()
        for name, template in made.items():
            text = json.dumps(template, indent=1)
            for pseudo, value in PSEUDO.items():
                text = text.replace(pseudo, value)
            (folder / f"{name}.json").write_text(text, encoding="utf-8")
        command = [str(CHECKS.tool("checkov")), "-d", str(folder), "--framework", "cloudformation"]
        command += ["--skip-download", "--output", "json", "--compact", "--quiet"]
        environment = {"HOME": scratch, "PATH": "/usr/bin:/bin", "AWS_DEFAULT_REGION": REGION}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=scratch)
    try:
        told = json.loads(done.stdout)
        read = {one["file_path"] for one in told["results"]["failed_checks"]}
    except (ValueError, KeyError, TypeError) as error:
        raise RuntimeError(f"checkov: {done.stdout[-2000:]}{done.stderr[-2000:]}") from error
    if told["summary"]["parsing_errors"] or not told["summary"]["passed"]:
        raise RuntimeError(f"checkov did not read every template: {told['summary']}, {read}")
    return [
        Finding(one["check_id"], f"{Path(one['file_path']).stem}/{one['resource']}", one["check_name"])
        for one in told["results"]["failed_checks"]
    ]
