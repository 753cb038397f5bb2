"""The ratchet itself: what passes, what fails, what is skipped, and that a floor is never lowered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import quality

Figures = dict[str, float]


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of floors, and two parts that measure something, in place of the real ones."""
    path = tmp_path / "floors.json"
    path.write_text('{"fish_f1": 60.0}')
    monkeypatch.setattr(quality, "FLOORS", path)
    monkeypatch.setattr(
        quality, "PARTS", (("fish", lambda shared: {"fish_f1": 62.0, "fish_per_second": 9.0}), ("boats", _no_boats))
    )
    return path


def _no_boats(shared: Path) -> Figures:
    raise FileNotFoundError(2, "No such file or directory", str(shared / "boats.jsonl"))


def test_a_figure_at_or_above_its_floor_passes(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quality.main(["--only", "fish"]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("fish_f1"))
    assert line.split() == ["fish_f1", "62.000", "60.000", "+2.000"]


def test_a_figure_below_its_floor_fails_and_is_named(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors.write_text('{"fish_f1": 62.5}')
    assert quality.main([]) == 1
    assert "fish_f1 is 62.000, below its floor 62.5" in capsys.readouterr().err


def test_a_figure_that_is_gone_fails(
    floors: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(quality, "PARTS", (("fish", lambda shared: {}),))
    assert quality.main([]) == 1
    assert "fish_f1 has a floor and was not measured" in capsys.readouterr().err


def test_absent_data_are_skipped_with_a_line(floors: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quality.main(["--shared", str(tmp_path / "nowhere"), "--only", "boats"]) == 0
    assert "boats: skipped" in capsys.readouterr().err


def test_a_missing_file_that_is_not_of_the_data_is_an_error(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(shared: Path) -> Figures:
        raise FileNotFoundError(2, "No such file or directory", "model.onnx")

    monkeypatch.setattr(quality, "PARTS", (("fish", broken),))
    with pytest.raises(FileNotFoundError):
        quality.main([])


def test_pinning_raises_floors_and_never_lowers_one(floors: Path) -> None:
    assert quality.main(["--only", "fish", "--pin"]) == 0
    assert json.loads(floors.read_text()) == {"fish_f1": 61.5}
    floors.write_text('{"fish_f1": 70.0}')
    assert quality.main(["--only", "fish", "--pin"]) == 1
    assert json.loads(floors.read_text()) == {"fish_f1": 70.0}


def test_json_is_for_programs(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quality.main(["--only", "fish", "--json"])
    assert json.loads(capsys.readouterr().out)["fish_f1"] == {"value": 62.0, "floor": 60.0}


def test_every_floor_pinned_is_a_share() -> None:
    pinned = json.loads((Path(quality.__file__).parent / "floors.json").read_text(encoding="utf-8"))
    assert pinned == {name: floor for name, floor in sorted(pinned.items()) if 0 <= floor <= 100}
