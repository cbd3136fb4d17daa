"""What a system may refuse."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NoReturn


def refusing(reason: int) -> Callable[..., NoReturn]:
    """Return what stands in for a call of the system and refuses, for a reason such as ``errno.ENOSPC``."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(reason, os.strerror(reason))

    return refuse
