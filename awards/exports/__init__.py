"""Documents of awards: rules, protocol, diplomas."""
