"""Skip an installation whose inputs have not changed since it last succeeded."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(inputs: Iterable[Path | str]) -> str:
    """A hash over the contents of files and over plain words, in the given order."""
    digest = hashlib.sha256()
    for one in inputs:
        content = one.read_bytes() if isinstance(one, Path) else one.encode()
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()


class Stamp:
    """A small file that holds the fingerprint of the last success."""

    def __init__(self, path: Path, inputs: Iterable[Path | str]) -> None:
        self.path = path
        self.value = fingerprint(inputs)

    def is_fresh(self) -> bool:
        """Whether the last success had the same inputs."""
        try:
            return self.path.read_text() == self.value
        except OSError:
            return False

    def clear(self) -> None:
        """Forget the last success, before work that could be interrupted."""
        self.path.unlink(missing_ok=True)

    def save(self) -> None:
        """Remember a success."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self.value)
