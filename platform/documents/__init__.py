"""Files that come in, checked by content, and reports that go out in many formats."""
