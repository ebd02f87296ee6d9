"""Make a city's training environment in the installation that the environment names.

python -m infra.local.training_command FOLDER PASSWORD
"""

import sys
from pathlib import Path

from chalicelib.composition import Installation
from chalicelib.settings import read_settings
from infra.training import make_training

if __name__ == "__main__":
    make_training(Installation(read_settings()), Path(sys.argv[1]), None, sys.argv[2], print)
