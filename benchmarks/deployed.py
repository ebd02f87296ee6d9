"""Requests to the API as deployed on the embedded AWS, through the site's own address."""

import http.client
import json
import threading
import uuid
from urllib.parse import urlsplit

from infra.local.stack import Stack
from tests.conftest import DataStack
from tests.world.installed import Installed, install
from tests.world.world import Ask, Reply

#: How many clients work at once.
CLIENTS = 4


def bound(stack: Stack) -> Installed:
    """This process on the deployed stack's tables."""
    installed = install(DataStack("local", stack.endpoint, stack.deployed.data))
    installed.place.connection._max_pool_connections = CLIENTS * 4
    return installed


class Remote:
    """Sends what scenarios ask to ``site``; one connection per thread, kept open as browsers do."""

    def __init__(self, site: str) -> None:
        self._host = urlsplit(site).netloc
        self._local = threading.local()

    def __call__(self, ask: Ask) -> Reply:
        body = json.dumps(ask.body).encode() if ask.body is not None else b""
        headers = {"Content-Type": "application/json"}
        headers |= {name.replace("_", "-"): value for name, value in ask.headers.items()}
        if ask.who.token:
            headers["Authorization"] = f"Bearer {ask.who.token}"
        if ask.method != "GET":
            headers["Idempotency-Key"] = uuid.uuid4().hex
        connection = self._connection()
        try:
            connection.request(ask.method, "/api" + ask.path, body, headers)
            answer = connection.getresponse()
            return Reply(answer.status, dict(answer.getheaders()), answer.read().decode())
        except (http.client.HTTPException, OSError):
            connection.close()
            raise

    def _connection(self) -> http.client.HTTPConnection:
        if not hasattr(self._local, "connection"):
            self._local.connection = http.client.HTTPConnection(self._host, timeout=30)
        made: http.client.HTTPConnection = self._local.connection
        return made
