"""How big the API function is and how long it takes to be ready, against the libraries alone."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from statistics import median

BARE = "import chalice, pynamodb.models, aws_lambda_powertools, pydantic"
OURS = "import app"
#: The same, with all that later requests load, each area when it is first asked for.
WHOLE = "import app, chalicelib.api.areas as areas; areas.every_area()"
#: Processor time: a busy machine must not make the comparison.
PROGRAM = "import time; t = time.process_time(); {}; print(time.process_time() - t)"


def seconds(code: str, root: Path, rounds: int = 9) -> float:
    """Median processor time of an import in a fresh interpreter, with compiled files at hand as a function has."""
    times = []
    compiled = {**os.environ, "PYTHONPYCACHEPREFIX": str(root / "build" / "compiled")}
    compiled.pop("PYTHONDONTWRITEBYTECODE", None)
    for _ in range(rounds + 1):
        command = [sys.executable, "-c", PROGRAM.format(code)]
        done = subprocess.run(command, cwd=root, env=compiled, capture_output=True, text=True, check=True)
        times.append(float(done.stdout))
    return median(times[1:])


def unzipped_megabytes(archives: list[Path]) -> float:
    """What a function's archives weigh once unpacked."""
    total = 0
    for archive in archives:
        with zipfile.ZipFile(archive) as opened:
            total += sum(entry.file_size for entry in opened.infolist())
    return total / 1024 / 1024


def api_archives(build: Path) -> list[Path]:
    """The newest archive of the application and of its small layer, if they were packaged."""
    code = sorted(build.glob("*/package/code.zip"), key=lambda path: path.stat().st_mtime)
    layer = sorted((build / "layers").glob("api-*.zip"), key=lambda path: path.stat().st_mtime)
    return [*code[-1:], *layer[-1:]]
