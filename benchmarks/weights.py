"""What each page loads, as ``web/scripts/check-sizes.mjs`` counts it: gzip of the production build."""

import re
import subprocess
from collections.abc import Iterator

from benchmarks.budgets import Line
from infra.local import pages

COUNTED = re.compile(r"^(?:ok|OVER)\s+([\d.]+) KB of (\d+) KB {2}(.+)$")
EVERY_OTHER = "largest of the other routes and windows"


def weighed() -> Iterator[Line]:
    """What has a budget of its own, and the largest of the rest."""
    command = [str(pages.NODE / "bin" / "node"), "scripts/check-sizes.mjs"]
    wrote = subprocess.run(command, cwd=pages.WEB, capture_output=True, text=True).stdout
    counted = [match for line in wrote.splitlines() if (match := COUNTED.match(line))]
    assert counted, wrote
    others = [found for found in counted if found[3].startswith("added by ") and found[2] == "60"]
    largest = max(others, key=lambda found: float(found[1]))
    for found in counted:
        if found not in others:
            yield Line(f"{found[3]}, KB", (float(found[1]),), float(found[2]))
    name = largest[3].removeprefix("added by ")
    yield Line(f"{EVERY_OTHER} ({name}), KB", (float(largest[1]),), float(largest[2]))
