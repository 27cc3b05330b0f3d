"""Asking a server as fast as it answers, from a few connections that stay open."""

import http.client
import statistics
import threading
import time
from dataclasses import dataclass, field

from dev.ports import LOOPBACK


@dataclass
class Figures:
    """What a run of many requests showed."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    errors: int = 0

    @property
    def rate(self) -> float:
        """Answers per second."""
        return len(self.times) / self.seconds if self.seconds else 0.0

    def percentile(self, share: int) -> float:
        """Milliseconds within which ``share`` percent of answers came."""
        if len(self.times) < 2:
            return 0.0
        return statistics.quantiles(self.times, n=100)[share - 1] * 1000


def ask(
    port: int, path: str, *, clients: int, seconds: float, headers: dict[str, str] | None = None
) -> Figures:
    """Ask for ``path`` from ``clients`` connections for ``seconds``."""
    figures, lock = Figures(), threading.Lock()
    deadline = time.perf_counter() + seconds

    def one_client() -> None:
        times, errors = _ask_until(deadline, port, path, headers or {})
        with lock:
            figures.times += times
            figures.errors += errors

    started = time.perf_counter()
    threads = [threading.Thread(target=one_client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    figures.seconds = time.perf_counter() - started
    return figures


def validators(port: int, path: str) -> dict[str, str]:
    """Headers with which a browser that has the page, and its cookies, asks whether it changed."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    etag = answer.getheader("ETag")
    if not etag:
        return {}
    cookies = [line.split(";")[0] for line in answer.headers.get_all("Set-Cookie", [])]
    return {"If-None-Match": etag, "Cookie": "; ".join(cookies)}


def _ask_until(
    deadline: float, port: int, path: str, headers: dict[str, str]
) -> tuple[list[float], int]:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=30)
    times, errors = [], 0
    while (started := time.perf_counter()) < deadline:
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            connection.close()
            errors += 1
            continue
        times.append(time.perf_counter() - started)
        errors += answer.status >= 400
    connection.close()
    return times, errors
