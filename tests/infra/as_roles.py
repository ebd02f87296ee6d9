"""Credentials of the roles of the deployed functions, and what is done with them."""

import json
import os
import subprocess
import sys
from typing import Any

from infra.local.stack import ROOT, STAGE, Stack


def assumed(stack: Stack, session: str) -> dict[str, dict[str, str]]:
    """Function -> credentials of its role."""
    tokens = stack.client("sts")
    found = {}
    for function in stack.client("lambda").list_functions()["Functions"]:
        taken = tokens.assume_role(RoleArn=function["Role"], RoleSessionName=session)["Credentials"]
        found[function["FunctionName"].removeprefix(f"iperoig-{STAGE}-")] = {
            "aws_access_key_id": taken["AccessKeyId"],
            "aws_secret_access_key": taken["SecretAccessKey"],
            "aws_session_token": taken["SessionToken"],
            "region_name": stack.endpoint.region,
        }
    return found


def act_as(stack: Stack, credentials: dict[str, str], *arguments: str) -> Any:
    """What ``tests/infra/acting.py`` answers under a role."""
    environment = os.environ | stack.environment | {
        name.upper(): value for name, value in credentials.items() if name != "region_name"
    }  # fmt: skip
    command = [sys.executable, "-m", "tests.infra.acting", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "AccessDenied" not in done.stderr, done.stderr
    return json.loads(done.stdout)
