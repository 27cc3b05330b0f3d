"""How long comparing wordings and matching units takes: `python -m dev.bench.words`.

Needs neither database nor server. Prints CPU milliseconds, the least of several turns, and fails
when one is over its bound.
"""

import random
import sys
import time
from collections.abc import Callable

from dev.paths import ROOT

sys.path[:0] = [str(ROOT), str(ROOT / "platform")]

from consultations.acts.matching import UnitView, match_units  # noqa: E402
from consultations.acts.tree import UnitKind  # noqa: E402
from documents.redline import diff_words  # noqa: E402

TURNS = 5
VOCABULARY = [f"słowo{number}" for number in range(30)] + ["organizacja", "zadanie", "§", "5."]


def main() -> int:
    """Measure, print one line for each, and return the exit status."""
    chance = random.Random(1)
    words = chance.choices(VOCABULARY, k=4000)
    text = " ".join(words)
    changed = " ".join(word if index % 9 else "zmieniono" for index, word in enumerate(words))
    other = " ".join(chance.choices(VOCABULARY, k=4000))
    old = units(chance, 2000)
    new = moved(old)
    rows: list[tuple[str, int, Callable[[], object]]] = [
        ("30,000 characters, every ninth word changed", 200, lambda: diff_words(text, changed)),
        ("30,000 characters against as many others", 200, lambda: diff_words(text, other)),
        ("2,000 units moved by one", 2000, lambda: match_units(old, new)),
    ]
    is_slow = False
    for name, bound, work in rows:
        took = least(work)
        is_slow |= took > bound
        print(f"{name}: {took:.0f} ms, at most {bound}")
    return int(is_slow)


def units(chance: random.Random, count: int) -> list[UnitView]:
    """Articles of thirty words."""
    texts = [" ".join(chance.choices(VOCABULARY, k=30)) for _ in range(count)]
    return [article(number, text) for number, text in enumerate(texts, start=1)]


def moved(old: list[UnitView]) -> list[UnitView]:
    """The same units, each at the next number, after a new first one."""
    texts = ["Rada powołuje zespół.", *[unit.text for unit in old]]
    return [article(number, text) for number, text in enumerate(texts, start=1)]


def article(number: int, text: str) -> UnitView:
    """A unit at the top."""
    return UnitView(f"art_{number}", f"art_{number}", UnitKind.ARTICLE, text=text)


def least(work: Callable[[], object]) -> float:
    """The shortest turn's CPU time in milliseconds."""
    times = []
    for _ in range(TURNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return 1000 * min(times)


if __name__ == "__main__":
    sys.exit(main())
