"""The map: outlines of the countries (Natural Earth, by way of the npm package world-atlas), and the placed events."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path
from typing import NamedTuple

from twosource.records import TimelineItem
from twosource.web.desk import View

ATLAS = Path(__file__).parent / "static" / "countries-110m.json"
WIDTH, HEIGHT = 1000.0, 500.0
"""The map's own units: an equirectangular projection, two units and a bit a degree."""
LEAST = 60.0
"""Width of the smallest part of the map that is shown: some twenty degrees."""


class Place(NamedTuple):
    """A place with the items that happened there; x and y in the map's units."""

    x: float
    y: float
    name: str
    reason: str
    link: str
    items: tuple[TimelineItem, ...]

    @property
    def radius(self) -> float:
        """In thousandths of the width shown; the area grows with the lines."""
        return 4 + 2 * math.sqrt(len(self.items))


def point(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to the map's units."""
    return (longitude + 180) / 360 * WIDTH, (90 - latitude) / 180 * HEIGHT


@cache
def outline() -> tuple[str, ...]:
    """Each country as an SVG path, from TopoJSON's arcs (quantised and delta-encoded, as its specification says)."""
    atlas = json.loads(ATLAS.read_bytes())
    (kx, ky), (dx, dy) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append(point(x * kx + dx, y * ky + dy))
        arcs.append(line)
    return tuple(_path(shape, arcs) for shape in atlas["objects"]["countries"]["geometries"])


def _path(shape: dict[str, object], arcs: list[list[tuple[float, float]]]) -> str:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    rings = [ring for polygon in polygons for ring in polygon]  # type: ignore[attr-defined]
    return "".join(_ring(ring, arcs) for ring in rings)


def _ring(ring: list[int], arcs: list[list[tuple[float, float]]]) -> str:
    points: list[tuple[float, float]] = []
    for index in ring:
        points += arcs[index] if index >= 0 else arcs[~index][::-1]
    whole = _unrolled(points)
    shifts = {-WIDTH * (x // WIDTH) for x, _ in whole}
    parts = [_cut([(x + shift, y) for x, y in whole]) for shift in sorted(shifts)]
    return "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in part) + "Z" for part in parts if part)


def _unrolled(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """An outline that goes on past the map's edge where it crosses the 180th meridian, rather than all the way back."""
    found: list[tuple[float, float]] = []
    turns = 0.0
    for x, y in points:
        if found and abs(x + turns - found[-1][0]) > WIDTH / 2:
            turns += WIDTH if x + turns < found[-1][0] else -WIDTH
        found.append((x + turns, y))
    return found


def _cut(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """What of an outline lies on the map (Sutherland and Hodgman, 1974, against its two sides)."""
    for edge, inside in ((0.0, 1), (WIDTH, -1)):
        found: list[tuple[float, float]] = []
        for (x0, y0), (x1, y1) in zip([*points[-1:], *points], points, strict=False):
            in0, in1 = (x0 - edge) * inside >= 0, (x1 - edge) * inside >= 0
            if in0 != in1:
                found.append((edge, y0 + (y1 - y0) * (edge - x0) / (x1 - x0)))
            if in1:
                found.append((x1, y1))
        points = found
    return points


def placed(view: View) -> tuple[Place, ...]:
    """The places that have a point, with what happened there, most first."""
    found = []
    for place in view.resolution.places:
        items = view.items_at.get(place.entity, ())
        if place.latitude is not None and place.longitude is not None and items and place.entity in view.names:
            x, y = point(place.longitude, place.latitude)
            reason = f"{place.name}, {place.country}: {place.reason}"
            found.append(Place(x, y, view.names[place.entity].name, reason, f"/names/{place.entity}", items))
    return tuple(sorted(found, key=lambda place: (-len(place.items), place.name)))


def window(places: tuple[Place, ...]) -> str:
    """The part of the map that holds the places, with room around, as an SVG viewBox."""
    if not places:
        return f"0 0 {WIDTH:.0f} 460"
    left, right = min(p.x for p in places), max(p.x for p in places)
    top, bottom = min(p.y for p in places), max(p.y for p in places)
    width = min(max((right - left) * 1.4, (bottom - top) * 1.4 * 2, LEAST), WIDTH)
    height = width / 2
    x = min(max((left + right) / 2 - width / 2, 0), WIDTH - width)
    y = min(max((top + bottom) / 2 - height / 2, 0), HEIGHT - height)
    return f"{x:.1f} {y:.1f} {width:.1f} {height:.1f}"


FONT, LETTER, GAP = 15.0, 8.5, 3.0
"""Of a label: its height, the width of a letter and the room beside its point, in thousandths of the width shown."""


def lettered(places: tuple[Place, ...]) -> frozenset[str]:
    """Links of the places whose names can stand beside their points without hiding another; the first go before."""
    left, _, width, _ = map(float, window(places).split())
    unit = width / 1000
    boxes: list[tuple[float, float, float, float]] = []
    out = set()
    for place in places:
        x, y = (place.x - left) / unit + place.radius + GAP, place.y / unit
        box = (x, y - FONT / 2, x + LETTER * len(place.name), y + FONT / 2)
        free = all(box[2] < b[0] or b[2] < box[0] or box[3] < b[1] or b[3] < box[1] for b in boxes)
        if free and box[2] <= 1000:
            boxes.append(box)
            out.add(place.link)
    return frozenset(out)
