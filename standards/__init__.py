"""Working groups, standards and their way to adoption, dissemination."""
