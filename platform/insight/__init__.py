"""How the portal is used, and how offices keep their word: counts, never people."""
