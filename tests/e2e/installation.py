"""The running system, and the two things below it that no act of a person reaches: time passing, and forgiving."""

import json
import uuid
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import boto3

from infra.local.emulator import Endpoint
from infra.local.stack import STAGE, Stack
from tests.e2e.caller import Caller

LONG_AGO = "2020-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Installation:
    site: str
    services: str

    @staticmethod
    def of(stack: Stack) -> "Installation":
        return Installation(stack.site, stack.endpoint.url)

    @staticmethod
    def running_at(site: str) -> "Installation":
        """``make run`` gives the services the port after the site's."""
        address = urlsplit(site)
        return Installation(site, f"http://{address.hostname}:{(address.port or 80) + 1}")

    def caller(self, login: str) -> "Caller":
        return Caller.enter(self.site, login)

    def expire_sessions(self, login: str) -> None:
        """Let the idle time of every session of the person have passed (ACC-01)."""
        table = self._sessions()
        found = table.query(
            KeyConditionExpression="pk = :person AND begins_with(sk, :session)",
            ExpressionAttributeValues={":person": f"T#ubatuba#USER#{login}", ":session": "SESSION#"},
        )
        for item in found["Items"]:
            table.update_item(
                Key={"pk": item["pk"], "sk": item["sk"]},
                UpdateExpression="SET used_at = :then",
                ExpressionAttributeValues={":then": LONG_AGO},
            )

    def invoke(self, function: str) -> None:
        """Let come the hour of a scheduled function."""
        client = boto3.client("lambda", endpoint_url=self.services, **Endpoint(self.services, 0).credentials)
        answer = client.invoke(FunctionName=f"iperoig-{STAGE}-{function}", Payload=b"{}")
        assert "FunctionError" not in answer, answer["Payload"].read()

    def believe(self, roots: list[str], clock: str) -> None:
        """Let the city trust these authorities, as its folder would say (DOC-10)."""
        self._change_card({"certificate_authorities": roots, "timestamp_authority": clock})

    def agree_with_govbr(self, agreement: dict[str, Any], secret: str) -> None:
        """Let the city have an agreement with this gov.br, and the secret that proves it there (DOC-10)."""
        self.keep_secret("govbr", secret)
        self._change_card({"govbr_signature": agreement})

    def offer_login(self, *rows: dict[str, Any]) -> None:
        """Let these vouch for the people of the city, and nobody else (ACC-01)."""
        self._change_card({"login_providers": rows})

    def keep_secret(self, client: str, secret: str) -> None:
        services = Endpoint(self.services, 0).credentials
        kept = boto3.client("secretsmanager", endpoint_url=self.services, **services)
        kept.create_secret(Name=f"iperoig-{STAGE}-clients/ubatuba/{client}", SecretString=secret)

    def _change_card(self, changes: dict[str, Any]) -> None:
        table = self._table("main")
        wanted = {":pk": "T#ubatuba#CAT#tenant"}
        (row,) = table.query(KeyConditionExpression="pk = :pk", ExpressionAttributeValues=wanted)["Items"]
        table.put_item(Item={**row, "body": json.dumps(json.loads(row["body"]) | changes)})
        self.renew_containers()

    def renew_containers(self) -> None:
        """What a container knows of the city lasts a minute; one that begins knows it as it is."""
        client = boto3.client("lambda", endpoint_url=self.services, **Endpoint(self.services, 0).credentials)
        for function in ("api", "render-document", "sign-certificate"):
            name = f"iperoig-{STAGE}-{function}"
            variables = client.get_function_configuration(FunctionName=name)["Environment"]["Variables"]
            renewed = {"Variables": variables | {"RENEWED": uuid.uuid4().hex}}
            client.update_function_configuration(FunctionName=name, Environment=renewed)

    def forgive_attempts(self) -> None:
        """Forget every wrong password, so that the next test does not wait for this one's."""
        client = self._sessions().meta.client
        table = f"iperoig-{STAGE}-sessions"
        pages = client.get_paginator("scan").paginate(TableName=table, ProjectionExpression="pk, sk")
        for place in [item for page in pages for item in page["Items"] if "#ATTEMPTS#" in item["pk"]]:
            client.delete_item(TableName=table, Key=place)

    def _sessions(self) -> Any:
        return self._table("sessions")

    def _table(self, name: str) -> Any:
        dynamodb = boto3.resource(
            "dynamodb",
            endpoint_url=self.services,
            **Endpoint(self.services, 0).credentials,
        )
        return dynamodb.Table(f"iperoig-{STAGE}-{name}")
