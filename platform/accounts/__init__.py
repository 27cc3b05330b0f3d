"""Users, sign-in, memberships, roles and privacy."""
