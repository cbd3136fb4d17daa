"""The user's own folders: where settings, data, state and caches of the program lie, by the rules of the system."""

from __future__ import annotations

from pathlib import Path


def settings() -> Path:
    """Return the folder of what the user sets."""
    from platformdirs import user_config_path

    return user_config_path("compare", appauthor=False)


def data() -> Path:
    """Return the folder of what must not get lost: the reader's marks, and what was fetched."""
    from platformdirs import user_data_path

    return user_data_path("compare", appauthor=False)


def state() -> Path:
    """Return the folder of what is remembered from one run to the next."""
    from platformdirs import user_state_path

    return user_state_path("compare", appauthor=False)


def cache() -> Path:
    """Return the folder of what can be done without."""
    from platformdirs import user_cache_path

    return user_cache_path("compare", appauthor=False)
