"""Consultations of draft normative acts and policies: drafts, remarks, positions, reports."""
