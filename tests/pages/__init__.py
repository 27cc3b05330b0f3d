"""Tests of the portal's face."""
