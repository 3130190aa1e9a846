"""Colours as they are written in style sheets (`#12436d`): their contrast, and darker ones."""

from __future__ import annotations

_CHANNELS = (1, 3, 5)
_WEIGHTS = (0.2126, 0.7152, 0.0722)
"""How bright red, green and blue are to the eye, as WCAG 2.2 has it."""


def contrast(one: str, other: str) -> float:
    """Compute the contrast between two colours as WCAG 2.2 defines it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """Mix a colour with a share of another, from 0 to 1."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]  # noqa: PLR2004
    return sum(weight * one for weight, one in zip(_WEIGHTS, linear, strict=True))


def _channels(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in _CHANNELS]
