"""Format room: documents in, structured acts out, Akoma Ntoso both ways. No Django here."""
