"""Both checks at once: ``python -m infra.checks``. Says what must be mended; nothing when all is well."""

import sys
from concurrent.futures import ThreadPoolExecutor

from infra.checks import source, templates
from infra.checks.findings import baseline, judge


def main() -> int:
    """How the lint suite asks."""
    with ThreadPoolExecutor(2) as pool:
        stacks = pool.submit(lambda: templates.check(templates.templates()))
        found = [*source.check(), *stacks.result()]
    wrong = list(judge(found, baseline()))
    for one in wrong:
        print(one)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
