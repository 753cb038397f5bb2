"""The ratchet: score every stage on the development data and hold each figure to its floor.

    python -m bench.quality [--shared PATH] [--only PART ...] [--json] [--pin]

Prints a table of figure, value, floor and how far above it; ends with 1 when a figure is below its floor or has gone.
A part whose data are absent is skipped with a line that says so. `--pin` raises the floors in floors.json to just under
what was measured; it never lowers one, which is done by hand, with the reason in the commit.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # run as a file: the other parts are found all the same

from bench.amounts import score_amounts  # noqa: E402
from bench.attributions import score_attributions  # noqa: E402
from bench.chronology import score_chronology  # noqa: E402
from bench.cleaning import score_cleaning  # noqa: E402
from bench.copies import score_copies  # noqa: E402
from bench.entities import score_entities  # noqa: E402
from bench.events import score_plover, score_status  # noqa: E402
from bench.example import score_example  # noqa: E402
from bench.language import score_language  # noqa: E402
from bench.name_pairs import score_name_pairs  # noqa: E402
from bench.names import score_names  # noqa: E402
from bench.same_event import score_same_event  # noqa: E402
from bench.speakers import score_speakers  # noqa: E402
from bench.stripped import score_stripped  # noqa: E402
from bench.times import score_times  # noqa: E402
from bench.undated import score_undated  # noqa: E402

Figures = Mapping[str, float]
Score = Callable[[Path], Figures]

PARTS: tuple[tuple[str, Score], ...] = (
    ("cleaning", score_cleaning),
    ("stripped", score_stripped),
    ("language", score_language),
    ("times", score_times),
    ("undated", score_undated),
    ("amounts", score_amounts),
    ("names", score_names),
    ("name pairs", score_name_pairs),
    ("entities", score_entities),
    ("attributions", score_attributions),
    ("speakers", score_speakers),
    ("plover", score_plover),
    ("status", score_status),
    ("same event", score_same_event),
    ("copies", score_copies),
    ("chronology", score_chronology),
    ("example", score_example),
)
FLOORS = ROOT / "bench" / "floors.json"
MARGIN, MARGIN_OF_ONE = 0.5, 0.005
"""A floor is pinned this far below what was measured: half a point, for figures up to 100 and up to 1."""
OF_SPEED = "speed "
"""Floors with this in front are of bench/speed.py, which runs by hand."""
OF_THE_MACHINE = "per_second"
"""Figures with this in their name say how fast the machine is and get no floor: bench/speed.py is for that."""


@dataclass(frozen=True)
class Row:
    """A figure with its floor, if it has one."""

    figure: str
    value: float
    floor: float | None

    @property
    def below(self) -> bool:
        """Whether the figure has fallen below its floor."""
        return self.floor is not None and self.value < self.floor


def main(arguments: list[str] | None = None) -> int:
    """Score, print, compare; 0 when all figures keep their floors, 1 when one does not."""
    chosen = _parser().parse_args(arguments)
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    scores = [(name, score) for name, score in PARTS if not chosen.only or name in chosen.only]
    figures: dict[str, float] = {}
    complete = len(scores) == len(PARTS)
    for name, score in scores:
        found = _scored(name, score, chosen.shared)
        complete = complete and found is not None
        figures.update(found or {})
    rows = [Row(figure, value, floors.get(figure)) for figure, value in figures.items()]
    scored = {figure for figure in floors if not figure.startswith(OF_SPEED)}
    gone = sorted(scored - set(figures)) if complete else []
    print(json.dumps(_as_json(rows), indent=2) if chosen.json else _table(rows))
    if chosen.pin:
        _pin(floors, figures)
    return _verdict(rows, gone)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.quality", description="Score every stage against its floors.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the development data")
    parser.add_argument("--only", nargs="+", choices=[name for name, _ in PARTS], help="score these parts")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--pin", action="store_true", help="raise the floors to just under what is measured")
    return parser


def _scored(name: str, score: Score, shared: Path) -> Figures | None:
    """The figures of one part; None, with a line, when its data are absent."""
    start = time.perf_counter()
    try:
        figures = score(shared)
    except FileNotFoundError as error:
        if not str(error.filename or error).startswith(str(shared)):
            raise
        print(f"{name}: skipped, {error.filename or error} is absent (--shared PATH)", file=sys.stderr, flush=True)
        return None
    print(f"{name}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    return figures


def _table(rows: Iterable[Row]) -> str:
    lines = [f"{'figure':40} {'value':>9} {'floor':>9} {'delta':>9}"]
    for row in rows:
        rest = f"{row.floor:9.3f} {row.value - row.floor:+9.3f}" if row.floor is not None else f"{'-':>9} {'':>9}"
        lines.append(f"{row.figure:40} {row.value:9.3f} {rest}{'  BELOW' if row.below else ''}")
    return "\n".join(lines)


def _as_json(rows: Iterable[Row]) -> dict[str, dict[str, float | None]]:
    return {row.figure: {"value": row.value, "floor": row.floor} for row in rows}


def _pin(floors: dict[str, float], figures: Figures) -> None:
    """Write the floors back, each raised to just under its figure; new figures get one."""
    for figure, value in figures.items():
        floor = round(value - (MARGIN_OF_ONE if value <= 1 else MARGIN), 3)
        if OF_THE_MACHINE not in figure:
            floors[figure] = max(floor, floors.get(figure, floor))
    FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=2) + "\n", encoding="utf-8")


def _verdict(rows: Iterable[Row], gone: Iterable[str]) -> int:
    """1, with a line for each, when a figure is below its floor or has gone."""
    faults = [f"{row.figure} is {row.value:.3f}, below its floor {row.floor}" for row in rows if row.below]
    faults += [f"{figure} has a floor and was not measured" for figure in gone]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
