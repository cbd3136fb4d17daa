"""``python -m compare``: the same program as the console script."""

import sys

from compare.cli import main

sys.exit(main())
