"""The README's figures, as measured: the example's timeline, the scores, and what a build costs.

    python -m bench.readme [--shared PATH] [--check]

Writes what stands between the markers in README.md anew. `--check` only says whether the example's timeline there is
what the program prints now, and ends with 1 when it is not; the figures depend on the data and the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
WIDTH = 100
SHOWN = 6
"""Lines of the example's timeline that the README shows: the story in short."""
SCORES: tuple[tuple[str, str, float], ...] = (
    ("cleaning_html_f1", "article bodies from 92 saved HTML pages, F1 of word 4-grams", 100),
    ("cleaning_inscriptis_f1", "the same pages as stripped text", 100),
    ("cleaning_html2text_f1", "the same, hard-wrapped", 100),
    ("cleaning_own_f1", "57 stripped pages that we wrote, one for each kind of site", 100),
    ("cleaning_html_dates_right", "day of publication of the HTML pages, from what readers see of them", 1),
    ("cleaning_dates_right", "the same from their stripped text", 1),
    ("cleaning_dates_seen_right", "the same where the day stands in the text at all", 1),
    ("cleaning_dates_precision", "days of publication given that are right", 1),
    ("timebank_value_f1", "times, TimeBank, value F1 (HeidelTime: 79.5)", 1),
    ("aquaint_value_f1", "times, AQUAINT, value F1 (HeidelTime: 72.9)", 1),
    ("wikiwars_value_f1", "times in narrative history, WikiWars, value F1", 1),
    ("language_las", "dependencies, UD English EWT and GUM dev, gold tokens, LAS", 1),
    ("language_names_uner_f1", "names by the English model alone, UNER English EWT dev (web text), F1", 1),
    ("names_all_f1", "names with the page's evidence, the same data, exact span and kind, F1", 100),
    ("name_pairs_precision", "spellings of 470 pairs of names taken for one, precision", 1),
    ("name_pairs_recall", "the same, recall", 1),
    ("entities_conll_annotated_f1", "names across documents, ECB+ topics 1 to 35, where annotated, CoNLL F1", 1),
    ("undated_contain", "undated pages of PolNeAR: intervals found for their day that hold it", 1),
    ("speech_content_f1", "attributions of speech, PolNeAR dev, content F1", 1),
    ("speech_joint_f1", "the same, content and speaker both right", 1),
    ("direct_content_f1", "those with quotation marks, content F1", 1),
    ("speakers_named_held_out", "speakers behind pronouns and descriptions, our own texts held out", 1),
    ("plover_type_top1", "event type, PLOVER gold records dev", 1),
    ("plover_actor_f1", "its actor, F1", 1),
    ("plover_recipient_f1", "its recipient, F1", 1),
    ("plover_triple", "type, actor and recipient all right", 1),
    ("status_r", "status, UW factuality dev, Pearson's r times 100", 1),
    ("same_event_gold_f1", "same event across documents, ECB+ dev topics, gold mentions, CoNLL F1", 1),
    ("chronology_f1", "a name's events in order, SemEval-2015 task 4 trial stories, from raw text, micro-F1", 1),
    ("copies_recall_at_10", "planted copies with a tenth of the words edited, recall", 1),
    ("copies_precision", "the same, precision", 1),
    ("example in all", "expected facts of the example story that come out", 1),
)
"""Figure of bench/quality.py, what it is, and the factor to percent."""


def demo() -> str:
    """The weightiest items of the example story, as the terminal shows them."""
    with tempfile.TemporaryDirectory() as folder:
        story = str(Path(folder) / "story.db")
        _twosource("build", str(ROOT / "examples" / "shipyard" / "pages"), "--into", story)
        shown = _twosource("timeline", story, "--top", str(SHOWN))
    return "\n".join(f"    {line}".rstrip() for line in shown.strip().splitlines())


def scores(shared: Path) -> str:
    """A table of what `bench.quality` measures."""
    run = [sys.executable, "-m", "bench.quality", "--json", "--shared", str(shared)]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    found = {figure: row["value"] for figure, row in json.loads(done.stdout).items()}
    rows = [f"| {what} | {found[figure] * factor:.1f} |" for figure, what, factor in SCORES if figure in found]
    return "\n".join(["| what | measured |", "|---|---|", *rows])


def cost(shared: Path) -> str:
    """Time and memory of a build of the PolNeAR dev articles: 84 US news pages of seven outlets."""
    with tempfile.TemporaryDirectory() as folder:
        rows, words = Path(folder) / "rows.jsonl", 0
        lines = (shared / "bench" / "attribution" / "polnear-dev.jsonl").read_text(encoding="utf-8").splitlines()
        with rows.open("w", encoding="utf-8") as out:
            for page in map(json.loads, lines):
                outlet, published, title = page["doc"].split("_", 2)
                words += len(page["text"].split())
                row = {"text": page["text"], "outlet": outlet, "published": published, "title": title}
                out.write(json.dumps(row) + "\n")
        start = time.perf_counter()
        _twosource("build", str(rows), "--into", str(Path(folder) / "story.db"), "--workers", "1")
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return (
        f"{len(lines)} news articles ({words:,} words) become a story in {seconds:.0f} seconds, by one process on\n"
        f"one core, with {peak:.0f} MB of memory at most."
    )


def _twosource(*arguments: str) -> str:
    run = [sys.executable, "-m", "twosource", *arguments]
    environment = {**os.environ, "COLUMNS": str(WIDTH)}
    return subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True, env=environment).stdout


def section(text: str, name: str, content: str) -> str:
    """`text` with what stands between the markers of `name` replaced."""
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return pattern.sub(lambda found: f"{found[1]}\n{content}\n\n{found[2]}", text)


def main() -> None:
    """Writes or checks the README."""
    parser = argparse.ArgumentParser(prog="bench.readme", description="Write the README's figures anew.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the development data")
    parser.add_argument("--check", action="store_true", help="only say whether the example's timeline is up to date")
    given = parser.parse_args()
    text = README.read_text(encoding="utf-8")
    shown = section(text, "demo", demo())
    if given.check:
        sys.exit(0 if shown == text else "README.md shows an older timeline of the example: run make readme")
    for name, part in (("cost", cost), ("quality", scores)):  # the cost first: memory is the most of all runs so far
        shown = section(shown, name, part(given.shared))
    README.write_text(shown, encoding="utf-8")


if __name__ == "__main__":
    main()
