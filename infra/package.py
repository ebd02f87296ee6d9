"""Package the application: staged source -> ``chalice package`` + infra/app.yaml -> one SAM template and its
zips.

    python -m infra.package STAGE

Traps this file answers: Chalice reads ``requirements.txt`` for its own idea of a package (it gets an empty
one); a YAML merge file makes it write aliases CloudFormation refuses (it gets JSON); its event decorators
cannot name another stack's resources (generated events are dropped); its zip carries times and no bytecode (made
again).
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chalicelib.adapters.stepfunctions import asl
from infra import archives, consumers, layers, stacks

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
EXTRACTING = ("ExtractText",)
CERTIFYING = ("SignCertificate",)
HEAVY = ("RenderDocument", "PrerenderDocuments", "InspectUpload", "WorkJobs", "SignCertificate")
FUNCTION = "AWS::Serverless::Function"


@dataclass(frozen=True, slots=True)
class Package:
    """``template``: SAM, with ``{"Artifact": name}`` where a zip of ``artifacts`` belongs."""

    template: dict[str, Any]
    artifacts: dict[str, Path]


def build(stage: str, target: layers.Target, source: Path = ROOT) -> Package:
    """Package ``source`` (the project, or a test's own) for ``stage``. Raises RuntimeError with what failed.

    One at a time: two suites that deploy would otherwise build the same folders at once.
    """
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "packaging.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = template(stage, target, source)
        code = BUILD / stage / "package" / "code.zip"
        return Package(
            made, {"code": code, **{name: layers.build(name, target, BUILD / "layers") for name in layers.LAYERS}}
        )


def template(stage: str, target: layers.Target, source: Path = ROOT) -> dict[str, Any]:
    """The application's SAM template, made again only when what it is made of changed."""
    folder = BUILD / stage
    staged = folder / "source"
    _stage(source, staged)
    built = folder / "package"
    digest = archives.digest_of_tree(staged) + archives.digest_of_files(sorted(stacks.INFRA.glob("*.*")))
    digest += repr(target)
    if not (built / "digest").exists() or (built / "digest").read_text() != digest:
        shutil.rmtree(built, ignore_errors=True)
        merge = folder / "merge.json"
        merge.write_text(json.dumps(_additions(target)), encoding="utf-8")
        _chalice(stage, staged, merge, built)
        code = built / "code"
        archives.unzip(built / "deployment.zip", code)
        layers.compile_for(target, code, "/var/task")
        archives.zip_tree(code, built / "code.zip")
        (built / "digest").write_text(digest)
    return _finish(json.loads((built / "sam.json").read_text(encoding="utf-8")))


def place(value: Any, places: dict[str, dict[str, str]]) -> Any:
    """Put the uploaded zips where the template names them."""
    if isinstance(value, dict):
        if set(value) == {"Artifact"}:
            return places[value["Artifact"]]
        return {key: place(one, places) for key, one in value.items()}
    if isinstance(value, list):
        return [place(one, places) for one in value]
    return value


def _stage(source: Path, staged: Path) -> None:
    shutil.rmtree(staged, ignore_errors=True)
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc", "deployments", "deployed")
    shutil.copytree(source / "chalicelib", staged / "chalicelib", ignore=ignored)
    shutil.copytree(ROOT / ".chalice", staged / ".chalice", ignore=ignored)
    shutil.copy(source / "app.py", staged / "app.py")
    (staged / "requirements.txt").write_text("")


def _chalice(stage: str, staged: Path, merge: Path, built: Path) -> None:
    known = json.loads((staged / ".chalice" / "config.json").read_text())["stages"]
    program = "import sys; from chalice.cli import main; sys.exit(main())"
    command = [
        *(sys.executable, "-c", program, "--project-dir", str(staged), "package"),
        *("--stage", stage if stage in known else "production"),
        *("--merge-template", str(merge), str(built)),
    ]
    # Chalice asks for a region and does not write it anywhere.
    environment = os.environ | {"AWS_DEFAULT_REGION": "sa-east-1"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=staged, env=environment)
    if done.returncode:
        raise RuntimeError(f"chalice package: {done.stdout[-2000:]}{done.stderr[-4000:]}")


def _functions(added: dict[str, Any]) -> list[str]:
    return [name for name, one in added["Resources"].items() if str(one.get("DependsOn")) == f"{name}Log"]


def _additions(target: layers.Target) -> dict[str, Any]:
    """What is merged into Chalice's template: infra/app.yaml, consumers, logs, layers, run time."""
    added = stacks.read_template(stacks.INFRA / "app.yaml")
    resources = added["Resources"]
    for consumer in consumers.CONSUMERS:
        resources |= consumers.resources(consumer)
        resources[consumer.function]["Properties"]["Events"] = consumers.trigger(consumer)
    for function in _functions(added):
        properties = resources[function]["Properties"]
        deployed = properties["FunctionName"]["Fn::Sub"]
        properties |= {
            "Runtime": target.runtime,
            "Architectures": [target.architecture],
            "Layers": [{"Ref": "ApiLayer"}, *_layers_beside(function)],
        }
        resources[f"{function}Log"] = {
            "Type": "AWS::Logs::LogGroup",
            "Properties": {
                "LogGroupName": {"Fn::Sub": f"/aws/lambda/{deployed}"},
                "RetentionInDays": {"Ref": "LogDays"},
            },
        }
    for name in layers.LAYERS:
        resources[f"{name.title()}Layer"]["Properties"] |= {
            "ContentUri": {"Artifact": name},
            "CompatibleRuntimes": [target.runtime],
            "CompatibleArchitectures": [target.architecture],
        }
    return added


def _layers_beside(function: str) -> list[dict[str, str]]:
    carried = {"DocumentsLayer": HEAVY, "ExtractionLayer": EXTRACTING, "CertificatesLayer": CERTIFYING}
    return [{"Ref": layer} for layer, functions in carried.items() if function in functions]


def absent(made: dict[str, Any]) -> list[str]:
    """Functions that infra/app.yaml starts and app.py does not define."""
    return [name for name, resource in made["Resources"].items() if "Type" not in resource]


def _finish(made: dict[str, Any]) -> dict[str, Any]:
    own = stacks.read_template(stacks.INFRA / "app.yaml")["Resources"]
    consuming = {consumer.function: consumers.trigger(consumer) for consumer in consumers.CONSUMERS}
    for name in absent(made):
        print(f"app.py has no function {name}: left out", file=sys.stderr)
        del made["Resources"][name]
    for name, resource in made["Resources"].items():
        if resource["Type"] == FUNCTION:
            if name not in own:
                raise RuntimeError(f"infra/app.yaml does not know the function {name} of app.py")
            properties = resource["Properties"]
            properties["CodeUri"] = {"Artifact": "code"}
            properties.pop("Events", None)
            events = consuming.get(name) or own[name]["Properties"].get("Events")
            if events:
                properties["Events"] = events
    for name, definition in asl.MACHINES.items():
        made["Resources"][f"{name.title()}Machine"]["Properties"] |= {
            "DefinitionString": json.dumps(definition(), ensure_ascii=False, separators=(",", ":")),
            "DefinitionSubstitutions": {
                "WaitsTable": {"Fn::Sub": "iperoig-${Stage}-waits"},
                "FlowsQueueUrl": {"Ref": "FlowsQueue"},
                "WorkJobs": {"Fn::Sub": "iperoig-${Stage}-work-jobs"},
                "InspectUpload": {"Fn::Sub": "iperoig-${Stage}-inspect-upload"},
                "ExtractText": {"Fn::Sub": "iperoig-${Stage}-extract-text"},
                "InspectionFailuresUrl": {"Ref": "InspectionFailures"},
            },
        }
    return made


if __name__ == "__main__":
    package = build(sys.argv[1], layers.embedded() if sys.argv[1] == "local" else layers.CLOUD)
    for label, path in package.artifacts.items():
        print(f"{label}: {path.relative_to(ROOT)} {path.stat().st_size / 1e6:.1f} MB")
