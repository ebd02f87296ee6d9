"""The whole installation on loopback: embedded AWS, stacks, pages and demonstration city.

    with start_stack(Path(".iperoig"), 8420, say=print) as stack: ...

Used by ``make run``, by the browser tests and by the benchmarks, so that all of them see the same thing.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra import deploy, layers, stacks
from infra.archives import digest_of_tree
from infra.local import directions, omissions, pages
from infra.local.emulator import Endpoint, free_port, start_emulator

ROOT = Path(__file__).resolve().parents[2]
STAGE = "local"
PASSWORD = "praia-grande-2026"
CITY = ROOT / "catalogues" / "ubatuba"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Stack:
    """``site``: what a browser opens. ``environment``: what the functions see, plus how to reach the services."""

    site: str
    endpoint: Endpoint
    deployed: deploy.Deployed
    environment: dict[str, str]

    def client(self, service: str) -> Any:
        return _cloud(self.endpoint).client(service)


def _cloud(endpoint: Endpoint) -> deploy.Cloud:
    return deploy.Cloud(
        endpoint.region, layers.embedded(), endpoint.url, dict(endpoint.credentials), endpoint.front
    )


def _silent(_text: str) -> None:
    """Progress nobody watches."""


@contextlib.contextmanager
def start_stack(
    directory: Path,
    port: int | None = None,
    *,
    say: Say = _silent,
    with_pages: bool = True,
    city: Path | None = CITY,
    auth: bool = False,
    kept: bool = True,
) -> Iterator[Stack]:
    """Run everything for the length of the ``with`` block. ``port`` is the site's; the services take the next one.

    Raises PortTaken, EmulatorFailed, BuildFailed or StackFailed. ``directory`` is for another run if it is ``kept``.
    """
    built = _pages(say) if with_pages else None
    say("iniciando a AWS embutida")
    site, services = (port, port + 1) if port else (free_port(), free_port())
    again = (directory / "aws").exists()
    with start_emulator(directory, services, front_port=site, auth=auth, kept=kept) as endpoint:
        cloud = _cloud(endpoint)
        if again:
            _warm(f"http://localhost:{site}")
        deployed = deploy.deploy(STAGE, cloud, say, pages=built)
        omissions.apply(endpoint, stacks.read_template(stacks.INFRA / "data.yaml"), f"iperoig-{STAGE}-data")
        secret = deploy.edge_secret(cloud, deployed.data)
        directions.write(directory / "front.json", deployed, secret, cloud.client("cloudfront"))
        stack = Stack(f"http://localhost:{site}", endpoint, deployed, _environment(cloud, deployed))
        if city is not None:
            _seed(stack, directory, city, say)
            _invoke(cloud, "publish-flow")
        say("verificando")
        deploy.smoke(stack.site)
        if again:
            _start_executions_again(cloud)
        yield stack


def _pages(say: Say) -> Path:
    say("instalando o que as páginas usam")
    pages.install()
    say("construindo as páginas")
    return pages.build()


def _warm(site: str) -> None:
    """Start the kept API function while the deployment looks for changes; one that changed is replaced anyway."""

    def ask() -> None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{site}/api/health", timeout=30):  # nosec B310
            pass

    threading.Thread(target=ask, daemon=True).start()


def _environment(cloud: deploy.Cloud, deployed: deploy.Deployed) -> dict[str, str]:
    function = cloud.client("lambda").get_function_configuration(FunctionName=deployed.app["APIHandlerName"])
    return {
        **function["Environment"]["Variables"],
        "AWS_ENDPOINT_URL": cloud.endpoint or "",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": cloud.region,
    }


def _seed(stack: Stack, directory: Path, city: Path, say: Say) -> None:
    digest = digest_of_tree(city)
    stamp = directory / "city.digest"
    if stamp.exists() and stamp.read_text() == digest:
        return
    say(f"carregando a cidade de demonstração ({city.name})")
    command = [sys.executable, "-m", "infra.local.seed", str(city), "--password", PASSWORD]
    environment = os.environ | stack.environment
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"infra.local.seed: {(done.stdout + done.stderr)[-3000:]}")
    stamp.write_text(digest)


def _start_executions_again(cloud: deploy.Cloud) -> None:
    """The emulator ends every execution when it stops: those that still have a purpose."""
    _invoke(cloud, "reconcile-routings")
    _invoke(cloud, "reconcile-jobs", at_once=True)


def _invoke(cloud: deploy.Cloud, function: str, **asked: bool) -> None:
    functions = cloud.client("lambda")
    with contextlib.suppress(functions.exceptions.ResourceNotFoundException):
        functions.invoke(
            FunctionName=f"iperoig-{STAGE}-{function}", InvocationType="Event", Payload=json.dumps(asked)
        )
