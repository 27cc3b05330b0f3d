"""Ports: free, taken, or not a port at all."""

import socket
from collections.abc import Iterator

import pytest

from dev.ports import LOOPBACK, free_port, is_free, parse_port, require_free
from dev.problem import Problem


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server((LOOPBACK, 0)) as server:
        yield server.getsockname()[1]


def test_a_listening_program_takes_the_port(taken_port: int) -> None:
    assert not is_free(taken_port)
    assert free_port(taken_port) != taken_port


def test_the_last_port_is_kept_while_it_is_free() -> None:
    port = free_port()
    assert is_free(port)
    assert free_port(port) == port


def test_a_taken_port_is_told_in_one_sentence_with_a_way_out(taken_port: int) -> None:
    with pytest.raises(Problem, match=rf"Port {taken_port} .* PORT={taken_port + 1} make run$"):
        require_free(taken_port)


@pytest.mark.parametrize("text", ["", "0", "-1", "65536", "eight", "80a"])
def test_what_is_not_a_port_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="PORT must be a number"):
        parse_port(text)


def test_a_port_is_read() -> None:
    assert parse_port("8001") == 8001
