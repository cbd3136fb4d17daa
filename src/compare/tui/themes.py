"""The program's own themes, besides those of Textual. docs/desk.md says what colour is for."""

from __future__ import annotations

from textual.theme import Theme

DARK, LIGHT = "compare-dark", "compare-light"

THEMES = (
    Theme(
        name=DARK, dark=True,
        primary="#6fa8dc", warning="#e0b050", error="#e5736b", success="#7fb77e", accent="#b294bb",
        foreground="#dcdcdc", background="#16181c", surface="#1e2127", panel="#2a2e36",
    ),
    Theme(
        name=LIGHT, dark=False,
        primary="#1f5f99", warning="#8a5a00", error="#b3261e", success="#2f6b2f", accent="#6b3fa0",
        foreground="#1b1b1b", background="#fbfaf7", surface="#f1efe9", panel="#e4e1d8",
    ),
    Theme(
        name="compare-contrast", dark=True,
        primary="#7fd4ff", warning="#ffd400", error="#ff8080", success="#80ff80", accent="#ffa0ff",
        foreground="#ffffff", background="#000000", surface="#000000", panel="#303030", text_alpha=1.0,
    ),
    # blue, orange and vermilion of Okabe and Ito (2008), which readers of every kind of colour vision tell apart
    Theme(
        name="compare-safe", dark=True,
        primary="#56b4e9", warning="#e69f00", error="#d55e00", success="#009e73", accent="#cc79a7",
        foreground="#e6e6e6", background="#141414", surface="#1d1d1d", panel="#2b2b2b",
    ),
)  # fmt: skip
"""Dark, light, high in contrast, and safe for the colour-blind. The terminal's own sixteen colours are Textual's
``ansi-dark`` and ``ansi-light``."""

PLAIN = {DARK: LIGHT, LIGHT: DARK, "ansi-dark": "ansi-light", "ansi-light": "ansi-dark"}
"""What a key changes a theme to; every other goes to the usual dark or light one, whichever it is not."""


def other(theme: str, *, dark: bool) -> str:
    """Return the theme of the other brightness."""
    return PLAIN.get(theme, LIGHT if dark else DARK)
