"""A small IMAP server over real sockets: just what reading a mailbox needs (RFC 3501)."""

from __future__ import annotations

import re
import socketserver
import threading


class Mailbox:
    """Messages with their flags; ``password`` is what LOGIN must give."""

    def __init__(self, password: str, messages: list[bytes]) -> None:
        self.password = password
        self.messages: dict[int, bytes] = dict(enumerate(messages, start=1))
        self.flags: dict[int, set[str]] = {number: set() for number in self.messages}


class _Session(socketserver.StreamRequestHandler):
    server: ImapServer

    def handle(self) -> None:
        self.say("* OK ready")
        for line in self.rfile:
            tag, _, rest = line.decode().strip().partition(" ")
            self.answer(tag, rest)
            if rest.upper() == "LOGOUT":
                return

    def say(self, text: str | bytes) -> None:
        self.wfile.write((text if isinstance(text, bytes) else text.encode()) + b"\r\n")

    def answer(self, tag: str, rest: str) -> None:
        box, command = self.server.mailbox, rest.upper()
        if command.startswith("CAPABILITY"):
            self.say("* CAPABILITY IMAP4rev1")
        elif command.startswith("LOGIN") and f'"{box.password}"' not in rest:
            self.say(f"{tag} NO wrong password")
            return
        elif command.startswith("SELECT"):
            self.say(f"* {len(box.messages)} EXISTS")
        elif command.startswith("UID SEARCH"):
            new = [str(number) for number in box.messages if not box.flags[number]]
            self.say(" ".join(["* SEARCH", *new]))
        elif found := re.match(r"UID FETCH (\d+)", command):
            raw = box.messages[int(found.group(1))]
            self.say(f"* 1 FETCH (BODY[]<0> {{{len(raw)}}}".encode() + b"\r\n" + raw + b")")
        elif found := re.match(r"UID STORE (\d+) \+FLAGS (.*)", command):
            box.flags[int(found.group(1))] |= set(found.group(2).strip("()").split())
        elif command.startswith("EXPUNGE"):
            gone = [number for number in box.messages if r"\DELETED" in box.flags[number]]
            for number in gone:
                del box.messages[number]
        self.say(f"{tag} OK done")


class ImapServer(socketserver.ThreadingTCPServer):
    """Listens on a free port while its ``with`` block runs."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, mailbox: Mailbox) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.mailbox = mailbox

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def __enter__(self) -> ImapServer:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self.shutdown()
        super().__exit__(*error)
