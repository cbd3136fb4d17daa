"""Where things are in the project."""

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
SEEDS = ROOT / "seeds"
FERRY = SEEDS / "ferry"
