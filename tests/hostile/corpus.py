"""Hostile HTML, as people paste and import it and as an attacker would store it: one list for every proof.

A script among them would call ``ran``; whatever looks outwards asks ``attacker.invalid``.
"""

import json
from pathlib import Path

FRAGMENTS: list[str] = json.loads(Path(__file__).with_name("fragments.json").read_text(encoding="utf-8"))
