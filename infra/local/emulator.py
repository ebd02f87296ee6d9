"""Start and stop the embedded AWS on loopback.

    with start_emulator() as endpoint:            # tests: nothing is kept, the port is free
        boto3.client("s3", endpoint_url=endpoint.url, **endpoint.credentials)

    with start_emulator(Path(".iperoig"), 8421, front_port=8420) as endpoint: ...

``start_emulator`` raises ``PortTaken`` and ``EmulatorFailed``, whose text is Portuguese and meant for the
terminal.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from infra.environments import EMULATOR

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
REGION = "sa-east-1"
SERVICES = (
    "apigateway,cloudformation,cloudfront,dynamodb,dynamodbstreams,events,iam,kms,lambda,logs,monitoring,"
    "s3,scheduler,secretsmanager,ses,sns,sqs,ssm,states,sts,wafv2"
)
#: In its directory, when it checks permissions: one line for each that it gave or refused.
ASKED = "asked.log"
START_SECONDS = 60
STOP_SECONDS = 30


class EmulatorFailed(RuntimeError):
    """The embedded AWS did not start; the text says why."""


class PortTaken(EmulatorFailed):
    """Another program listens on the port."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the embedded AWS answers. ``front`` is the address a browser opens, when one was asked for."""

    url: str
    pid: int
    front: str | None = None
    region: str = REGION
    credentials: dict[str, str] = field(
        default_factory=lambda: {
            "aws_access_key_id": "test",
            "aws_secret_access_key": "test",
            "region_name": REGION,
        }
    )


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise PortTaken(
                f"A porta {port} já está em uso por outro programa. Feche-o ou escolha outra, "
                f"por exemplo: make run PORT={port + 100}"
            ) from error


def _settings(
    port: int, front_port: int | None, directory: Path | None, scratch: Path, auth: bool, kept: bool
) -> dict[str, str]:
    settings = {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": str(scratch),  # nothing in the user's own AWS configuration may reach a function
        "LANG": "C.UTF-8",
        "TMPDIR": str(scratch),
        "PYTHONUNBUFFERED": "1",
        "BIND_HOST": "127.0.0.1",
        "MINISTACK_HOST": "127.0.0.1",
        "MINISTACK_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "GATEWAY_PORT": str(port),
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "SERVICES": SERVICES,
        "LOG_LEVEL": os.environ.get("IPEROIG_AWS_LOG", "WARNING"),
        "AUTH": "true" if auth else "false",
        "IPEROIG_PARENT": str(os.getpid()),
    }
    if directory is not None:
        settings["IPEROIG_DIRECTORY"] = str(directory)
    if directory is not None and kept:
        settings |= {
            "PERSIST_STATE": "1",
            "STATE_DIR": str(directory / "aws"),
            "S3_PERSIST": "1",
            "S3_DATA_DIR": str(directory / "s3"),
            "IPEROIG_KEPT": "1",
        }
    if directory is not None and auth:
        settings["IPEROIG_ASKED"] = str(directory / ASKED)
    if front_port is not None:
        settings["IPEROIG_FRONT_PORT"] = str(front_port)
        settings["IPEROIG_FRONT_FILE"] = str((directory or scratch) / "front.json")
    return settings


def _wait_until_ready(process: subprocess.Popen, url: str, log: Path) -> None:
    limit = time.monotonic() + START_SECONDS
    while time.monotonic() < limit:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/_ministack/health", timeout=2) as answer:  # nosec B310
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise EmulatorFailed(f"A AWS embutida não iniciou. Últimas linhas do registro:\n{_tail(log)}")


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-15:])


def _stop(process: subprocess.Popen) -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
    # The emulator leads its own group: whatever a function left running goes with it.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextlib.contextmanager
def start_emulator(
    directory: Path | None = None,
    port: int | None = None,
    *,
    front_port: int | None = None,
    auth: bool = False,
    kept: bool = True,
) -> Iterator[Endpoint]:
    """Run the embedded AWS for the length of the ``with`` block.

    ``directory``: where its state is kept between runs (None: nothing is kept). ``port``: where it listens
    (None: any free one). ``front_port``: also serve the site there, as the CDN would. ``auth``: check
    signatures and IAM permissions of every call. ``kept``: write the state into ``directory`` while it runs, which
    costs the more processor the more there is; what is thrown away at the end has no use for it.
    """
    EMULATOR.ensure()
    chosen = port or free_port()
    for taken in filter(None, (chosen, front_port)):
        _refuse_taken(taken)
    if directory is not None:
        directory = directory.resolve()
        directory.mkdir(parents=True, exist_ok=True)
        scratch = directory / "tmp"
        shutil.rmtree(scratch, ignore_errors=True)  # what a killed run left behind
        scratch.mkdir()
    else:
        scratch = Path(tempfile.mkdtemp(prefix="iperoig-"))
    log = (directory or scratch) / "aws.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [EMULATOR.tool("python"), "-m", "infra.local.emulator_process"],
            cwd=ROOT,
            env=_settings(chosen, front_port, directory, scratch, auth, kept),
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C reaches only the launcher, which stops it in order
        )
    url = f"http://127.0.0.1:{chosen}"
    try:
        _wait_until_ready(process, url, log)
        yield Endpoint(url, process.pid, f"http://localhost:{front_port}" if front_port else None)
    finally:
        _stop(process)
        shutil.rmtree(scratch, ignore_errors=True)
