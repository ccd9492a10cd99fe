"""The colours of the desk: dark, light, and black and white for eyes that need more."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="factcheck-dark",
    primary="#8ab4d8",
    secondary="#9aa7b5",
    accent="#d8b36a",
    warning="#d8b36a",
    error="#e08a84",
    success="#8fc29a",
    foreground="#d5d9de",
    background="#16191d",
    surface="#1b1f24",
    panel="#252a31",
    dark=True,
    variables={"border-blurred": "#444b52"},
)
LIGHT = Theme(
    name="factcheck-light",
    primary="#1f5f8f",
    secondary="#56616d",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a8322a",
    success="#2b6e3f",
    foreground="#22262b",
    background="#f7f5f0",
    surface="#fdfcf9",
    panel="#e9e5db",
    dark=False,
    variables={"border-blurred": "#bfc1c2", "panel-lighten-1": "#c9c4b8"},
)

_HUES = {
    "primary": "#66ffff",
    "secondary": "#ffffff",
    "accent": "#ffff00",
    "warning": "#ffff00",
    "error": "#ffb0b0",
    "success": "#90ff90",
}
_LIT = "#000080"
"""Behind the row and the sentence at hand, and behind the bars: white on it is 16 to 1, the faintest hue 8 to 1."""

HIGH_CONTRAST = Theme(
    name="factcheck-high-contrast",
    primary=_HUES["primary"],
    secondary=_HUES["secondary"],
    accent=_HUES["accent"],
    warning=_HUES["warning"],
    error=_HUES["error"],
    success=_HUES["success"],
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel=_LIT,
    dark=True,
    # What Textual would mix into greys and half tones.
    variables={
        "text": "#ffffff",
        "text-muted": "#ffffff",
        "text-disabled": "#ffffff",
        "foreground-muted": "#ffffff",
        "foreground-disabled": "#ffffff",
        "panel-lighten-1": "#ffffff",
        "border-blurred": "#ffffff",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#ffff00",
        "block-cursor-blurred-background": _LIT,
        "block-hover-background": _LIT,
        "input-selection-background": _LIT,
        "screen-selection-background": _LIT,
        "screen-selection-foreground": "#ffffff",
        **{f"text-{name}": hue for name, hue in _HUES.items()},
        **{f"{name}-muted": _LIT for name in _HUES},
    },
)

THEMES = {"dark": DARK, "light": LIGHT, "high-contrast": HIGH_CONTRAST}
"""By the names that a settings file knows, in the order of the key."""


def after(name: str) -> str:
    """The theme that comes after one, both by Textual's names; the first after one that is none of ours."""
    names = [theme.name for theme in THEMES.values()]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
