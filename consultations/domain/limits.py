"""How often one person may do what in consultations."""

from __future__ import annotations

from pages.limits import Limit

REMARKS = Limit("remarks", 60)
# Forms without a proof of work come from browsers without JavaScript, or from robots.
UNPROVEN_REMARKS = Limit("unproven-remarks", 10)
ABUSE_REPORTS = Limit("abuse-reports", 20)
SUPPORTS = Limit("supports", 300)
