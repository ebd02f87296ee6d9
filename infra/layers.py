"""Build the dependency layers from the locked, hashed requirements.

``api`` is on every function; ``documents`` (typst, pikepdf, pypdfium2 …) only on those that render or
inspect; ``extraction`` (pypdfium2, tesserocr, the model of Portuguese) on the one that reads the text of files;
``certificates`` (pyHanko) on the one that signs with certificates.
Chalice would build one package with everything for the architecture it runs on; here each layer is built for the
functions' own Python and processor, from wheels only, and kept by the digest of all that it is made of.
"""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from infra import archives

ROOT = Path(__file__).resolve().parents[1]
LAYERS = {
    "api": "requirements.txt",
    "documents": "requirements-documents.txt",
    "extraction": "requirements-extraction.txt",
    "certificates": "requirements-signatures.txt",
}
# What a layer carries besides packages: a folder of ours.
CARRIED = {"extraction": ROOT / "infra" / "tessdata"}
# What the functions call. The rest of botocore's descriptions is 20 MB of services nobody here uses.
SERVICES = {"dynamodb", "events", "kms", "lambda", "s3", "secretsmanager", "sesv2", "sqs", "stepfunctions", "sts"}
BUILD_ONLY = ("pycparser", "bin", "boto3/examples")


@dataclass(frozen=True, slots=True)
class Target:
    """Where functions run. ``platform`` None: this very interpreter (the embedded AWS)."""

    python: str
    architecture: str
    platform: str | None = None

    @property
    def runtime(self) -> str:
        return f"python{self.python}"


CLOUD = Target("3.13", "arm64", "aarch64-manylinux_2_28")


def embedded() -> Target:
    """This interpreter; the processor's name does not matter to it, so it is always declared as x86-64."""
    return Target(f"{sys.version_info.major}.{sys.version_info.minor}", "x86_64")


def build(name: str, target: Target, folder: Path) -> Path:
    """The zip file of a layer, built below ``folder`` unless the same lock was built before."""
    lock = ROOT / LAYERS[name]
    label = f"{name}-{target.runtime}-{target.platform or 'local'}-{digest_of(name)}"
    archive = folder / f"{label}.zip"
    if archive.exists():
        return archive
    folder.mkdir(parents=True, exist_ok=True)
    content = folder / f"{name}.content"
    shutil.rmtree(content, ignore_errors=True)
    _install(lock, target, content)
    _prune(content)
    if name in CARRIED:
        shutil.copytree(CARRIED[name], content / CARRIED[name].name)
    compile_for(target, content, "/opt/python")
    # Small for the cloud; on this machine it is unpacked beside where it was packed.
    archives.zip_tree(content, archive, "python/", level=6 if target.platform else 1)
    shutil.rmtree(content)
    return archive


def digest_of(name: str) -> str:
    """Of all that a layer is made of: its lock, what it carries besides, and this very file."""
    carried = sorted(CARRIED[name].iterdir()) if name in CARRIED else []
    return archives.digest_of_files([ROOT / LAYERS[name], Path(__file__), *carried])


def _uv() -> str:
    beside = Path(sys.executable).parent / "uv"
    return str(beside) if beside.exists() else "uv"


def _install(lock: Path, target: Target, content: Path) -> None:
    command = [_uv(), "pip", "install", "--quiet", "--target", str(content), "--require-hashes", "--no-deps",
               "--only-binary", ":all:", "--link-mode", "copy", "--python-version", target.python]  # fmt: skip
    if target.platform:
        command += ["--python-platform", target.platform]
    else:
        command += ["--python", sys.executable]
    subprocess.run([*command, "-r", str(lock)], check=True)


def _prune(content: Path) -> None:
    for name in BUILD_ONLY:
        shutil.rmtree(content / name, ignore_errors=True)
    for data in ("botocore", "boto3"):
        for service in (content / data / "data").glob("*/"):
            if service.name not in SERVICES:
                shutil.rmtree(service)
    for folder in (*content.rglob("tests"), *content.rglob("__pycache__")):
        shutil.rmtree(folder, ignore_errors=True)
    for unused in (*content.rglob("*.pyi"), *content.rglob("examples-1.json.gz"), *content.rglob("RECORD")):
        unused.unlink()


def compile_for(target: Target, content: Path, place: str) -> None:
    """Ship bytecode: a read-only folder cannot keep what a cold start would compile. ``place``: where it will be."""
    found = shutil.which(target.runtime)
    interpreter = sys.executable if target == embedded() else found
    if interpreter:
        subprocess.run(
            [
                interpreter,
                "-m",
                "compileall",
                "-q",
                "-j0",
                "--invalidation-mode",
                "unchecked-hash",
                "-s",
                str(content),
                "-p",
                place,
                str(content),
            ],
            check=False,
            capture_output=True,
        )
