"""Where things stand in a drawing: round values for axes, labels moved apart, boxes that meet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def spread(centres: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Move things of given heights apart vertically, each as little as it can, between top and bottom."""
    order = sorted(range(len(centres)), key=lambda number: centres[number])
    blocks: list[tuple[float, float, list[int]]] = []
    for number in order:
        start, height, members = centres[number] - heights[number] / 2, heights[number], [number]
        start = min(max(start, top), bottom - height)
        while blocks and blocks[-1][0] + blocks[-1][1] > start:
            # Things that push each other become one block, centred between where they want to be.
            other_start, other_height, others = blocks.pop()
            wanted = (other_start * len(others) + (start - other_height) * len(members)) / (len(others) + len(members))
            height, members = other_height + height, others + members
            start = min(max(wanted, top), max(top, bottom - height))
        blocks.append((start, height, members))
    placed = [0.0] * len(centres)
    for start, _, members in blocks:
        at = start
        for number in members:
            placed[number] = at + heights[number] / 2
            at += heights[number]
    return placed


def ticks(low: float, high: float, finest: float = 0) -> list[float]:
    """Choose round values, about five and no closer than `finest`, for an axis that holds both ends."""
    if low == high:
        low, high = low - (abs(low) * 0.05 or 1), high + (abs(high) * 0.05 or 1)
    rough = (high - low) / 4
    power = 10 ** math.floor(math.log10(rough))
    step = max(finest, next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.99))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 9) for number in range(first, last + 1)]


def meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
