"""Where the embedded services keep their files, and as whom they run.

PostgreSQL refuses to run as root, so a session of root hands it to an unprivileged account. That
account must be able to reach the folder, which it cannot below a closed one such as root's home.
"""

import hashlib
import os
import pwd
from pathlib import Path

from dev.paths import ROOT, VAR
from dev.problem import Problem

ACCOUNTS = ("postgres", "nobody")


def service_account() -> pwd.struct_passwd | None:
    """The account that PostgreSQL runs as, or None when we are unprivileged already."""
    if os.geteuid() != 0:
        return None
    for name in ACCOUNTS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Problem("PostgreSQL does not run as root, and no account “postgres” or “nobody” exists.")


def is_reachable(folder: Path, uid: int, gid: int) -> bool:
    """Whether an account may pass through the folder and all folders above it."""
    for step in (folder, *folder.parents):
        if not step.exists():
            continue
        facts = step.stat()
        if facts.st_uid == uid:
            allowed = facts.st_mode & 0o100
        elif facts.st_gid == gid:
            allowed = facts.st_mode & 0o010
        else:
            allowed = facts.st_mode & 0o001
        if not allowed:
            return False
    return True


def service_home() -> Path:
    """`var/` of the checkout, or a folder of the checkout's own where the account can reach it."""
    account = service_account()
    if account is None or is_reachable(VAR, account.pw_uid, account.pw_gid):
        return ensure_own_folder(VAR)
    name = "portal-" + hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
    return ensure_own_folder(Path("/var/tmp") / name)


def ensure_own_folder(folder: Path) -> Path:
    """Make the folder; refuse one that somebody else could have prepared for us."""
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
        raise Problem(
            f"The folder {folder} belongs to somebody else; remove it or change its owner."
        )
    return folder


def spawn_as(account: pwd.struct_passwd | None) -> dict[str, object]:
    """Arguments for subprocess that hand the program to the account."""
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
