"""LIJW: questionnaires, assessments, scoring, improvement plans."""
