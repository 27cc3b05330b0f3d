"""Free and taken TCP ports on this machine."""

import socket

from dev.problem import Problem

LOOPBACK = "127.0.0.1"


def is_free(port: int, host: str = LOOPBACK) -> bool:
    """Whether a server could listen on the port right now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As servers do: a port in TIME_WAIT counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port(preferred: int | None = None) -> int:
    """The preferred port while it is free, otherwise one that the system picks."""
    if preferred and is_free(preferred):
        return preferred
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def parse_port(text: str) -> int:
    """The port that a person asked for by PORT=…"""
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise Problem(f"PORT must be a number from 1 to 65535, not “{text}”.")
    return int(text)


def require_free(port: int, host: str = LOOPBACK) -> None:
    """Stop with a sentence when another program listens on the port."""
    if not is_free(port, host):
        raise Problem(
            f"Port {port} cannot be used (another program listens on it, or it needs root); "
            f"choose another: PORT={port + 1 if port < 65535 else 8000} make run"
        )
