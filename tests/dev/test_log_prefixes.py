"""Lines in the terminal say who wrote them, in colour only where that is wanted."""

import io

from dev.log_prefixes import LogPrinter, prefixed, wants_colour


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


class ClosedPipe(io.StringIO):
    """A stream whose reader went away."""

    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_names_stand_in_a_column() -> None:
    assert prefixed("web", "hello", colour=False) == "web    | hello"
    assert prefixed("worker", "hello", colour=False) == "worker | hello"
    assert prefixed("web", "hello", colour=True) == "\x1b[36mweb    |\x1b[0m hello"


def test_colour_needs_a_terminal_and_no_objection() -> None:
    assert wants_colour(Terminal(), {})
    assert not wants_colour(io.StringIO(), {})
    assert not wants_colour(Terminal(), {"NO_COLOR": "1"})
    assert not wants_colour(Terminal(), {"TERM": "dumb"})


def test_whole_lines_are_written() -> None:
    stream = io.StringIO()
    printer = LogPrinter(stream)
    printer.line("beat", "tick")
    printer.plain("The portal is ready.")
    assert stream.getvalue() == "beat   | tick\nThe portal is ready.\n"


def test_a_reader_that_went_away_stops_nothing() -> None:
    LogPrinter(ClosedPipe()).line("web", "nobody reads this")
